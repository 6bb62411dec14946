import type { Refusal } from '#functions/desk/held-case.ts';
import { makeTryOut } from '#functions/desk/try-out.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Editing } from '../parts/editing.ts';
import { troubleWords } from '../parts/trouble-words.ts';
import type { CaseView } from './case-view.ts';
import type { CaseWork, StoredWork } from './case-work.ts';
import { findOnRoster } from './find-on-roster.ts';
import { otherPapers } from './other-papers.ts';
import { readPageSheets } from './page-sheets.ts';
import { changesIn, type Typed } from './typed-case.ts';

type Shown = Pick<CaseView, 'notice'> & {
  stored: StoredWork;
  work: CaseWork;
  typed: Typed;
  /** null: what is saved; else what is typed besides, on the page as it was shown */
  tried: CaseWork | null;
  /** controls stay, though the case is not the reader's any more: what was typed is not lost */
  keeps: boolean;
};

/** The page of a case as somebody sees it who may have typed something into it. */
export async function viewCase(deps: ConsoleDeps, shown: Shown): Promise<CaseView> {
  const { stored, work, notice, keeps } = shown;
  const { found } = stored;
  const isEdited = work.holder.is === 'me' || keeps;
  const [sheets, outcome] = await Promise.all([
    readPageSheets(deps, found.files),
    isEdited ? outcomeOf(deps, shown) : { now: null, untried: null },
  ]);
  const { now, untried } = outcome;
  const editing = isEdited ? await editingOf(deps, shown, now) : null;
  return { found, work, editing, sheets, outcomes: { stored: found.judgement, now }, notice, untried };
}

export type Outcome = { now: CaseView['outcomes']['now']; untried: string | null };

/** What would come out of what is saved and typed. */
export async function outcomeOf(
  { records, whatIf, programme }: ConsoleDeps,
  { stored, work, typed, tried }: Pick<Shown, 'stored' | 'work' | 'typed' | 'tried'>,
): Promise<Outcome> {
  const { submissionId } = stored.found.submission;
  const asked = { submissionId, who: work.me };
  const changes = tried === null ? [] : changesIn(typed, tried);
  const answer = await makeTryOut({ records, whatIf })({ ...asked, changes, rulings: noRulings });
  if (answer.answer === 'done') return { now: answer.judgement, untried: null };
  // a mail that was never opened cannot be judged, and nothing is wrong with what was typed
  if (answer.answer === 'no-such-case') return { now: null, untried: null };
  return { now: null, untried: refusalWords(answer, work, programme.timeZone) };
}

export const refusalWords = (refusal: Refusal, { staff }: CaseWork, timeZone: string): string =>
  troubleWords(refusal, { staff, timeZone });

async function editingOf(
  { records, programme }: ConsoleDeps,
  { stored, work, typed }: Shown,
  now: CaseView['outcomes']['now'],
): Promise<Editing> {
  const [others, hits] = await Promise.all([otherPapers(records, stored.found, now), findOnRoster(records, typed)]);
  return { work, typed, hits, others, timeZone: programme.timeZone };
}
