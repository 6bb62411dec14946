import type { TextReader } from '#shared/ports/text-reader.ts';
import { unreadPage } from '#shared/reading/unread-page.ts';

/** Leaves pictures to people: every page says so, and a person looks at it. */
export const noTextReader: TextReader = {
  engine: 'none',
  readPage: async () =>
    unreadPage(
      1,
      { width: 1, height: 1 },
      'We cannot read scans and photos by machine yet. A person will read this page.',
    ),
};
