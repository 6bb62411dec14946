import '#test/infra/aws/streaming-runtime.ts';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { describe, expect, it } from 'vitest';
import { streamedAnswers } from '#shared/adapters/aws/streamed-answers.ts';
import { aGet, answerSchema } from '#test/infra/aws/a-get.ts';

const app = new Hono();
app.get('/who', (context) =>
  context.json({
    url: context.req.url,
    word: context.req.queries('word'),
    desk: getCookie(context, 'desk'),
    second: getCookie(context, 'second'),
  }),
);
app.post('/form', async (context) => context.json(await context.req.parseBody()));
app.post('/file', async (context) => {
  const { file } = await context.req.parseBody();
  return context.body(file instanceof File ? await file.arrayBuffer() : 'no file');
});
app.get('/in', (context) => {
  setCookie(context, 'one', '1');
  setCookie(context, 'two', '2');
  return context.redirect('/', 303);
});
app.get('/broken', () => {
  throw new Error('Dana Fontenot');
});
app.onError((_fault, context) => context.text('It did not work.', 500));

const handler = streamedAnswers(app);
const textOf = ({ body }: { body: string }): unknown => JSON.parse(Buffer.from(body, 'latin1').toString());
const ask = async (event: object) => answerSchema.parse(await handler(event));
const aPost = async (path: string, body: FormData | URLSearchParams) => {
  const sent = new Request('https://console.example', { method: 'POST', body });
  const type = [sent.headers.get('content-type') ?? ''];
  const bytes = Buffer.from(await sent.arrayBuffer()).toString('base64');
  const headers = { ...aGet(path).multiValueHeaders, 'Content-Type': type };
  return { ...aGet(path), httpMethod: 'POST', multiValueHeaders: headers, body: bytes, isBase64Encoded: true };
};

describe('a web app behind a REST API', () => {
  it('sees the address as the browser asked it, each value of its query, and its cookies, also in two lines', async () => {
    const event = aGet('/who?word=d%C3%A9j%C3%A0+vu&word=%26');
    const cookies = { Cookie: ['desk=a', 'second=b'] };
    const answer = await ask({ ...event, multiValueHeaders: { ...event.multiValueHeaders, ...cookies } });

    expect(textOf(answer)).toEqual({
      url: 'https://console.example/who?word=d%C3%A9j%C3%A0+vu&word=%26',
      ...{ word: ['déjà vu', '&'], desk: 'a', second: 'b' },
    });
  });

  it('is handed the words of a form and the bytes of a file', async () => {
    const form = await ask(await aPost('/form', new URLSearchParams({ reason: 'Señora & co' })));
    expect(textOf(form)).toEqual({ reason: 'Señora & co' });

    const bytes = Uint8Array.from({ length: 256 }, (_none, at) => at);
    const data = new FormData();
    data.set('file', new File([bytes], 'x.bin'));
    const file = await ask(await aPost('/file', data));
    expect(Buffer.from(file.body, 'latin1').equals(Buffer.from(bytes))).toBe(true);
  });

  it('answers with its status, its headers and each of its cookies, also where there is no body', async () => {
    const answer = await ask(aGet('/in'));

    expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/' }, body: '' });
    expect(answer.cookies).toEqual([expect.stringMatching(/^one=1/), expect.stringMatching(/^two=2/)]);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('says nothing of what went wrong, neither to the browser nor to the log of the Lambda', async () => {
    expect(await ask(aGet('/broken'))).toMatchObject({ statusCode: 500, body: 'It did not work.' });
    const fault = await handler({ ...aGet('/who'), path: 'Dana Fontenot' }).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(Error);
    expect(String(fault instanceof Error ? [fault.message, fault.stack] : fault)).not.toContain('Fontenot');
  });

  it('can be loaded where there is no runtime of Lambda but only what the SDK lays down in its name', async () => {
    const runtime: unknown = Reflect.get(globalThis, 'awslambda');
    for (const there of [undefined, { InvokeStore: {} }]) {
      Reflect.set(globalThis, 'awslambda', there);
      await expect(streamedAnswers(app)(aGet('/who'))).rejects.toMatchObject({ name: 'GiveUp' });
    }
    Reflect.set(globalThis, 'awslambda', runtime);
  });

  it('cannot leave its own host by a path that looks like another', async () => {
    const answer = await ask(aGet('//evil.example/who'));
    expect(answer.statusCode).toBe(404);
  });
});
