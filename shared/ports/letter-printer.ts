/** A letter in plain words, as it stands on paper: what each line is tells a screen reader too. */
export type LetterLine = { is: 'heading' | 'answer' | 'text' | 'small'; text: string };
export type PlainLetter = { title: string; author: string; writtenAt: string; lines: readonly LetterLine[] };

export interface LetterPrinter {
  /** One page of PDF. Null when the letter holds a sign that the printer has no letter for, or is too long for a page. */
  print(letter: PlainLetter): Promise<Uint8Array | null>;
  /** As many pages as it takes. A sign that the printer has no letter for is printed as a question mark: a report is figures. */
  printPages(letter: PlainLetter): Promise<Uint8Array>;
}
