import type { PageReading, UnreadCause } from '#shared/domain/reading.ts';

export const pictureSentence = 'This page is a picture (scan or photo) and has not been read yet.';
export const damagedSentence =
  'The picture is damaged and could not be opened. Please take it once more and send it as JPEG or PDF.';

/** A page without words, and why: a person or a text reader has to look at it. */
export function unreadPage(
  number: number,
  size: { width: number; height: number },
  unreadBecause: string,
  unreadCause: UnreadCause = 'not-tried',
): PageReading {
  const { width, height } = size;
  const nothing = { words: [], checkMarks: [], rules: [], ink: [], formFields: [] };
  return { number, width, height, medium: 'unread', ...nothing, unreadBecause, unreadCause };
}
