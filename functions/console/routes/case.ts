import { noteOpened } from '../access/note-opening.ts';
import { findCase } from '../cases/find-case.ts';
import { readPageSheets } from '../cases/page-sheets.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { casePage } from '../pages/case-page.ts';

export function caseRoutes(deps: ConsoleDeps): Pick<Handlers, 'case'> {
  return {
    async case(context) {
      const found = await findCase(deps.records, context.req.param('reference'));
      const { asker, submissionId, frame } = context.var;
      if (found === null || asker === null) return context.notFound();
      await noteOpened(deps, asker, submissionId, { what: 'opened-case', codes: [] });
      const sheets = await readPageSheets(deps, found.files);
      return context.html(casePage(frame, found, sheets));
    },
  };
}
