import type { Refusal } from '#functions/desk/held-case.ts';
import type { Decision } from '#shared/domain/decision.ts';
import { noteOpened } from '../access/note-opening.ts';
import { readForm } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext } from '../handlers.ts';
import { casePage } from '../pages/case-page.ts';
import { decidedWords } from '../parts/trouble-words.ts';
import { type CaseWork, readWork, type StoredWork, staffName, workOn } from './case-work.ts';
import { findCase } from './find-case.ts';
import { refusalWords } from './outcome-of.ts';
import { type Typed, touched, typedIn } from './typed-case.ts';
import { viewCase } from './view-case.ts';

/** A page of a case as it was sent: what was touched, on the case as that page showed it. */
export type Sent = { stored: StoredWork; work: CaseWork; shown: CaseWork; typed: Typed; because?: string };

/** Each answer to it shows the papers of the case, so it is written down as opening the page is. */
export async function readSent(deps: ConsoleDeps, context: DeskContext): Promise<Sent | null> {
  const { records, clock } = deps;
  const { asker, submissionId } = context.var;
  const found = await findCase(records, context.req.param('reference') ?? '');
  if (found === null || asker === null) return null;
  await noteOpened(deps, asker, submissionId, { what: 'opened-case', codes: [] });
  const all = typedIn(await readForm(context));
  const stored = await readWork(records, found);
  const at = { now: clock.now(), me: asker.staff.staffId };
  const made = /^\d{1,6}$/.test(all.get('made') ?? '') ? Number(all.get('made')) : undefined;
  const shown = workOn(stored, at, made);
  return { stored, work: workOn(stored, at), shown, typed: touched(all, shown) };
}

/** The page again with everything that was typed, and why nothing was done: on the case as it stands now. */
export async function notDone(deps: ConsoleDeps, context: DeskContext, sent: Sent, refusal: Refusal) {
  const isRefused = refusal.answer === 'refused';
  const { stored, work } = isRefused ? sent : await asItStands(deps, sent);
  const other = isRefused ? null : decidedSince(stored.decisions, sent.typed.get('version'));
  const words =
    other === null
      ? refusalWords(refusal, work, deps.programme.timeZone)
      : decidedWords(other.by === work.me ? 'you' : staffName(work.staff, other.by));
  const notice = { kind: 'trouble' as const, words };
  const keeps = sent.typed.has('version');
  const view = await viewCase(deps, { ...sent, stored, work, tried: sent.shown, keeps, notice });
  return context.html(casePage(context.var.frame, view), isRefused ? 422 : 409);
}

/** What a colleague did between our reading and our writing belongs on the page too. */
async function asItStands(
  { records, clock }: ConsoleDeps,
  { stored, work }: Sent,
): Promise<Pick<Sent, 'stored' | 'work'>> {
  const found = (await findCase(records, work.reference)) ?? stored.found;
  const fresh = await readWork(records, found);
  return { stored: fresh, work: workOn(fresh, { now: clock.now(), me: work.me }) };
}

/** The newest decision that was not there yet when the page was shown. */
function decidedSince(decisions: readonly Decision[], version: string | undefined): Decision | null {
  const seen = Number(version ?? Number.NaN);
  return decisions.findLast(({ basedOn }) => basedOn.version >= seen) ?? null;
}
