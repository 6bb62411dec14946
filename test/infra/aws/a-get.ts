/** A request as a REST API hands it over (proxy integration, payload version 1.0). */
export function aGet(path: string, host = 'console.example') {
  const [plain = path, query = ''] = path.split('?');
  const asked = [...new URLSearchParams(query)].map(([name, value]) => [name, [value]]);
  return {
    resource: '/{proxy+}',
    path: plain,
    httpMethod: 'GET',
    headers: { Host: host, Accept: 'text/html' },
    multiValueHeaders: { Host: [host], Accept: ['text/html'] },
    queryStringParameters: null,
    multiValueQueryStringParameters: asked.length === 0 ? null : Object.fromEntries(asked),
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
