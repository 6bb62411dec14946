import type { FileReading } from '#shared/domain/reading.ts';
import type { Reason } from '#shared/domain/reason.ts';

/** A file opened by its bytes (not its name): words with boxes and form fields, or why it will not be read. */
export type DocumentReadingResult = { outcome: 'read'; reading: FileReading } | { outcome: 'refused'; reason: Reason };

/**
 * Opens files of strangers. On one machine this happens in a child process under limits of time and memory, on AWS in a
 * small Lambda of its own. A page without words of its own keeps medium `unread`; the caller may have it read from a picture.
 */
export interface DocumentReader {
  read(file: { bytes: Uint8Array; mediaType: string }): Promise<DocumentReadingResult>;
  /**
   * One page as a PNG (a photo pasted into a Word file may stay the JPEG it is), for the console and for a text reader.
   * `page` is 1-based. Null when it cannot be drawn.
   */
  draw(file: { bytes: Uint8Array; mediaType: string }, page: number, dotsPerInch: number): Promise<Uint8Array | null>;
}
