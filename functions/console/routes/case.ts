import type { Hono } from 'hono';
import { findCase } from '../cases/find-case.ts';
import { readPageSheets } from '../cases/page-sheets.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import { casePage } from '../pages/case-page.ts';

export function addCaseRoutes(app: Hono, deps: ConsoleDeps): void {
  app.get('/cases/:reference', async (context) => {
    const found = await findCase(deps.records, context.req.param('reference'));
    if (found === null) return context.notFound();
    const sheets = await readPageSheets(deps, found.files);
    return context.html(casePage(deps, found, sheets));
  });
}
