import { z } from 'zod';

/** What the gateway would be handed, the pieces put together (streaming-runtime.ts). */
export const answerSchema = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  cookies: z.array(z.string()),
  body: z.string(),
});

/** A request as a REST API hands it over (proxy integration, payload version 1.0). */
export function aGet(path: string, cookie: string | null = null) {
  const host = 'console.example';
  const [plain = path, query = ''] = path.split('?');
  const asked = Map.groupBy(new URLSearchParams(query), ([name]) => name);
  const values = [...asked].map(([name, pairs]) => [name, pairs.map(([, value]) => value)]);
  return {
    resource: '/{proxy+}',
    path: plain,
    httpMethod: 'GET',
    headers: { Host: host, Accept: 'text/html' },
    multiValueHeaders: { Host: [host], Accept: ['text/html'], ...(cookie === null ? {} : { Cookie: [cookie] }) },
    queryStringParameters: null,
    multiValueQueryStringParameters: values.length === 0 ? null : Object.fromEntries(values),
    body: null,
    isBase64Encoded: false,
    requestContext: {
      accountId: '1',
      apiId: 'a',
      domainName: host,
      httpMethod: 'GET',
      path: plain,
      protocol: 'HTTP/1.1',
      requestId: 'r',
      resourcePath: '/{proxy+}',
      stage: 'desk',
    },
  };
}
