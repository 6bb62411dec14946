import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from './ids.ts';

/** An item of a mail about many people: a case of its own, of one person, or of the papers that fit nobody. */
export const itemOfSchema = z.object({
  mail: submissionIdSchema,
  /** 1-based, of so many */
  number: z.number().int().min(1),
  of: z.number().int().min(1),
  /** pages and files of the mail that bear nobody's name for sure: any of them may be what this person seems to lack */
  unread: z.number().int().min(0),
});
export type ItemOf = z.infer<typeof itemOfSchema>;

/** More people than this stay one case, which a person takes apart: what a run carries of its items stays under 32 kB. */
export const itemsMax = 201;

const digits = 3;

/** An item's id begins with its mail's, so it sorts behind it, and is the same however often the mail is split. */
export function itemIdOf(mail: SubmissionId, number: number): SubmissionId {
  return submissionIdSchema.parse(`${mail}${String(number).padStart(digits, '0')}`);
}

/** The ids of a mail's items, in their order; none where it was not split. */
export function itemIdsOf({ submissionId, items = 0 }: { submissionId: SubmissionId; items?: number | undefined }) {
  return Array.from({ length: items }, (_, at) => itemIdOf(submissionId, at + 1));
}

/** LA-2026-7K3M9Q-07: whoever reads it sees which mail it belongs to. */
export const itemReferenceOf = (mail: string, number: number): string => `${mail}-${String(number).padStart(2, '0')}`;

/** How many pages some papers have, each paper by itself: what is in two places is counted twice, what is in none is missed. */
export function pagesIn(papers: readonly { pages: readonly [number, number] }[]): number {
  return papers.reduce((sum, { pages: [first, last] }) => sum + last - first + 1, 0);
}
