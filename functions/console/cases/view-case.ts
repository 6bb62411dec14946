import { judgedOnce } from '#functions/desk/judged-once.ts';
import { judgementSha256 } from '#functions/desk/shown-judgement.ts';
import { decisionActionSchema } from '#shared/domain/decision.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import { isBeingRead } from '../parts/being-read.ts';
import type { Editing } from '../parts/editing.ts';
import type { CaseView } from './case-view.ts';
import type { CaseWork, StoredWork } from './case-work.ts';
import { findOnRoster } from './find-on-roster.ts';
import { otherPapers } from './other-papers.ts';
import { basisOf, outcomeOf } from './outcome-of.ts';
import { readPageSheets } from './page-sheets.ts';
import { readTopics } from './topics-known.ts';
import type { Typed } from './typed-case.ts';

type Shown = Pick<CaseView, 'notice'> &
  Partial<Pick<CaseView, 'because' | 'isDone' | 'list'>> & {
    stored: StoredWork;
    work: CaseWork;
    typed: Typed;
    /** null: what is saved; else what is typed besides, on the page as it was shown */
    tried: CaseWork | null;
    /** controls stay, though the case is not the reader's any more: what was typed is not lost */
    keeps: boolean;
  };

/** The page of a case as somebody sees it who may have typed something into it. */
export async function viewCase(given: ConsoleDeps, shown: Shown): Promise<CaseView> {
  const { stored, work, notice, keeps, because = '', isDone = false, list = '' } = shown;
  const deps = { ...given, whatIf: judgedOnce(given.whatIf, stored.corrections.length) };
  const { found } = stored;
  const isEdited = keeps || (work.holder.is === 'me' && !isBeingRead({ found }));
  const [sheets, outcome] = await Promise.all([
    readPageSheets(deps, found.files),
    isEdited ? outcomeOf(deps, shown) : { now: null, unruled: null, untried: null },
  ]);
  const { now, unruled, untried } = outcome;
  const isPlain = shown.tried === null;
  const basis = !isEdited ? null : isPlain ? judgementSha256(unruled) : await basisOf(deps, stored, work);
  const editing = isEdited ? await editingOf(deps, shown, now) : null;
  const outcomes = { stored: found.judgement, now, unruled, basis };
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
    replies: stored.replies,
    because,
    isDone,
    list,
    now: deps.clock.now(),
  };
}

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
