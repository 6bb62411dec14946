import type { modes } from '#shared/domain/credit.ts';
import type { HoursHundredths } from '#shared/domain/hours.ts';

export type Mode = (typeof modes)[number];

/**
 * One training as the measures see it. `null` is "not known": it never counts for certain and is never ruled out, so
 * that a measure can say from where to where it lies.
 */
export type CountedCredit = {
  readonly title: string;
  /** the paper it stands on: two lines of one paper are parts of one training, never a repeat */
  readonly paper: string | null;
  readonly hours: HoursHundredths | null;
  /** undecided: with a person */
  readonly status: 'counted' | 'undecided' | 'not-counted';
  /** a person has said that it counts: what is otherwise left to a person no longer stands against it */
  readonly isConfirmed: boolean;
  readonly completedOn: string | null;
  /** the programme's own words, such as ethics or boundaries */
  readonly topics: readonly string[] | null;
  readonly mode: Mode | null;
  readonly provider: string | null;
  readonly providerClass: string | null;
  readonly isInService: boolean | null;
  readonly isSelfPresented: boolean | null;
  /** listed: in the register; form: with its own form; none */
  readonly approval: 'listed' | 'form' | 'none' | null;
  /** kinds of paper that came for it, by the words of credits.md */
  readonly evidence: readonly string[] | null;
};

/** What a selector may ask, and the values a credit has for it; null when not known. */
export const attributes: Readonly<Record<string, (credit: CountedCredit) => readonly string[] | null>> = {
  topic: (credit) => credit.topics,
  mode: (credit) => one(credit.mode),
  provider: (credit) => one(credit.provider),
  'provider class': (credit) => one(credit.providerClass),
  'in-service': (credit) => yesNo(credit.isInService),
  'self presented': (credit) => yesNo(credit.isSelfPresented),
  approval: (credit) => one(credit.approval),
  evidence: (credit) => credit.evidence,
};

function one(value: string | null): readonly string[] | null {
  return value === null ? null : [value];
}

function yesNo(value: boolean | null): readonly string[] | null {
  return value === null ? null : [value ? 'yes' : 'no'];
}
