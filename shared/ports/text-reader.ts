import type { Microdollars } from '#shared/domain/price.ts';
import type { PageReading } from '#shared/domain/reading.ts';

/** Pictures that are handed to a text reader as they came. Textract takes the first three only, and says so. */
export const ownPictureTypes = [
  'image/png',
  'image/jpeg',
  'image/tiff',
  'image/webp',
  'image/avif',
  'image/gif',
] as const;
export type OwnPictureType = (typeof ownPictureTypes)[number];

/** One page as a picture (or a one-page PDF, which Textract takes as it is). */
export type PagePicture = {
  bytes: Uint8Array;
  mediaType: OwnPictureType | 'application/pdf';
  /** which page of a TIFF of several (a fax), from 1; the first when left out */
  page?: number;
};

export interface TextReader {
  /** e.g. "textract-detect-2026" or "none": part of every value's source */
  readonly engine: string;
  /** What reading this page costs; left out where reading costs nothing, as on one machine. */
  priceOf?(page: PagePicture): Microdollars;
  /** Comes back when it may be asked, before a page is paid; left out where it may be asked at any time. Throws `TryAgain`. */
  turn?(): Promise<void>;
  /**
   * Words with boxes of one page; `number` of the result is always 1. A page that cannot be read is an answer
   * (medium `unread` with `unreadBecause`), not a fault. Throws `TryAgain` when throttled.
   */
  readPage(page: PagePicture): Promise<PageReading>;
}
