import type { Microdollars } from '#shared/domain/price.ts';
import type { Box } from '#shared/domain/reading.ts';
import type { DrawnType, PagePicture } from './text-reader.ts';

/**
 * A place on a page to look at once more. `box` is a fraction of the page as it was read (upright and flattened).
 * text: a line or a few of print or handwriting; mark: one box to tick; signature: the line to sign on. `inTable`: the
 * place is a cell of a table, which some readers look at in another and cheaper way than at a line beside its label.
 */
export type Place = { id: string; look: 'text' | 'mark' | 'signature'; box: Box; inTable?: boolean };

/**
 * What was seen there. `text` is null when nothing could be read; `present` says ticked or signed, null when the look
 * cannot tell. `confidence` 0..1 is the engine's own.
 */
export type SecondReading =
  | { id: string; look: 'text'; text: string | null; confidence: number }
  | { id: string; look: 'mark' | 'signature'; present: boolean | null; confidence: number };

/** The picture of a page and how it was set upright when it was read first. */
export type ReadPagePicture = PagePicture & { turned: number };

/**
 * Reads places of a page again, by other means than the text reader did: what both say is evidence, what only one says is
 * not. Places it cannot judge are left out of the answer. Throws `TryAgain` when throttled.
 */
export interface SecondReader {
  /** e.g. "pp-ocr-v4-rec-1", "textract-analyze-2026" or "none" */
  readonly engine: string;
  /**
   * The looks that are a witness of their own beside the text reader it is used with; left out: all of them. Textract's
   * analysis has the same word reader as its text detection, so its letters agree with themselves.
   */
  readonly witnesses?: readonly Place['look'][];
  /** Files of these kinds are handed over as they came: this reader draws their pages where it looks at them. */
  readonly draws?: readonly DrawnType[];
  /** What one call of `readPlaces` costs; left out where looking costs nothing, as on one machine. */
  priceOf?(places: readonly Place[]): Microdollars;
  /** Comes back when it may be asked, before a look is paid; left out where it may be asked at any time. Throws `TryAgain`. */
  turn?(): Promise<void>;
  readPlaces(page: ReadPagePicture, places: readonly Place[]): Promise<SecondReading[]>;
}
