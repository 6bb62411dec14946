/**
 * What the Lambdas of a network of our own call beside S3 and DynamoDB, which have gateways that cost nothing: by the client of AWS
 * that they use, the service as endpoints name it. Each is paid by the hour and zone; test/infra/aws/bundles.test.ts holds that none is missing.
 */
export const networkServices = { sfn: 'states', sqs: 'sqs', textract: 'textract', sesv2: 'email' } as const;
export const networkGateways = ['dynamodb', 's3'] as const;
