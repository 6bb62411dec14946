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

/** Files whose pages have to be drawn before anybody sees them. */
export const drawnTypes = ['application/pdf', 'image/heic'] as const;
export type DrawnType = (typeof drawnTypes)[number];

/** One page as a picture (or a one-page PDF, which Textract takes as it is). */
export type PagePicture = {
  bytes: Uint8Array;
  mediaType: OwnPictureType | DrawnType;
  /** which page of a TIFF of several (a fax) or of a file that the reader draws, from 1; the first when left out */
  page?: number;
};

export interface TextReader {
  /** e.g. "textract-detect-2026" or "none": part of every value's source */
  readonly engine: string;
  /** Files of these kinds are handed over as they came: this reader draws their pages where it reads them. */
  readonly draws?: readonly DrawnType[];
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
