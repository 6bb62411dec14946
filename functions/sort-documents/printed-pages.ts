import type { PrintedPage } from '#shared/domain/document.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import { bottomOf, topOf } from '#shared/reading/box-geometry.ts';
import { segmentsOfPage, surenessOf } from '#shared/reading/lines-of-page.ts';

/** "Page 2 of 3", "página 2 de 3", "2 of 3": at the beginning or the end of what stands there. Within a sentence it is said of another paper. */
const label = String.raw`(?:page|pg\.?|p[aá]gina|p[aá]g\.?)\s{0,3}(\d{1,3})\s{0,3}(?:of|de|\/)\s{0,3}(\d{1,3})`;
const printed = [
  new RegExp(`^\\W{0,3}${label}(?![\\d\\w])(?!\\s{1,3}of\\b)`, 'i'),
  new RegExp(`(?:^|\\W)${label}\\W{0,3}$`, 'i'),
  /^\W{0,3}(\d{1,3})\s{0,3}(?:of|de)\s{0,3}(\d{1,3})\W{0,3}$/i,
];
const lettersMax = 120;
/** At the head or the foot of its page; elsewhere it speaks of another paper. */
const bandPart = 0.14;
const surenessMin = 0.6;
const pagesMax = 100;

/** Which pages of how many a paper says that it has, in the order they lie. */
export function printedPages(pages: readonly PageReading[]): PrintedPage[] {
  return pages.flatMap((page) => {
    const found = page.medium === 'unread' ? null : printedOn(page);
    return found ? [found] : [];
  });
}

function printedOn(page: PageReading): PrintedPage | null {
  for (const { text, box, words } of segmentsOfPage(page)) {
    const isAtEdge = bottomOf(box) < bandPart || topOf(box) > 1 - bandPart;
    if (!isAtEdge || text.length > lettersMax || surenessOf(words) < surenessMin) continue;
    const found = printed.map((way) => way.exec(text)).find((match) => match !== null);
    const [number, of] = [Number(found?.[1]), Number(found?.[2])];
    if (number >= 1 && number <= of && of <= pagesMax) return { number, of };
  }
  return null;
}
