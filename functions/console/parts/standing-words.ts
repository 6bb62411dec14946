import type { LookCause } from '#shared/domain/person-standing.ts';
import type { Resolution } from '#shared/domain/resolution.ts';

/** Why somebody was looked at in a night. */
export const causeWords: Readonly<Record<LookCause, string>> = {
  'first-standing': 'judged for the first time',
  touched: 'papers came, or something was decided',
  'roster-changed': 'the roster changed',
  'rules-changed': 'the pages of rules changed',
  'day-has-come': 'a day of the calendar came',
  'asked-by-hook': 'a letter may have been due',
  'turn-of-full-look': 'looked at by turns',
};

export const resolutionWords: Readonly<Record<Resolution['action'], string>> = {
  inactive: 'Does not remain active',
  extended: 'More time',
  closed: 'Closed: nothing more is asked',
  lifted: 'Take back what was said before',
};

export const resolutionStates: Readonly<Record<Resolution['state'], string>> = {
  proposed: 'waits for a second person',
  'in-effect': 'holds',
  refused: 'the second person did not agree',
};
