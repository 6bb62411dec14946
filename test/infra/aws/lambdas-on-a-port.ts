import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

export type Answering = (name: string, event: unknown) => Promise<unknown>;
export type LambdasOnAPort = { port: number; stop(): void };

/**
 * The one call of AWS Lambda that a workflow makes: invoke by name. moto runs Lambdas in containers only, so its interpreter is
 * pointed here. A fault that is thrown leaves as Lambda tells of it, with its name as `errorType`.
 */
export async function lambdasOnAPort(answer: Answering): Promise<LambdasOnAPort> {
  const server = createServer((request, response) => {
    invoke(request, answer).then(
      (said) => tell(response, said ?? null, {}),
      (fault: unknown) =>
        tell(
          response,
          { errorType: fault instanceof Error ? fault.name : 'Error', errorMessage: 'it failed' },
          { 'x-amz-function-error': 'Unhandled' },
        ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    port: portOf(server),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function invoke(request: IncomingMessage, answer: Answering): Promise<unknown> {
  const event = await json(request);
  const [, name] = /\/functions\/([^/]+)\/invocations/.exec(decodeURIComponent(request.url ?? '')) ?? [];
  if (name === undefined) throw new Error('no Lambda is named');
  return answer(name.replace(/^arn:.*:function:/, ''), event);
}

function tell(response: ServerResponse, said: unknown, headers: Record<string, string>): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(said));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
