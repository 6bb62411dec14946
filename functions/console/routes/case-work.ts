import { makeCorrect } from '#functions/desk/correct.ts';
import type { Refusal } from '#functions/desk/held-case.ts';
import { makeLeases } from '#functions/desk/leases.ts';
import { readForm } from '../access/read-form.ts';
import { type CaseWork, readWork, type StoredWork, workOn } from '../cases/case-work.ts';
import { findCase } from '../cases/find-case.ts';
import { changesIn, type Typed, touched, typedIn } from '../cases/typed-case.ts';
import { outcomeOf, refusalWords, viewCase } from '../cases/view-case.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { casePage } from '../pages/case-page.ts';
import { outcomeParts } from '../parts/outcome-panel.ts';

/** A page of a case as it was sent: what was touched, on the case as that page showed it. */
type Sent = { stored: StoredWork; work: CaseWork; shown: CaseWork; typed: Typed };

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
      const answer = await correct({ ...given, changes: changesIn(typed, shown) });
      if (answer.answer !== 'done') return notSaved(deps, context, sent, answer);
      const done = isTakenAgain ? 'taken-saved' : 'saved';
      return context.redirect(`/cases/${work.reference}?done=${done}${anchorOf(typed)}`, 303);
    },

    async whatIf(context) {
      const sent = await readSent(deps, context);
      if (sent === null) return context.notFound();
      const { stored, work, typed, shown } = sent;
      const asked = { stored, work, typed, tried: shown };
      if (typed.get('part') === 'outcome') {
        const { now, untried } = await outcomeOf(deps, asked);
        return context.html(outcomeParts({ stored: stored.found.judgement, now }, untried));
      }
      const view = await viewCase(deps, { ...asked, keeps: true, notice: null });
      return context.html(casePage(context.var.frame, view));
    },
  };
}

async function readSent({ records, clock }: ConsoleDeps, context: DeskContext): Promise<Sent | null> {
  const { asker } = context.var;
  const found = await findCase(records, context.req.param('reference') ?? '');
  if (found === null || asker === null) return null;
  const all = typedIn(await readForm(context));
  const stored = await readWork(records, found);
  const at = { now: clock.now(), me: asker.staff.staffId };
  const made = /^\d{1,6}$/.test(all.get('made') ?? '') ? Number(all.get('made')) : undefined;
  const shown = workOn(stored, at, made);
  return { stored, work: workOn(stored, at), shown, typed: touched(all, shown) };
}

/** The page again with everything that was typed, and why nothing was written. */
async function notSaved(deps: ConsoleDeps, context: DeskContext, sent: Sent, refusal: Refusal) {
  const words = refusalWords(refusal, sent.work, deps.programme.timeZone);
  const notice = { kind: 'trouble' as const, words };
  const view = await viewCase(deps, { ...sent, tried: sent.shown, keeps: true, notice });
  return context.html(casePage(context.var.frame, view), refusal.answer === 'refused' ? 422 : 409);
}

/** Back to the paper that the button stood beside. */
function anchorOf(typed: Typed): string {
  const [, at] = /^(?:confirmed|row-removed):(\d{1,4})/.exec(typed.get('do') ?? '') ?? [];
  return at === undefined ? '' : `#document-${Number(at) + 1}`;
}
