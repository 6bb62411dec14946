import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What a service says in place of its answer; `never`: it takes the request and keeps silent. */
export type Said = { status: number; body: unknown } | 'hang up' | 'never';
/** By the operation ("Textract.DetectDocumentText"); null: the service behind answers. */
export type Plan = (operation: string) => Said | null;
export type FaultyFront = { endpoint: string; asked: string[]; follow(plan: Plan): void; stop(): void };

export const throttled = (type: string): Said => ({ status: 400, body: { __type: type, message: 'slow down' } });

/** Stands before an AWS-compatible server, which itself never throttles, and speaks in its place where the plan says so. */
export async function aFaultyFront(behind: string): Promise<FaultyFront> {
  let plan: Plan = () => null;
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const operation = String(request.headers['x-amz-target'] ?? `${request.method} ${request.url}`);
    asked.push(operation);
    const said = plan(operation);
    if (said === 'never') return;
    if (said === 'hang up') request.socket.destroy();
    else if (said === null) await handOn(behind, request, body, response);
    else response.writeHead(said.status, { 'content-type': jsonOfAws }).end(JSON.stringify(said.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    asked,
    follow: (next) => {
      plan = next;
      asked.length = 0;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const jsonOfAws = 'application/x-amz-json-1.1';
/** Each belongs to one connection, or is counted anew. */
const ofOneHop = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'keep-alive']);

async function handOn(behind: string, request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    ofOneHop.has(name) || value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const { method = 'GET', url = '/' } = request;
  const answer = await fetch(`${behind}${url}`, { method, headers, ...(body.length > 0 && { body }) });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const back = [...answer.headers].filter(([name]) => !ofOneHop.has(name) && name !== 'content-encoding');
  response.writeHead(answer.status, { ...Object.fromEntries(back), 'content-length': String(bytes.length) });
  response.end(bytes);
}
