import type { Hono } from 'hono';
import type { ConsoleDeps } from '../console-deps.ts';
import { rulesPage } from '../pages/rules-page.ts';

export function addRulesRoutes(app: Hono, deps: ConsoleDeps): void {
  app.get('/rules', (context) => context.html(rulesPage(deps)));
}
