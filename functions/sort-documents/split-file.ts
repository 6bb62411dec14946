import type { DocumentKind } from '#shared/domain/document.ts';
import type { FileReading } from '#shared/domain/reading.ts';
import { type PageEvidence, weighPage } from './page-evidence.ts';

/** One paper of a file: its first and last page and what it is. */
export type Part = {
  pages: [number, number];
  kind: DocumentKind;
  confidence: number;
  isUnread: boolean;
  isSensitive: boolean;
};

/** Where one paper ends and the next begins: nine certificates in one PDF are nine, a report on two pages is one. */
export function splitFile(reading: FileReading): Part[] {
  const parts: Part[] = [];
  let blankFrom: number | null = null;
  for (const page of reading.pages.map(weighPage)) {
    const last = parts.at(-1);
    if (page.isBlank && last === undefined) blankFrom ??= page.page;
    else if (last && goesOn(last, page)) last.pages = [last.pages[0], page.page];
    else {
      parts.push(partOf(page, blankFrom ?? page.page));
      blankFrom = null;
    }
  }
  if (blankFrom !== null)
    parts.push({ ...partOf(blankPage(blankFrom), blankFrom), pages: [blankFrom, reading.pages.length] });
  return parts.map(settled);
}

function partOf({ page, kind, confidence, isUnread, isSensitive }: PageEvidence, from: number): Part {
  return { pages: [from, page], kind, confidence, isUnread, isSensitive };
}

const blankPage = (page: number): PageEvidence => ({
  ...{ page, kind: 'other', confidence: 0.9, opens: true },
  ...{ isUnread: false, isBlank: true, isSensitive: false, isLaterPage: false },
});

/** An unread page is a paper of its own: nobody knows yet whether it goes on with the one before. */
function goesOn(last: Part, page: PageEvidence): boolean {
  if (last.isUnread || page.isUnread) return false;
  if (page.isBlank) return true;
  if (page.isSensitive) return last.isSensitive;
  if (last.isSensitive) return !page.opens && page.kind === 'other';
  if (page.kind === 'certificate' && page.opens) return false;
  if (last.kind === 'other') return page.kind === 'other' && !page.opens;
  const isSame = page.kind === last.kind || page.kind === 'other';
  return isSame && (page.isLaterPage || !page.opens);
}

/** Nothing of a sensitive paper is used, whatever else it looks like. */
const settled = (part: Part): Part => (part.isSensitive ? { ...part, kind: 'other' } : part);
