import { DetectDocumentTextCommand, type TextractClient } from '@aws-sdk/client-textract';
import type { PageReading } from '#shared/domain/reading.ts';
import type { PagePicture, TextReader } from '#shared/ports/text-reader.ts';
import { errorNameOf, faultOf } from './aws-faults.ts';
import { fitForTextract, isTaken } from './fit-for-textract.ts';
import { pictureSizeOf } from './picture-size.ts';
import { type Block, blocksOfPage } from './textract-answer.ts';
import { openTextract } from './textract-client.ts';
import { withMarks } from './textract-marks.ts';
import { detectPrice } from './textract-prices.ts';
import { unreadableBecause } from './textract-refusals.ts';
import { uprightWords } from './textract-words.ts';

/** Plain text detection (DetectDocumentText), one page a call, and beside it what our own eyes see on the page. */
export function openTextractTextReader(client: TextractClient = openTextract()): TextReader {
  return {
    engine: 'textract-detect-2026-marks-1',
    priceOf: (page) => (isTaken(page) ? detectPrice : 0),
    async readPage(page) {
      const fitted = await fitForTextract(page);
      if ('unfit' in fitted) return unread(page, fitted.unfit);
      try {
        const answer = await client.send(new DetectDocumentTextCommand({ Document: { Bytes: fitted.bytes } }));
        const blocks = blocksOfPage(answer);
        return typeof blocks === 'string' ? notAnswered(page, blocks) : await readingOf(page, blocks);
      } catch (error) {
        const because = unreadableBecause[errorNameOf(error)];
        if (because === undefined) throw faultOf(error);
        return unread(page, because);
      }
    },
  };
}

async function readingOf(page: PagePicture, blocks: readonly Block[]): Promise<PageReading> {
  const seen = uprightWords(blocks);
  const { words, turned } = seen;
  const { width, height } = pictureSizeOf(page);
  const size = turned === 1 || turned === 3 ? { width: height, height: width } : { width, height };
  return withMarks(page, { ...blankPage, ...size, medium: 'ocr', words, turned }, seen);
}

/** Not the page's fault: the same page may be read another day, so its reading is not kept for others. */
function notAnswered(page: PagePicture, what: 'not understood' | 'page missing'): PageReading {
  const because =
    what === 'page missing' ? 'Textract left the page out of its answer' : 'Textract answered in an unknown shape';
  return { ...unread(page, because), unreadFor: 'reader-failed' };
}

function unread(page: PagePicture, because: string): PageReading {
  return { ...blankPage, ...pictureSizeOf(page), medium: 'unread', words: [], unreadBecause: because };
}

const blankPage = { number: 1, checkMarks: [], rules: [], ink: [], formFields: [] };
