import { once } from 'node:events';
import { createServer, IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { type Asked, rightsOf } from './what-is-asked.ts';

/** The header by which lambda-host.ts says whose call it is. */
export const askedBy = 'x-asked-by';

export type AskingAws = {
  endpoint: string;
  /** what each Lambda asked for so far, by its name */
  asked: ReadonlyMap<string, readonly Asked[]>;
  /** the mails that were handed to SES, as they were handed over */
  sent: readonly Buffer[];
  stop(): void;
};

/**
 * Stands between the Lambdas and the server that is like AWS, and writes down what each of them asks for. Textract, which that server
 * has not, is answered here: a page with the words that `read` finds on the picture, or without any.
 */
export async function askingAws(to: string, read: ReadWords = async () => []): Promise<AskingAws> {
  const asked = new Map<string, Asked[]>();
  const sent: Buffer[] = [];
  const { hostname, port } = new URL(to);
  async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const { method = 'GET', url = '/', headers } = incoming;
    const note = (status: number) => {
      const who = String(headers[askedBy] ?? 'nobody');
      const its = rightsOf({ method, url, headers, body: body.toString('utf8'), status });
      asked.set(who, [...(asked.get(who) ?? []), ...its]);
    };
    if (String(headers['x-amz-target'] ?? '').startsWith('Textract.')) {
      note(200);
      const page = pictureSchema.parse(JSON.parse(body.toString('utf8'))).Document.Bytes;
      const Blocks = await read(Buffer.from(page, 'base64'));
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify({ Blocks }));
      return;
    }
    if (url.startsWith('/v2/email/outbound-emails')) sent.push(rawIn(body));
    const onwards = async () => {
      const asking = request({ hostname, port, method, path: url, headers });
      asking.end(body);
      const [answer] = z.tuple([z.instanceof(IncomingMessage)]).parse(await once(asking, 'response'));
      note(answer.statusCode ?? 0);
      const whole = await buffer(answer);
      response.writeHead(answer.statusCode ?? 502, answer.headers).end(whole);
    };
    await (String(headers['x-amz-target'] ?? '').startsWith('DynamoDB_') ? inTurn(onwards) : onwards());
  }
  // a transaction of that server that fails lays the whole table back as it was: a row that another call is just making stays half made
  let before = Promise.resolve();
  const inTurn = (ask: () => Promise<void>): Promise<void> => {
    const done = before.then(ask);
    before = done.catch(() => undefined);
    return done;
  };
  const server = createServer((incoming, response) => {
    pass(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    asked,
    sent,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What DetectDocumentText says of a picture, in blocks. */
export type ReadWords = (picture: Uint8Array) => Promise<object[]>;

const pictureSchema = z.object({ Document: z.object({ Bytes: z.string() }) });
const sendSchema = z.object({ Content: z.object({ Raw: z.object({ Data: z.string() }) }) });
const rawIn = (body: Buffer): Buffer =>
  Buffer.from(sendSchema.parse(JSON.parse(body.toString('utf8'))).Content.Raw.Data, 'base64');

/** One line for each right of each Lambda, sorted; of rows that are taken away, the beginning of their partition. */
export function askedInLines(asked: ReadonlyMap<string, readonly Asked[]>): string {
  const lines = [...asked].flatMap(([who, its]) =>
    its.map(
      ({ action, resource, of }) => `${who} ${action} ${resource}${of === undefined ? '' : ` ${beginningOf(of)}`}`,
    ),
  );
  return `${[...new Set(lines)].sort().join('\n')}\n`;
}

const beginningOf = (pk: string) => (pk.includes('#') ? `${pk.split('#')[0]}#*` : pk);
