import type { Refusal } from '#functions/desk/held-case.ts';
import { judgedOnce } from '#functions/desk/judged-once.ts';
import { judgementSha256 } from '#functions/desk/shown-judgement.ts';
import { makeTryOut } from '#functions/desk/try-out.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Editing } from '../parts/editing.ts';
import type { Outcomes } from '../parts/outcome-panel.ts';
import { troubleWords } from '../parts/trouble-words.ts';
import type { CaseWork, StoredWork } from './case-work.ts';
import { readTopics } from './topics-known.ts';
import { changesIn, type Typed } from './typed-case.ts';
import { rulingsIn } from './typed-rulings.ts';

type Asked = { stored: StoredWork; work: CaseWork; typed: Typed; tried: CaseWork | null };
export type Outcome = Pick<Outcomes, 'now' | 'unruled'> & { untried: string | null };

/** What follows somebody who types: not the papers, and nothing that has to be looked up for them. */
export async function liveView(given: ConsoleDeps, asked: Asked) {
  const { stored, work, typed } = asked;
  const deps = { ...given, whatIf: judgedOnce(given.whatIf, stored.corrections.length) };
  const [{ now, unruled, untried }, topics, basis] = await Promise.all([
    outcomeOf(deps, asked),
    readTopics(deps.records, deps.programme),
    basisOf(deps, stored, asked.tried ?? work),
  ]);
  const { timeZone } = deps.programme;
  const editing: Editing = { work, typed, topics, timeZone, hits: new Map(), others: [], draft: null };
  return { found: stored.found, outcomes: { stored: stored.found.judgement, now, unruled, basis }, untried, editing };
}

/** By which a decision knows that what its page showed still holds: what is saved in it, without what is typed. */
export async function basisOf({ whatIf }: ConsoleDeps, { found }: StoredWork, { me, corrections }: CaseWork) {
  const { submissionId } = found.submission;
  return judgementSha256(await whatIf({ submissionId, who: me, correctedUntil: corrections.length }));
}

/** What would come out of what is saved and typed, rulings too. */
export async function outcomeOf(
  { records, whatIf, programme }: ConsoleDeps,
  { stored, work, typed, tried }: Asked,
): Promise<Outcome> {
  const { submissionId } = stored.found.submission;
  const tryOut = makeTryOut({ records, whatIf });
  const asked = { submissionId, who: work.me, changes: tried === null ? [] : changesIn(typed, tried) };
  const plain = await tryOut({ ...asked, rulings: noRulings });
  // a mail that was never opened cannot be judged, and nothing is wrong with what was typed
  if (plain.answer === 'no-such-case') return { now: null, unruled: null, untried: null };
  if (plain.answer !== 'done')
    return { now: null, unruled: null, untried: refusalWords(plain, work, programme.timeZone) };
  const unruled = plain.judgement;
  const rulings = rulingsIn(typed, unruled);
  if (rulings === null) return { now: unruled, unruled, untried: noHours };
  if (isEmpty(rulings)) return { now: unruled, unruled, untried: null };
  const ruled = await tryOut({ ...asked, rulings });
  if (ruled.answer === 'done') return { now: ruled.judgement, unruled, untried: null };
  return { now: unruled, unruled, untried: refusalWords(ruled, work, programme.timeZone) };
}

export const noHours = 'An amount of hours that you typed is none. Write it like 1.5.';

const isEmpty = (rulings: object) => Object.values(rulings).every((some) => Array.isArray(some) && some.length === 0);

export const refusalWords = (refusal: Refusal, { staff }: CaseWork, timeZone: string): string =>
  troubleWords(refusal, { staff, timeZone });
