import type { Refusal } from '#functions/desk/held-case.ts';
import { noteOpened } from '../access/note-opening.ts';
import { readForm } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext } from '../handlers.ts';
import { casePage } from '../pages/case-page.ts';
import { type CaseWork, readWork, type StoredWork, workOn } from './case-work.ts';
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

/** The page again with everything that was typed, and why nothing was done. */
export async function notDone(deps: ConsoleDeps, context: DeskContext, sent: Sent, refusal: Refusal) {
  const words = refusalWords(refusal, sent.work, deps.programme.timeZone);
  const notice = { kind: 'trouble' as const, words };
  const view = await viewCase(deps, { ...sent, tried: sent.shown, keeps: sent.typed.has('version'), notice });
  return context.html(casePage(context.var.frame, view), refusal.answer === 'refused' ? 422 : 409);
}
