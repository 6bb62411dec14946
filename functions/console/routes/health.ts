import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';

/** Says only whether the store of records answers. */
export function healthRoutes({ records }: ConsoleDeps): Pick<Handlers, 'health'> {
  return {
    async health(context) {
      try {
        await records.find({ pk: 'HEALTH', sk: 'HEALTH' });
        return context.json({ state: 'ok' });
      } catch {
        return context.json({ state: 'the store of records does not answer' }, 503);
      }
    },
  };
}
