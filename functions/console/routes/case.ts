import { findLastList } from '#shared/records/saved-view-records.ts';
import { noteOpened } from '../access/note-opening.ts';
import { readWork, workOn } from '../cases/case-work.ts';
import { findCase } from '../cases/find-case.ts';
import { nothingTyped } from '../cases/typed-case.ts';
import { viewCase } from '../cases/view-case.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { casePage } from '../pages/case-page.ts';
import { keysPage } from '../pages/keys-page.ts';
import { isBeingRead } from '../parts/being-read.ts';
import { doneWords, isAboutDecision } from '../parts/done-words.ts';

export function caseRoutes(deps: ConsoleDeps): Pick<Handlers, 'case' | 'keys'> {
  return {
    async case(context) {
      const found = await findCase(deps.records, context.req.param('reference'));
      const { asker, submissionId, frame } = context.var;
      if (found === null || asker === null) return context.notFound();
      await noteOpened(deps, asker, submissionId, { what: 'opened-case', codes: [] });
      const stored = await readWork(deps.records, found);
      const work = workOn(stored, { now: deps.clock.now(), me: asker.staff.staffId });
      const done = context.req.query('done');
      // looked at too early, it is not through with reading yet
      const words = done === 'read-again' && isBeingRead({ found }) ? null : doneWords(done);
      const notice = words === null ? null : ({ kind: 'done', words } as const);
      const shown = {
        stored,
        work,
        typed: nothingTyped,
        tried: null,
        keeps: false,
        notice,
        isDone: isAboutDecision(done),
        list: await findLastList(deps.records, asker.staff.staffId),
      };
      return context.html(casePage(frame, await viewCase(deps, shown)));
    },
    keys: (context) => context.html(keysPage(context.var.frame)),
  };
}
