const shapeTypes: readonly unknown[] = ['ObjectExpression', 'ArrayExpression', 'StringLiteral'];

/**
 * The fields and words in a shape, `z.object({ … })` or `z.enum([ … ])`, and a list of words `as const` are not mutated: the
 * types of the product are made of them, so such a mistake does not compile. Bounds and patterns are mutated like all else.
 */
export function whyIgnored(path: object): string | undefined {
  const [node, parent] = [partOf(path, 'node'), partOf(path, 'parent')];
  const isShape = shapeTypes.includes(partOf(node, 'type')) && isCallOfShape(parent);
  return isShape || isListOfWords(node, parent)
    ? 'fields and words that types are made of: held by the compiler'
    : undefined;
}

function isListOfWords(node: unknown, parent: unknown): boolean {
  const words = partOf(node, 'elements');
  const isConst = partOf(partOf(partOf(parent, 'typeAnnotation'), 'typeName'), 'name') === 'const';
  return isConst && Array.isArray(words) && words.every((word) => partOf(word, 'type') === 'StringLiteral');
}

/** z.object(…), and z.object(…).extend(…) too: whatever the chain, it begins with z. */
function isCallOfShape(node: unknown): boolean {
  if (partOf(node, 'type') !== 'CallExpression') return false;
  let at = node;
  while (partOf(at, 'type') === 'CallExpression' || partOf(at, 'type') === 'MemberExpression')
    at = partOf(at, partOf(at, 'type') === 'CallExpression' ? 'callee' : 'object');
  return partOf(at, 'name') === 'z';
}

function partOf(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null ? Reflect.get(whole, name) : undefined;
}
