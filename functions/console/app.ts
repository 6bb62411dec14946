import { Hono } from 'hono';
import type { ConsoleDeps } from './console-deps.ts';
import { troublePage } from './pages/trouble-page.ts';
import { addAssetRoutes } from './routes/assets.ts';
import { addCaseRoutes } from './routes/case.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addOutboxRoutes } from './routes/outbox.ts';
import { addPictureRoutes } from './routes/picture.ts';
import { addQueueRoutes } from './routes/queue.ts';
import { addRulesRoutes } from './routes/rules.ts';
import { answerOnlyTo, withSecurityHeaders } from './security-headers.ts';

/** The review console as one web app, without a host: the same on Lambda and on one machine. Read-only. */
export function makeConsole(deps: ConsoleDeps): Hono {
  const app = new Hono();
  app.use(withSecurityHeaders);
  app.use(answerOnlyTo(deps.hostNames));
  addHealthRoutes(app, deps);
  addAssetRoutes(app, deps);
  addQueueRoutes(app, deps);
  addPictureRoutes(app, deps);
  addCaseRoutes(app, deps);
  addOutboxRoutes(app, deps);
  addRulesRoutes(app, deps);
  app.notFound((context) => context.html(troublePage(deps, 'not-found'), 404));
  // What went wrong may name a person or a path: the page says only that it did.
  app.onError((fault, context) => {
    const isBusy = fault.name === 'TryAgain';
    return context.html(troublePage(deps, isBusy ? 'busy' : 'broken'), isBusy ? 503 : 500);
  });
  return app;
}
