import { z } from 'zod';
import { documentKindSchema } from './document.ts';
import { fileIdSchema } from './ids.ts';
import { staffIdSchema } from './staff.ts';

const pagesSchema = z.tuple([z.number().int().min(1), z.number().int().min(1)]);

/** One paper of a file, as a person says: its first and last page, and what it is; null leaves that to the machine. */
export const sortedPartSchema = z.object({ pages: pagesSchema, kind: documentKindSchema.nullable() });
export type SortedPart = z.infer<typeof sortedPartSchema>;

/** Where one paper of a file ends and the next begins, by a person. Kept for good; the newest about a file holds. */
export const sortingSchema = z.object({
  fileId: fileIdSchema,
  number: z.number().int().min(1),
  parts: z.array(sortedPartSchema).min(1).max(200),
  by: staffIdSchema,
  at: z.string(),
});
export type Sorting = z.infer<typeof sortingSchema>;

const allPages = ({ pages: [from, to] }: { pages: [number, number] }) =>
  Array.from({ length: Math.max(to - from + 1, 0) }, (_, at) => from + at);

/** Why these parts cannot be: out of order, one over the other, or leaving out a page that has a paper on it now. */
export function whyNotSorted(
  parts: readonly SortedPart[],
  papers: readonly { pages: [number, number] }[],
): string | null {
  let last = 0;
  for (const { pages } of parts) {
    if (pages[0] <= last || pages[1] < pages[0])
      return 'Give the parts in the order of their pages, none over another.';
    last = pages[1];
  }
  const isCovered = (page: number) => parts.some(({ pages }) => pages[0] <= page && page <= pages[1]);
  const lost = papers.flatMap(allPages).find((page) => !isCovered(page));
  return lost === undefined ? null : `Page ${lost} would belong to no paper. Say which one it belongs to.`;
}
