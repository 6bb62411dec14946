import { DetectDocumentTextCommand, TextractClient } from '@aws-sdk/client-textract';
import type { PageReading } from '#shared/domain/reading.ts';
import type { PagePicture, TextReader } from '#shared/ports/text-reader.ts';
import { answerOf, errorNameOf, faultOf } from './aws-faults.ts';
import { pictureSizeOf } from './picture-size.ts';
import { detectAnswerSchema, uprightWords } from './textract-words.ts';

/** Textract's own bound for a page sent with the request. */
const pageBytesMax = 10 * 1024 * 1024;

/** Textract looked at the page and will say the same tomorrow. */
const unreadable: Readonly<Record<string, string>> = {
  BadDocumentException: 'Textract found the page damaged',
  DocumentTooLargeException: 'the page is too large for Textract',
  InvalidParameterException: 'Textract does not take a page of this size or kind',
  UnsupportedDocumentException: 'Textract does not read this kind of file',
};

/** Plain text detection (DetectDocumentText), one page a call. */
export function openTextractTextReader(client = new TextractClient({})): TextReader {
  return {
    engine: 'textract-detect-2026',
    async readPage(page) {
      if (page.bytes.length === 0) return unread(page, 'the page is empty');
      if (page.bytes.length > pageBytesMax) return unread(page, 'the page is too large for Textract');
      try {
        const answer = await client.send(new DetectDocumentTextCommand({ Document: { Bytes: page.bytes } }));
        return readingOf(page, answerOf(detectAnswerSchema, answer).Blocks);
      } catch (error) {
        const because = unreadable[errorNameOf(error)];
        if (because === undefined) throw faultOf(error);
        return unread(page, because);
      }
    },
  };
}

function readingOf(page: PagePicture, blocks: Parameters<typeof uprightWords>[0]): PageReading {
  const { words, turned } = uprightWords(blocks);
  const { width, height } = pictureSizeOf(page);
  const size = turned % 2 === 1 ? { width: height, height: width } : { width, height };
  return { ...blankPage, ...size, medium: 'ocr', words, turned };
}

function unread(page: PagePicture, because: string): PageReading {
  return { ...blankPage, ...pictureSizeOf(page), medium: 'unread', words: [], unreadBecause: because };
}

const blankPage = { number: 1, checkMarks: [], rules: [], ink: [], formFields: [] };
