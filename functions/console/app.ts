import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { TryAgain } from '#shared/domain/faults.ts';
import { frameFor } from './access/asker.ts';
import { guardOf } from './access/guard.ts';
import type { ConsoleDeps } from './console-deps.ts';
import type { DeskEnv, Handlers } from './handlers.ts';
import { troublePage } from './pages/trouble-page.ts';
import { type RouteName, routeNames, routeOf } from './route-table.ts';
import { accountRoutes } from './routes/accounts.ts';
import { applicationRoutes } from './routes/applications.ts';
import { assetRoutes } from './routes/assets.ts';
import { auditRoutes } from './routes/audit.ts';
import { blindRoutes } from './routes/blind.ts';
import { caseRoutes } from './routes/case.ts';
import { caseDecisionRoutes } from './routes/case-decision.ts';
import { caseLeaseRoutes } from './routes/case-lease.ts';
import { caseWorkRoutes } from './routes/case-work.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { findRoutes } from './routes/find.ts';
import { handbookRoutes } from './routes/handbook.ts';
import { healthRoutes } from './routes/health.ts';
import { identityChangeRoutes } from './routes/identity-changes.ts';
import { importRoutes } from './routes/imports.ts';
import { linkRoutes } from './routes/link.ts';
import { numbersRoutes } from './routes/numbers.ts';
import { originalRoutes } from './routes/originals.ts';
import { outboxRoutes } from './routes/outbox.ts';
import { paperRoutes } from './routes/papers.ts';
import { peopleRoutes } from './routes/people.ts';
import { pictureRoutes } from './routes/picture.ts';
import { proveRoutes } from './routes/prove.ts';
import { providerRoutes } from './routes/provider.ts';
import { quarantineRoutes } from './routes/quarantine.ts';
import { queueRoutes } from './routes/queue.ts';
import { reminderRoutes } from './routes/reminders.ts';
import { reopenRoutes } from './routes/reopen.ts';
import { retentionRoutes } from './routes/retention.ts';
import { rulesRoutes } from './routes/rules.ts';
import { savedViewRoutes } from './routes/saved-views.ts';
import { setApartRoutes } from './routes/set-apart.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { standingRoutes } from './routes/standings.ts';
import { sweepRoutes } from './routes/sweep.ts';
import { trainingRoutes } from './routes/trainings.ts';
import { verificationRoutes } from './routes/verifications.ts';
import { watchRoutes } from './routes/watch.ts';
import { whatWouldChangeRoutes } from './routes/what-would-change.ts';
import { yearRoutes } from './routes/years.ts';
import { answerOnlyTo, withSecurityHeaders } from './security-headers.ts';

export type ConsoleApp = Hono<DeskEnv>;

const bodyBytesMax = 1_000_000;

/** The review console as one web app, without a host: the same on Lambda and on one machine. */
export function makeConsole(deps: ConsoleDeps): ConsoleApp {
  const app: ConsoleApp = new Hono();
  app.use(withSecurityHeaders);
  app.use(answerOnlyTo(deps.hostNames));
  const handlers: Handlers = {
    ...healthRoutes(deps),
    ...assetRoutes(deps),
    ...signInRoutes(deps),
    ...linkRoutes(deps),
    ...proveRoutes(deps),
    ...providerRoutes(deps),
    ...queueRoutes(deps),
    ...findRoutes(deps),
    ...savedViewRoutes(deps),
    ...caseRoutes(deps),
    ...caseWorkRoutes(deps),
    ...caseLeaseRoutes(deps),
    ...caseDecisionRoutes(deps),
    ...paperRoutes(deps),
    ...reopenRoutes(deps),
    ...setApartRoutes(deps),
    ...pictureRoutes(deps),
    ...peopleRoutes(deps),
    ...verificationRoutes(deps),
    ...identityChangeRoutes(deps),
    ...reminderRoutes(deps),
    ...standingRoutes(deps),
    ...sweepRoutes(deps),
    ...trainingRoutes(deps),
    ...importRoutes(deps),
    ...applicationRoutes(deps),
    ...originalRoutes(deps),
    ...outboxRoutes(deps),
    ...auditRoutes(deps),
    ...numbersRoutes(deps),
    ...blindRoutes(deps),
    ...watchRoutes(deps),
    ...retentionRoutes(deps),
    ...yearRoutes(deps),
    ...evidenceRoutes(deps),
    ...quarantineRoutes(deps),
    ...accountRoutes(deps),
    ...whatWouldChangeRoutes(deps),
    ...handbookRoutes(deps),
    ...rulesRoutes(deps),
  };
  for (const name of routeNames) mount(app, deps, name, handlers);
  const bare = frameFor(deps, null);
  app.notFound((context) => context.html(troublePage(context.var.frame ?? bare, 'not-found'), 404));
  // What went wrong may name a person or a path: the page says only that it did.
  app.onError((fault, context) => {
    const isBusy = fault instanceof TryAgain;
    return context.html(troublePage(context.var.frame ?? bare, isBusy ? 'busy' : 'broken'), isBusy ? 503 : 500);
  });
  return app;
}

const tooLarge = (context: Context) => context.text('What was sent is too large. Please send less at once.', 413);

function mount(app: ConsoleApp, deps: ConsoleDeps, name: RouteName, handlers: Handlers): void {
  const { method, path, bodyBytesMax: maxSize = bodyBytesMax } = routeOf(name);
  const handler = handlers[name] as MiddlewareHandler<DeskEnv>;
  app.on(method, path, bodyLimit({ maxSize, onError: tooLarge }), guardOf(deps, name), handler);
}
