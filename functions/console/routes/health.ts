import type { Hono } from 'hono';
import type { ConsoleDeps } from '../console-deps.ts';

/** Says only whether the store of records answers. */
export function addHealthRoutes(app: Hono, { records }: ConsoleDeps): void {
  app.get('/health', async (context) => {
    try {
      await records.find({ pk: 'HEALTH', sk: 'HEALTH' });
      return context.json({ state: 'ok' });
    } catch {
      return context.json({ state: 'the store of records does not answer' }, 503);
    }
  });
}
