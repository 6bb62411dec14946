import type { Hono } from 'hono';
import type { ConsoleDeps } from '../console-deps.ts';
import { rulePage, rulesPage } from '../pages/rules-page.ts';
import { findRulePage } from '../rule-address.ts';

export function addRulesRoutes(app: Hono, deps: ConsoleDeps): void {
  app.get('/rules', (context) => context.html(rulesPage(deps)));
  app.get('/rules/*', (context) => {
    const page = findRulePage(deps.programme.rulePages, context.req.path);
    return page === null ? context.notFound() : context.html(rulePage(deps, page));
  });
}
