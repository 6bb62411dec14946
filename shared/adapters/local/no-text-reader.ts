import type { PageReading } from '#shared/domain/reading.ts';
import type { TextReader } from '#shared/ports/text-reader.ts';

/** One machine has no reader for pictures yet: every page says so, and a person looks at it. */
export const noTextReader: TextReader = {
  engine: 'none',
  async readPage(): Promise<PageReading> {
    return {
      number: 1,
      width: 1,
      height: 1,
      medium: 'unread',
      words: [],
      checkMarks: [],
      rules: [],
      ink: [],
      formFields: [],
      unreadBecause: 'We cannot read scans and photos by machine yet. A person will read this page.',
    };
  },
};
