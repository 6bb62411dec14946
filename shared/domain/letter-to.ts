import type { WordedBy } from './worded-by.ts';

/** A letter of the office before it goes: as it stands in the reviewer's hands, or as it is sent. */
export type LetterTo = {
  to: string;
  subject: string;
  text: string;
  /** left out where a person wrote it, as is the next */
  language?: string;
  wordedBy?: WordedBy;
  /** what it says in the first language, where it is in another: for the reviewer who has to answer for it */
  inFirst?: { subject: string; text: string };
};
