import { z } from 'zod';
import { type DocumentRecord, documentKindSchema } from './document.ts';
import { submissionIdSchema } from './ids.ts';
import type { Judgement } from './judgement.ts';
import { matchKindSchema } from './person.ts';
import { valueMediumSchema } from './reading.ts';
import { reasonCodeSchema } from './reason.ts';
import { byWeight } from './reason-weight.ts';
import type { Submission } from './submission.ts';

/** Where a mail lies that the machine is through with. Each lies on exactly one, by its own row alone. */
export const shelves = [
  'needs-person',
  'set-aside',
  'waiting-for-sender',
  'accepted',
  'duplicates',
  'not-submissions',
  'split',
] as const;
export type Shelf = (typeof shelves)[number];

/** What is said of a mail that met a fault of ours after it was decided: it is a person's then, whatever was decided. */
export const faultText =
  'Something went wrong while this e-mail was being handled. It is kept as it came; a person will look at it.';

type Lying = Pick<Submission, 'state' | 'outcome' | 'reasons' | 'quarantineOrder'>;

export function shelfOf({ state, outcome, reasons, quarantineOrder }: Lying): Shelf {
  // two people let it go: nobody waits for it any more
  if (quarantineOrder?.action === 'destroy') return 'not-submissions';
  if (state === 'set-aside' || outcome === 'quarantined') return 'set-aside';
  if (reasons.some(({ text }) => text === faultText)) return 'needs-person';
  if (outcome === 'accepted') return 'accepted';
  if (outcome === 'needs-sender') return 'waiting-for-sender';
  if (outcome === 'duplicate') return 'duplicates';
  if (outcome === 'split') return 'split';
  return outcome === 'not-a-submission' ? 'not-submissions' : 'needs-person';
}

const shownMax = 3;
const lettersMax = 300;

/** What one line of the queue says about a mail: all that its filters, its order and its search need, and nothing else. */
export const queueLineSchema = z.object({
  submissionId: submissionIdSchema,
  reference: z.string(),
  receivedAt: z.string(),
  shelf: z.enum(shelves),
  sender: z.string().nullable(),
  /** names as matched, the first few; `peopleCount` says how many there are */
  people: z.array(z.object({ name: z.string(), match: matchKindSchema })),
  peopleCount: z.number().int(),
  /** of the person whose papers are due first */
  year: z.number().int().nullable(),
  due: z.string().nullable(),
  /** the weightiest sentences, and every code once, the weightiest first */
  why: z.array(z.string()),
  codes: z.array(reasonCodeSchema),
  /** what has yet to come, the smallest first; the first few of `missingCount` */
  missing: z.array(z.string()),
  missingCount: z.number().int(),
  kinds: z.array(documentKindSchema),
  media: z.array(valueMediumSchema),
  documents: z.number().int(),
});
export type QueueLine = z.infer<typeof queueLineSchema>;

type Known = {
  submission: Submission;
  judgement: Judgement | null;
  documents: readonly Pick<DocumentRecord, 'kind' | 'reading'>[];
};

export function queueLineOf({ submission, judgement, documents }: Known): QueueLine {
  const reasons = byWeight(submission.reasons);
  const why = distinct(reasons.map(({ text }) => text));
  const missing = distinct((judgement?.missing ?? []).map(({ inWords }) => inWords));
  const people = judgement?.people ?? [];
  const period = firstDue(judgement?.periods ?? []);
  return {
    submissionId: submission.submissionId,
    reference: submission.reference,
    receivedAt: submission.envelope.receivedAt,
    shelf: shelfOf(submission),
    sender: short(submission.mail?.from ?? null),
    people: people.slice(0, shownMax).map(({ name, match }) => ({ name: cut(name), match })),
    peopleCount: people.length,
    year: period?.year ?? null,
    due: period?.due ?? null,
    why: why.slice(0, shownMax).map(cut),
    codes: distinct(reasons.map(({ code }) => code)),
    missing: missing.slice(0, shownMax),
    missingCount: missing.length,
    kinds: distinct(documents.map(({ kind }) => kind)).toSorted(),
    media: distinct(documents.map(({ reading }) => reading)).toSorted(),
    documents: documents.length,
  };
}

function firstDue(periods: Judgement['periods']): Judgement['periods'][number] | undefined {
  const last = '9999-12-31';
  return periods.toSorted((one, other) => ((one.due ?? last) < (other.due ?? last) ? -1 : 1))[0];
}

const short = (text: string | null) => cut(text?.trim().toLowerCase() ?? '') || null;
/** A letter of two halves is not cut in two. */
const cut = (text: string) => text.slice(0, lettersMax).toWellFormed();
const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];
