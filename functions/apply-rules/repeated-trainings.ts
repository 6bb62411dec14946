import { type Numbers, numbersOf } from '#shared/domain/same-number.ts';
import { isSameTitle } from '#shared/domain/title-likeness.ts';
import { fieldOf, type Training, textOf } from './claim.ts';
import { type Concern, concern } from './concern.ts';
import { wordsOfName } from './credit-traits.ts';
import { titleOf } from './pair-trainings.ts';

/**
 * A training that may be in another one of the same year already: the same title under another day, a session that a
 * conference's certificate lists, or a training of the same provider on the days of such a conference. Or one number of one
 * issuer stands on both, and they differ in what was surely read. It may be two sittings, or one claimed twice: a person says.
 */
export function repeatedTrainings(trainings: readonly Training[]): Map<Training, Concern> {
  const repeated = new Map<Training, Concern>();
  for (const [i, training] of trainings.entries()) {
    const isAgain = trainings.slice(0, i).some((earlier) => isSameTraining(earlier, training));
    const isPart = trainings.some((whole) => whole !== training && isPartOf(training, whole));
    const isNumbered = trainings.slice(0, i).some((earlier) => numbersOn(earlier, training) === 'same');
    if (!isAgain && !isPart && !isNumbered) continue;
    const title = titleOf(training) ?? 'A training';
    const why = isAgain
      ? `"${title}" appears more than once this year.`
      : isNumbered
        ? `The number of the certificate for "${title}" is on another certificate too.`
        : `"${title}" may be part of another training on your form.`;
    repeated.set(training, concern('duplicate-training', why, training.certificate ?? training.reported?.from));
  }
  return repeated;
}

function isSameTraining(one: Training, other: Training): boolean {
  const [left, right] = [titleOf(one), titleOf(other)];
  if (left === null || right === null || !isSameTitle(left, right)) return false;
  return mayBeSameProvider(one, other) || (numbersOn(one, other) === 'different' && isSameDay(one, other));
}

/** But for its number one could be the other; who gave it may be written in two ways. */
function isSameDay(one: Training, other: Training): boolean {
  const [left, right] = [dayOf(one, 'completedOn'), dayOf(other, 'completedOn')];
  return left !== null && left === right;
}

function numbersOn({ certificate: one }: Training, { certificate: other }: Training): Numbers {
  return one && other ? numbersOf(one.document, other.document) : 'nothing';
}

function isPartOf(training: Training, whole: Training): boolean {
  const title = titleOf(training);
  const sessions = whole.certificate?.document.sessions ?? [];
  if (title !== null && sessions.some((session) => isSameTitle(title, textOf(session.title) ?? ''))) return true;
  const [started, finished] = [dayOf(whole, 'startedOn'), dayOf(whole, 'completedOn')];
  const isConference = sessions.length > 0 || (started !== null && finished !== null && started < finished);
  const day = dayOf(training, 'completedOn');
  if (!isConference || finished === null || day === null) return false;
  return (started ?? finished) <= day && day <= finished && mayBeSameProvider(training, whole);
}

const dayOf = ({ certificate }: Training, name: string) => textOf(fieldOf(certificate, name));

/** Unless both name one, and not the same. */
function mayBeSameProvider(one: Training, other: Training): boolean {
  const [left, right] = [providerOf(one), providerOf(other)];
  return left === '' || right === '' || left === right;
}

function providerOf({ certificate, reported }: Training): string {
  return wordsOfName(textOf(fieldOf(certificate, 'provider')) ?? textOf(reported?.row.provider) ?? '');
}
