import type { Refusal } from '#functions/desk/held-case.ts';
import { makeTryOut } from '#functions/desk/try-out.ts';
import { decisionActionSchema } from '#shared/domain/decision.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import { isBeingRead } from '../parts/being-read.ts';
import type { Editing } from '../parts/editing.ts';
import { troubleWords } from '../parts/trouble-words.ts';
import type { CaseView } from './case-view.ts';
import type { CaseWork, StoredWork } from './case-work.ts';
import { findOnRoster } from './find-on-roster.ts';
import { otherPapers } from './other-papers.ts';
import { readPageSheets } from './page-sheets.ts';
import { readTopics } from './topics-known.ts';
import { changesIn, type Typed } from './typed-case.ts';
import { rulingsIn } from './typed-rulings.ts';

type Shown = Pick<CaseView, 'notice'> &
  Partial<Pick<CaseView, 'because' | 'isDone'>> & {
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
  const { stored, work, notice, keeps, because = '', isDone = false } = shown;
  const { found } = stored;
  const isEdited = keeps || (work.holder.is === 'me' && !isBeingRead({ found }));
  const [sheets, outcome] = await Promise.all([
    readPageSheets(deps, found.files),
    isEdited ? outcomeOf(deps, shown) : { now: null, untried: null },
  ]);
  const { now, untried } = outcome;
  const editing = isEdited ? await editingOf(deps, shown, now) : null;
  const outcomes = { stored: found.judgement, now };
  return {
    found,
    work,
    editing,
    sheets,
    outcomes,
    notice,
    untried,
    decisions: stored.decisions,
    review: stored.review,
    because,
    isDone,
    now: deps.clock.now(),
  };
}

export type Outcome = { now: CaseView['outcomes']['now']; untried: string | null };

/** What would come out of what is saved and typed, rulings too. */
export async function outcomeOf(
  { records, whatIf, programme }: ConsoleDeps,
  { stored, work, typed, tried }: Pick<Shown, 'stored' | 'work' | 'typed' | 'tried'>,
): Promise<Outcome> {
  const { submissionId } = stored.found.submission;
  const tryOut = makeTryOut({ records, whatIf });
  const asked = { submissionId, who: work.me, changes: tried === null ? [] : changesIn(typed, tried) };
  const plain = await tryOut({ ...asked, rulings: noRulings });
  // a mail that was never opened cannot be judged, and nothing is wrong with what was typed
  if (plain.answer === 'no-such-case') return { now: null, untried: null };
  if (plain.answer !== 'done') return { now: null, untried: refusalWords(plain, work, programme.timeZone) };
  const rulings = rulingsIn(typed, plain.judgement);
  if (rulings === null) return { now: plain.judgement, untried: noHours };
  if (isEmpty(rulings)) return { now: plain.judgement, untried: null };
  const ruled = await tryOut({ ...asked, rulings });
  if (ruled.answer === 'done') return { now: ruled.judgement, untried: null };
  return { now: plain.judgement, untried: refusalWords(ruled, work, programme.timeZone) };
}

export const noHours = 'An amount of hours that you typed is none. Write it like 1.5.';

const isEmpty = (rulings: object) => Object.values(rulings).every((some) => Array.isArray(some) && some.length === 0);

export const refusalWords = (refusal: Refusal, { staff }: CaseWork, timeZone: string): string =>
  troubleWords(refusal, { staff, timeZone });

async function editingOf(
  deps: ConsoleDeps,
  { stored, work, typed }: Shown,
  now: CaseView['outcomes']['now'],
): Promise<Editing> {
  const { records, programme } = deps;
  const [others, hits, draft, topics] = await Promise.all([
    otherPapers(records, stored.found, now),
    findOnRoster(records, typed),
    draftOf(deps, stored, typed, now),
    readTopics(records, programme),
  ]);
  return { work, typed: drafted(typed, draft), hits, others, topics, draft, timeZone: programme.timeZone };
}

/** Only when it was asked for: then it stands in the controls, to be edited. */
async function draftOf(
  { draftLetter }: ConsoleDeps,
  { found }: StoredWork,
  typed: Typed,
  judgement: Judgement | null,
): Promise<Editing['draft']> {
  const action = decisionActionSchema.safeParse(typed.get('action'));
  if (typed.get('do') !== 'draft' || judgement === null || !action.success) return null;
  return draftLetter({ submissionId: found.submission.submissionId, action: action.data, judgement });
}

const drafted = (typed: Typed, draft: Editing['draft']): Typed =>
  draft === null ? typed : new Map([...typed, ['letter.subject', draft.subject], ['letter.text', draft.text]]);
