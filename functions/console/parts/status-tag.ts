import { html } from 'hono/html';
import type { Answer } from '#shared/domain/answer.ts';
import type { Completeness } from '#shared/domain/application.ts';
import type { Credit } from '#shared/domain/credit.ts';
import type { Verdict } from '#shared/domain/finding.ts';
import type { Letter } from '#shared/domain/letter.ts';
import type { StandingWord } from '#shared/domain/standing-word.ts';
import type { WatchState } from '#shared/domain/watch.ts';
import type { ComparedVerdict } from '#shared/rules/compare/judge-stored.ts';
import type { ActiveAnswer } from '#shared/rules/standing/active-on.ts';
import { type QueueView, queueViewWords } from '../queue-view.ts';
import { completenessWords } from './application-words.ts';
import type { Html } from './html.ts';

/** Good news, a person must look, we wait, nothing to do, something went wrong: each with a sign of its own. */
type Tone = 'good' | 'ask' | 'wait' | 'quiet' | 'bad';
const signs: Readonly<Record<Tone, string>> = { good: '✓', ask: '?', wait: '…', quiet: '–', bad: '!' };

/** A state is told by its words and its sign; the colour only repeats it. */
function tag(tone: Tone, words: string): Html {
  return html`<span class="usa-tag desk-tag desk-tag--${tone}"
    ><span class="desk-tag__sign" aria-hidden="true">${signs[tone]}</span>${words}</span
  >`;
}

const viewTones: Readonly<Record<QueueView, Tone>> = {
  'needs-person': 'ask',
  'second-person': 'ask',
  settling: 'wait',
  'waiting-for-sender': 'wait',
  accepted: 'good',
  split: 'quiet',
  duplicates: 'quiet',
  'not-submissions': 'quiet',
  'set-aside': 'bad',
  'in-progress': 'wait',
};

export const twoAlphabetsTag: Html = tag('bad', 'Letters of two alphabets');

export function outcomeTag(view: QueueView): Html {
  const words = { ...queueViewWords, duplicates: 'Duplicate' };
  return tag(viewTones[view], words[view]);
}

const verdictWords: Readonly<Record<Verdict, { tone: Tone; words: string }>> = {
  met: { tone: 'good', words: 'Met' },
  'not-met': { tone: 'bad', words: 'Not met' },
  'cannot-tell': { tone: 'ask', words: 'Cannot tell' },
  'does-not-apply': { tone: 'quiet', words: 'Does not apply' },
};

export function verdictTag(verdict: Verdict): Html {
  return tag(verdictWords[verdict].tone, verdictWords[verdict].words);
}

export const verdictInWords = (verdict: Verdict): string => verdictWords[verdict].words;

const completenessTones: Readonly<Record<Completeness, Tone>> = {
  complete: 'good',
  incomplete: 'wait',
  'cannot-tell': 'ask',
};

export function completenessTag(completeness: Completeness): Html {
  return tag(completenessTones[completeness], completenessWords[completeness]);
}

const comparedWords: Readonly<Record<ComparedVerdict, { tone: Tone; words: string }>> = {
  ...verdictWords,
  'not-stored': { tone: 'wait', words: 'Cannot be told' },
  'no-rule': { tone: 'quiet', words: 'No rule' },
};

/** A verdict of two that are compared: also that the stored facts cannot give one, or that there is no such rule. */
export function comparedTag(verdict: ComparedVerdict): Html {
  return tag(comparedWords[verdict].tone, comparedWords[verdict].words);
}

const creditWords: Readonly<Record<Credit['status'], { tone: Tone; words: string }>> = {
  counted: { tone: 'good', words: 'Counted' },
  'not-counted': { tone: 'bad', words: 'Not counted' },
  undecided: { tone: 'ask', words: 'Undecided' },
};

export function creditTag(status: Credit['status']): Html {
  return tag(creditWords[status].tone, creditWords[status].words);
}

const answerWords: Readonly<Record<Answer['state'], { tone: Tone; words: string }>> = {
  sent: { tone: 'good', words: 'Sent' },
  waiting: { tone: 'wait', words: 'Waiting to be sent' },
  refused: { tone: 'bad', words: 'Address refused' },
  merged: { tone: 'quiet', words: 'Told in another letter' },
};

export function answerTag(state: Answer['state']): Html {
  return tag(answerWords[state].tone, answerWords[state].words);
}

const letterTags: Readonly<Record<Letter['state'], { tone: Tone; words: string }>> = {
  waiting: { tone: 'wait', words: 'Waiting for its hour' },
  sent: { tone: 'good', words: 'Sent' },
  held: { tone: 'ask', words: 'Nowhere to go' },
  withdrawn: { tone: 'quiet', words: 'Not sent' },
  refused: { tone: 'bad', words: 'Refused' },
  bounced: { tone: 'bad', words: 'Came back' },
};

export function letterTag(state: Letter['state']): Html {
  return tag(letterTags[state].tone, letterTags[state].words);
}

const standingTags: Readonly<Record<StandingWord, { tone: Tone; words: string }>> = {
  'not-yet-due': { tone: 'quiet', words: 'Not yet due' },
  'nothing-received': { tone: 'wait', words: 'Nothing received' },
  'in-progress': { tone: 'wait', words: 'In progress' },
  'in-review': { tone: 'ask', words: 'In review' },
  met: { tone: 'good', words: 'Met' },
  'documents-incomplete': { tone: 'wait', words: 'Documents incomplete' },
  'past-deadline-unresolved': { tone: 'bad', words: 'Past the deadline, unresolved' },
  inactive: { tone: 'quiet', words: 'Inactive' },
  closed: { tone: 'quiet', words: 'Closed by a person' },
  'cannot-tell': { tone: 'ask', words: 'Cannot tell' },
};

export function standingTag(word: StandingWord): Html {
  return tag(standingTags[word].tone, standingTags[word].words);
}

export const standingInWords = (word: StandingWord): string => standingTags[word].words;

const activeTags: Readonly<Record<ActiveAnswer['answer'], { tone: Tone; words: string }>> = {
  active: { tone: 'good', words: 'Active' },
  'not-active': { tone: 'bad', words: 'Not active' },
  'cannot-tell': { tone: 'ask', words: 'Cannot tell' },
};

export function activeTag(answer: ActiveAnswer['answer']): Html {
  return tag(activeTags[answer].tone, activeTags[answer].words);
}

const watchTags: Readonly<Record<WatchState, { tone: Tone; words: string }>> = {
  fine: { tone: 'good', words: 'In order' },
  found: { tone: 'bad', words: 'Found' },
  'cannot-tell': { tone: 'ask', words: 'Cannot tell' },
  'not-built': { tone: 'quiet', words: 'Not built' },
  elsewhere: { tone: 'quiet', words: 'Watched elsewhere' },
};

export function watchTag(state: WatchState): Html {
  return tag(watchTags[state].tone, watchTags[state].words);
}
