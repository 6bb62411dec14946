import type { DocumentKind } from '#shared/domain/document.ts';
import type { Box, FileReading, PageReading } from '#shared/domain/reading.ts';
import { type PageEvidence, weighPage } from '#shared/reading/page-kind/page-evidence.ts';
import { papersOnPage } from './papers-on-page.ts';

/** One paper of a file: its first and last page and what it is. */
export type Part = {
  pages: [number, number];
  kind: DocumentKind;
  confidence: number;
  isUnread: boolean;
  isBlank: boolean;
  isSensitive: boolean;
  /** the part of its page that the paper takes up, where several stand on one page */
  region?: Box;
  /** there may be two papers on its page, and nothing shows where one ends */
  mayBeSeveral: boolean;
  /** it begins nothing: the rest of a paper that is not in this file */
  isRest: boolean;
};

/**
 * Where one paper ends and the next begins: nine certificates in one PDF are nine, two on one page are two, a report on
 * two pages is one. A blank page is nobody's, and ends nothing.
 */
export function splitFile(reading: FileReading): Part[] {
  const parts: Part[] = [];
  for (const page of reading.pages) {
    const evidence = weighPage(page);
    if (evidence.isBlank) continue;
    const last = parts.at(-1);
    if (last && goesOn(last, evidence)) last.pages = [last.pages[0], page.number];
    else parts.push(...partsOf(page, evidence));
  }
  return parts.length > 0 ? parts : blankFile(reading);
}

export function partsOf(page: PageReading, evidence: PageEvidence): Part[] {
  const whole = partOf(evidence);
  if (evidence.kind !== 'certificate') return [whole];
  const { regions, mayBeSeveral } = papersOnPage(page);
  if (regions.length === 0) return [{ ...whole, mayBeSeveral }];
  return regions.map(({ region, confidence }) => ({ ...whole, confidence, region }));
}

export function partOf({
  page,
  kind,
  confidence,
  isUnread,
  isSensitive,
  opens,
  leaning,
  isLaterPage,
}: PageEvidence): Part {
  return {
    pages: [page, page],
    // nothing of a sensitive paper is used, whatever else it looks like
    kind: isSensitive ? 'other' : kind,
    ...{ confidence, isUnread, isSensitive },
    ...{ isBlank: false, mayBeSeveral: false, isRest: isLaterPage || (!opens && leaning !== null) },
  };
}

/** Nothing but empty pages: one paper, for somebody to be told. */
function blankFile({ pages }: FileReading): Part[] {
  const [first, last] = [pages[0]?.number, pages.at(-1)?.number];
  if (first === undefined || last === undefined) return [];
  return [
    {
      ...{ pages: [first, last], kind: 'other', confidence: 0.9, isUnread: false, isBlank: true, isSensitive: false },
      ...{ mayBeSeveral: false, isRest: false },
    },
  ];
}

/** An unread page is a paper of its own: nobody knows yet whether it goes on with the one before. */
function goesOn(last: Part, page: PageEvidence): boolean {
  if (last.isUnread || page.isUnread || last.region) return false;
  if (page.isSensitive) return last.isSensitive;
  if (last.isSensitive) return !page.opens && page.kind === 'other';
  if (page.isBackSide) return last.kind !== 'other' || page.isLaterPage;
  if (page.kind === 'other') return !page.opens && restOf(last, page);
  if (page.kind === 'certificate' && page.opens) return false;
  return page.kind === last.kind && (page.isLaterPage || !page.opens);
}

/**
 * A page of no kind is the rest of the paper before it, unless it could be a badly read paper of its own: swallowed by its
 * neighbour, that would seem to be missing.
 */
function restOf(last: Part, page: PageEvidence): boolean {
  if (page.isLaterPage) return true;
  if (last.kind === 'other') return page.leaning === null;
  return page.leaning === null || (page.leaning === last.kind && last.kind !== 'certificate');
}
