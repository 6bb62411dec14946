import type { Paper } from '#test/fixtures/make/content.ts';
import type { Person } from '#test/fixtures/make/people.ts';
import type { Took } from './courses.ts';

/** What stands on a paper, as anybody sees who holds it. */
export type States =
  | { readonly what: 'report'; readonly of: string; readonly lists: readonly Took[]; readonly isSigned: boolean }
  | { readonly what: 'certificate'; readonly of: string; readonly took: Took }
  | { readonly what: 'guidance'; readonly of: string; readonly took: Took }
  | { readonly what: 'nothing' };

export type SentPaper = {
  readonly name: string;
  readonly paper: Paper;
  readonly states: States;
  /** nobody can open it */
  readonly isClosed: boolean;
};

/** Papers of one person in a mail, before they are drawn. */
export type Bundle = {
  readonly person: Person;
  /** lists these trainings; none is sent when left out */
  readonly report?: { readonly lists: readonly Took[]; readonly isSigned: boolean };
  readonly certificates: readonly (Took & { readonly printedFor?: Person; readonly isLocked?: boolean })[];
  readonly guidance?: readonly Took[];
};

/** papers: as asked. question: words alone. automatic: written by a machine. invitation: nothing for the office. */
export type Nature = 'papers' | 'question' | 'automatic' | 'invitation';

/** A mail as its sender has it in mind. */
export type MailIntent = {
  /** unlike any other mail's */
  readonly key: string;
  /** of the habits below; two mails with the same `papersKey` bring the same bytes */
  readonly papersKey: string;
  readonly nature: Nature;
  /** whom it is about */
  readonly people: readonly Person[];
  readonly from: { readonly name: string; readonly address: string };
  readonly isForged: boolean;
  readonly subject: string;
  readonly text: string;
  readonly bundles: readonly Bundle[];
  readonly wrapping: 'files' | 'zip' | 'forwarded' | 'link';
};

/** What one person, or one employer for several, does in the year. */
export type Story = {
  readonly habit: string;
  readonly people: readonly Person[];
  /** with the instant at which the office's server takes it */
  readonly sends: readonly { readonly at: string; readonly mail: MailIntent }[];
  /** what is sent when the office asks for something, one after the other */
  readonly replies: readonly { readonly afterDays: number; readonly mail: MailIntent }[];
  /** `replies` are sent after a reminder of autumn, not when something is asked for */
  readonly isReminded: boolean;
  /** every letter to them is answered by a machine */
  readonly isAway: boolean;
  /** on no roster */
  readonly isStranger: boolean;
};
