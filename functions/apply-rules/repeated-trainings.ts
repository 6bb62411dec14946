import { isSameTitle } from '#shared/domain/title-likeness.ts';
import { fieldOf, type Training, textOf } from './claim.ts';
import { type Concern, concern } from './concern.ts';
import { wordsOfName } from './credit-traits.ts';
import { titleOf } from './pair-trainings.ts';

/**
 * A training that may be in another one of the same year already: the same title under another day, a session that a
 * conference's certificate lists, or a training of the same provider on the days of such a conference. It may be two
 * sittings, or one claimed twice: a person says.
 */
export function repeatedTrainings(trainings: readonly Training[]): Map<Training, Concern> {
  const repeated = new Map<Training, Concern>();
  for (const [i, training] of trainings.entries()) {
    const isAgain = trainings.slice(0, i).some((earlier) => isSameTraining(earlier, training));
    const isPart = trainings.some((whole) => whole !== training && isPartOf(training, whole));
    if (!isAgain && !isPart) continue;
    const title = titleOf(training) ?? 'A training';
    const why = isAgain
      ? `"${title}" appears more than once this year.`
      : `"${title}" may be part of another training on your form.`;
    repeated.set(training, concern('duplicate-training', why, training.certificate ?? training.reported?.from));
  }
  return repeated;
}

function isSameTraining(one: Training, other: Training): boolean {
  const [left, right] = [titleOf(one), titleOf(other)];
  return left !== null && right !== null && isSameTitle(left, right) && mayBeSameProvider(one, other);
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
