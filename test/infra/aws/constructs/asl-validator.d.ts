declare module 'asl-validator' {
  type Answer = { isValid: boolean; errors: unknown[]; errorsText: (separator?: string) => string };
  function validate(definition: object, options?: { checkPaths?: boolean; checkArn?: boolean }): Answer;
  export = validate;
}
