import type { TextReader } from '#shared/ports/text-reader.ts';
import { withholdPrivate } from '#shared/reading/withhold-private.ts';

/** A reader that gives no word of a private page: what was paid for is kept too, and kept without them. */
export function withholdingReader(textReader: TextReader): TextReader {
  return {
    ...textReader,
    async readPage(picture) {
      const read = await textReader.readPage(picture);
      return withholdPrivate({ engine: textReader.engine, pages: [read] }).pages[0] ?? read;
    },
  };
}
