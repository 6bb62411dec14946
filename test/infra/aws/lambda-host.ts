import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { askedBy } from './asking-aws.ts';

/** Runs in a process of its own: loads bundles as Lambda would, and answers one event after another. */
const askSchema = z.object({ id: z.number(), bundle: z.string(), event: z.unknown() });
const createdSchema = z.object({ request: z.instanceof(ClientRequest) });
const moduleSchema = z.object({ handler: z.custom<(event: unknown, context: unknown) => Promise<unknown>>() });

/** Which Lambda is at work here: each of its calls says so, to whoever writes down what it asks for. */
const atWork = new AsyncLocalStorage<string>();
subscribe('http.client.request.created', (message) => {
  const request = createdSchema.safeParse(message).data?.request;
  const name = atWork.getStore();
  if (request && name !== undefined && !request.headersSent) request.setHeader(askedBy, name);
});

process.on('message', (message) => {
  const { id, bundle, event } = askSchema.parse(message);
  import(pathToFileURL(bundle).href)
    .then((loaded) => {
      const { handler } = moduleSchema.parse({ handler: loaded.handler });
      return atWork.run(basename(dirname(bundle)), () => handler(event, {}));
    })
    .then(
      (answer) => process.send?.({ id, answer: answer ?? null }),
      (fault: unknown) => process.send?.({ id, fault: fault instanceof Error ? fault.name : 'Error' }),
    );
});
