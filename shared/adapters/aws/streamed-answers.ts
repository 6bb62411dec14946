import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { GiveUp } from '#shared/domain/faults.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';

const listsSchema = z.record(z.string(), z.array(z.string())).nullish();

/** A request as a REST API hands it to a Lambda (proxy integration). */
const requestSchema = z.object({
  httpMethod: z.string(),
  path: z.string().startsWith('/'),
  multiValueHeaders: listsSchema,
  multiValueQueryStringParameters: listsSchema,
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({ domainName: z.string() }),
});

type Streaming = (event: unknown, answer: Writable) => Promise<void>;
/** What Lambda's runtime lays beside a program that answers piece by piece. */
type Runtime = {
  streamifyResponse(handler: Streaming): (event: unknown) => Promise<unknown>;
  HttpResponseStream: { from(answer: Writable, head: object): Writable };
};
/** The SDK lays an object of this name down itself where there is none: what counts is what is in it. */
const runtimeSchema = z.custom<Runtime>(
  (given) =>
    typeof given === 'object' && given !== null && typeof Reflect.get(given, 'streamifyResponse') === 'function',
);

/**
 * A web app behind a REST API, answered piece by piece: all at once a Lambda may answer with 6 MB, and a mail with its papers is
 * larger. Where there is no runtime of Lambda (the bench of imports) it can be loaded and not called.
 */
export function streamedAnswers(app: { fetch(request: Request): Response | Promise<Response> }) {
  const { data: runtime } = runtimeSchema.safeParse(Reflect.get(globalThis, 'awslambda'));
  if (runtime === undefined)
    return async (): Promise<unknown> => {
      throw new GiveUp('there is no runtime of Lambda here');
    };
  return runtime.streamifyResponse(
    plainHandler(async (event, answer) => {
      const response = await app.fetch(requestOf(event));
      const out = runtime.HttpResponseStream.from(answer, headOf(response));
      // the head leaves with the first piece, and an answer may have none
      out.write('');
      if (response.body === null) out.end();
      else await pipeline(Readable.from(response.body), out);
    }),
  );
}

function requestOf(event: unknown): Request {
  const asked = requestSchema.parse(event);
  const query = new URLSearchParams(pairsOf(asked.multiValueQueryStringParameters)).toString();
  const url = `https://${asked.requestContext.domainName}${asked.path}${query === '' ? '' : `?${query}`}`;
  // one line of cookies may come in several
  const headers = Object.entries(asked.multiValueHeaders ?? {}).map(([name, values]) => [
    name,
    values.join(name.toLowerCase() === 'cookie' ? '; ' : ', ').replace(/[^\t\x20-\x7e]/g, '?'),
  ]);
  const body = asked.body ? Buffer.from(asked.body, asked.isBase64Encoded ? 'base64' : 'utf8') : null;
  return new Request(url, { method: asked.httpMethod, headers: Object.fromEntries(headers), body });
}

const pairsOf = (lists: z.infer<typeof listsSchema>): [string, string][] =>
  Object.entries(lists ?? {}).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));

function headOf({ status, headers }: Response): object {
  const plain = [...headers].filter(([name]) => name !== 'set-cookie');
  return { statusCode: status, headers: Object.fromEntries(plain), cookies: headers.getSetCookie() };
}
