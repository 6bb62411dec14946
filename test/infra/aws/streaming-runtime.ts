import { PassThrough, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

type Streaming = (event: unknown, answer: Writable) => Promise<void>;

const heads = new WeakMap<Writable, object>();

/**
 * Loaded before a bundle: what Lambda's runtime offers a program that answers in pieces (`awslambda`). Here the pieces are put
 * together again; `body` is text of Latin-1, so that bytes survive it.
 */
Reflect.set(globalThis, 'awslambda', {
  streamifyResponse: (handler: Streaming) => async (event: unknown) => {
    const answer = new PassThrough();
    const [bytes] = await Promise.all([buffer(answer), handler(event, answer)]);
    return { ...heads.get(answer), body: bytes.toString('latin1') };
  },
  HttpResponseStream: {
    from(answer: Writable, head: object): Writable {
      heads.set(answer, head);
      return answer;
    },
  },
});
