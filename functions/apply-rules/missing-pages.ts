import type { ClaimDocument } from './claim.ts';
import { type Concern, concern } from './concern.ts';

/**
 * Pages that papers of this mail say they have and that did not come. Pages may come one by one, as photos, so they are counted over the
 * whole mail; a page on which no number could be read may be the one.
 */
export function missingPageConcerns(claims: readonly ClaimDocument[]): Concern[] {
  const papers = claims.filter(({ document }) => !document.isSensitive);
  const spare = papers.filter(isOfUnknownNumber).length;
  const totals = new Set(papers.flatMap(({ document }) => (document.printedPages ?? []).map(({ of }) => of)));
  const series = [...totals].filter((of) => of > 1).flatMap((of) => missingOf(of, papers));
  const missing = series.reduce((sum, { numbers }) => sum + numbers.length, 0);
  return missing > spare ? series.map(asConcern) : [];
}

type Missing = { numbers: number[]; of: number; about: ClaimDocument };

function asConcern({ numbers, of, about }: Missing): Concern {
  const which = `${numbers.length > 1 ? 'Pages' : 'Page'} ${numbers.join(', ')} of ${of}`;
  return concern(
    'needs-human-decision',
    `${which} of the paper in "${about.document.attachment}" did not come.`,
    about,
  );
}

/** It may be the rest of any of the others. */
const isOfUnknownNumber = ({ document }: ClaimDocument) =>
  (document.printedPages ?? []).length === 0 && (document.isRest === true || document.reading === 'unread');

/** Each number is there as often as the most frequent one: two papers of two pages have two first and two second ones. */
function missingOf(of: number, papers: readonly ClaimDocument[]): Missing[] {
  const own = papers.filter(({ document }) => document.printedPages?.some((page) => page.of === of));
  const numbers = own.flatMap(({ document }) => (document.printedPages ?? []).filter((page) => page.of === of));
  const counts = Array.from({ length: of }, (_, at) => numbers.filter(({ number }) => number === at + 1).length);
  const copies = Math.max(...counts);
  // pages of these papers whose own number could not be read
  const unnumbered = own.reduce((sum, { document }) => sum + unnumberedIn(document), 0);
  const lacking = counts.flatMap((count, at) => Array.from({ length: copies - count }, () => at + 1));
  const [about] = own;
  if (!about || lacking.length <= unnumbered) return [];
  return [{ numbers: [...new Set(lacking)], of, about }];
}

function unnumberedIn({ pages: [first, last], printedPages = [] }: ClaimDocument['document']): number {
  return last - first + 1 - printedPages.length;
}
