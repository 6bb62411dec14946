import { createServer } from 'node:http';

export type Answer = { status: number; body: unknown; headers?: Record<string, string> };
export type AnsweringServer = { endpoint: string; requests: unknown[]; close(): Promise<void> };

/** Says to the real SDK client, over HTTP, what the service would say. `answer` sees the body of each request. */
export async function answeringServer(answer: (request: unknown) => Answer | 'hang up'): Promise<AnsweringServer> {
  const requests: unknown[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const body: unknown = text === '' ? null : JSON.parse(text);
    requests.push(body);
    const said = answer(body);
    if (said === 'hang up') {
      request.socket.destroy();
      return;
    }
    response.writeHead(said.status, { 'content-type': 'application/x-amz-json-1.1', ...said.headers });
    response.end(JSON.stringify(said.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
