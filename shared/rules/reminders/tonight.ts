import type { Specialist } from '#shared/domain/person.ts';
import type { ReminderDue } from './reminders-due.ts';

/** A letter that the next night would write. `held`: it has nowhere to go. */
export type LetterOfTonight = {
  specialist: Specialist;
  due: ReminderDue;
  held: 'no-address' | 'address-stopped' | null;
};

/** Where a page of the list goes on: behind this person of this segment of the roster. */
export type RosterPlace = { segment: string; after: string | null };

/** One page of what the next night would write. */
export type Tonight = {
  /** the day that it judges */
  day: string;
  isQuiet: boolean;
  letters: readonly LetterOfTonight[];
  walked: number;
  next: RosterPlace | null;
};

/** null: nobody is written to unasked. */
export type AskTonight = (from: RosterPlace) => Promise<Tonight | null>;
