import { makeCorrect } from '#functions/desk/correct.ts';
import { makeLeases } from '#functions/desk/leases.ts';
import { liveView } from '../cases/outcome-of.ts';
import { notDone, readSent } from '../cases/sent-case.ts';
import { changesIn, type Typed } from '../cases/typed-case.ts';
import { viewCase } from '../cases/view-case.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { casePage } from '../pages/case-page.ts';
import { outcomeParts } from '../parts/outcome-parts.ts';
import { numberPlaces } from '../parts/places.ts';

/** What a reviewer types on the page of a case: tried, saved, and never lost. */
export function caseWorkRoutes(deps: ConsoleDeps): Pick<Handlers, 'saveCase' | 'whatIf'> {
  const correct = makeCorrect(deps);
  const leases = makeLeases(deps);

  return {
    async saveCase(context) {
      const sent = await readSent(deps, context);
      if (sent === null) return context.notFound();
      const { submissionId } = context.var;
      const { typed, shown, work } = sent;
      const given = { submissionId, who: work.me, version: Number(typed.get('version') ?? Number.NaN) };
      const isTakenAgain = typed.get('do') === 'take-and-save';
      if (isTakenAgain) await leases.claim(submissionId, work.me);
      const answer = await correct({ ...given, changes: changesIn(typed, shown), made: shown.corrections.length });
      if (answer.answer !== 'done') return notDone(deps, context, sent, answer);
      const done = isTakenAgain ? 'taken-saved' : 'saved';
      return context.redirect(`/cases/${work.reference}?done=${done}${anchorOf(typed)}`, 303);
    },

    async whatIf(context) {
      const sent = await readSent(deps, context);
      if (sent === null) return context.notFound();
      const { stored, work, typed, shown } = sent;
      const asked = { stored, work, typed, tried: shown };
      if (typed.get('part') === 'outcome') {
        const live = await liveView(deps, asked);
        const { rulePages } = deps.programme;
        const documents = work.documents.map((record, at) => numberPlaces(record, at + 1, true));
        return context.html(outcomeParts(live, { rulePages, documents }));
      }
      const view = await viewCase(deps, { ...asked, keeps: true, notice: null });
      return context.html(casePage(context.var.frame, view));
    },
  };
}

/** Back to the paper that the button stood beside. */
function anchorOf(typed: Typed): string {
  const [, at] = /^(?:confirmed|row-removed|session-removed):(\d{1,4})/.exec(typed.get('do') ?? '') ?? [];
  return at === undefined ? '' : `#document-${Number(at) + 1}`;
}
