import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Runs in a process of its own: loads bundles as Lambda would, and answers one event after another. */
const askSchema = z.object({ id: z.number(), bundle: z.string(), event: z.unknown() });
const moduleSchema = z.object({ handler: z.custom<(event: unknown, context: unknown) => Promise<unknown>>() });

process.on('message', (message) => {
  const { id, bundle, event } = askSchema.parse(message);
  import(pathToFileURL(bundle).href)
    .then((loaded) => moduleSchema.parse({ handler: loaded.handler }).handler(event, {}))
    .then(
      (answer) => process.send?.({ id, answer: answer ?? null }),
      (fault: unknown) => process.send?.({ id, fault: fault instanceof Error ? fault.name : 'Error' }),
    );
});
