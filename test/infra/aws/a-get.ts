/** A request as API Gateway hands it over (payload version 2.0). */
export function aGet(path: string) {
  return {
    version: '2.0',
    routeKey: 'GET /{proxy+}',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'console.example', accept: 'text/html' },
    isBase64Encoded: false,
    requestContext: {
      accountId: '1',
      apiId: 'a',
      domainName: 'console.example',
      domainPrefix: 'console',
      http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'r',
      routeKey: 'GET /{proxy+}',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
}
