import type { PageReading } from '#shared/domain/reading.ts';
import type { PagePicture } from '#shared/ports/text-reader.ts';
import { likenessOf } from '#shared/reading/picture/likeness.ts';
import { type HandAndPrint, marksOnPage } from '#shared/reading/picture/marks-on-page.ts';
import { openPlainly } from '#shared/reading/picture/open-plainly.ts';

/** What recognition of print is made for: a letter page of 300 dots an inch. */
export const longSideMax = 3_300;

/**
 * What plain text detection does not give, seen by our own eyes: lines, boxes to tick, pen strokes. So a scanned form has
 * its ticks for the price of plain text. Pages drawn from PDFs, PNGs and scans as JPEG are looked at; a photo with an
 * EXIF head, a fax as TIFF and a sheet on a desk keep their words only, and their ticks are for a second look or a person.
 */
export async function withMarks(page: PagePicture, reading: PageReading, seen: HandAndPrint): Promise<PageReading> {
  const picture = isSeenPlainly(page) ? await openPlainly(page.bytes, longSideMax) : null;
  const marks = picture === null ? null : marksOnPage(picture, seen);
  const likeness = picture === null ? null : likenessOf(picture);
  return { ...reading, ...(marks ?? {}), ...(likeness === null ? {} : { likeness }) };
}

/** With an EXIF head nobody knows whether Textract turned the picture as it says or read it as it lies. */
export const isSeenPlainly = ({ bytes, mediaType }: PagePicture): boolean =>
  mediaType === 'image/png' ||
  (mediaType === 'image/jpeg' && !Buffer.from(bytes.subarray(0, 4_096)).includes('Exif\0', 0, 'latin1'));
