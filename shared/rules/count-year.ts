import { type Bounds, boundsAsFacts, boundsIn } from './bounds.ts';
import { withoutApproval, withoutEvidence } from './counting/approval.ts';
import type { CountedCredit } from './counting/counted-credit.ts';
import { measure } from './counting/measure.ts';
import { repeatsIn, withoutRepeats } from './counting/repeats.ts';
import type { Facts } from './facts.ts';
import { periodOf } from './period/period-facts.ts';
import type { Programme } from './programme.ts';

/** What a programme's page credits.md counts in the trainings of one person's report year, as facts. */
export function countYear(
  programme: Programme,
  trainings: readonly CountedCredit[],
  facts: Facts,
  year: number,
): Facts {
  const { counting } = programme;
  const classed = trainings.map((training) => withClass(training, counting.providerClasses));
  const period = periodOf(programme, facts, year);
  const [first, last] = [period?.parts?.at(0), period?.parts?.at(-1)];
  const whole = first && last ? { start: first.start, lastDay: last.lastDay } : null;
  return {
    ...measure(
      counting,
      withoutRepeats(classed, counting.repeats, whole),
      period?.parts ?? null,
      carriedIn(programme, facts),
    ),
    ...boundsAsFacts('trainings without approval', withoutApproval(classed, counting.approval)),
    ...boundsAsFacts('trainings without evidence', withoutEvidence(classed, counting.evidence)),
    'repeated trainings': repeatsIn(classed),
  };
}

/** Where hours may be carried over and nobody has said how many, there may be any number. */
function carriedIn({ period }: Programme, facts: Facts): Bounds {
  const carried = facts[carriedHours];
  if (typeof carried === 'number') return { least: carried, most: carried };
  const unsaid: Bounds = { least: 0, most: period.carryOver.isAllowed === false ? 0 : null };
  return boundsIn(facts, carriedHours) ?? unsaid;
}

const carriedHours = 'hours carried over';

/** The class of a provider by the table of credits.md; "any other" is the line for everybody who is not named. */
function withClass(training: CountedCredit, classes: Readonly<Record<string, string>>): CountedCredit {
  if (training.providerClass !== null || training.provider === null) return training;
  const found = classes[training.provider.toLowerCase().trim()] ?? classes['any other'];
  return found === undefined ? training : { ...training, providerClass: found };
}
