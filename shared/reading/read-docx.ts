import mammoth from 'mammoth';
import type { DocumentReadingResult } from '#shared/ports/document-reader.ts';
import { type DocxContent, readBlocks } from './docx-blocks.ts';
import { checkPackage } from './docx-package.ts';
import { layOutBlocks } from './lay-out-blocks.ts';
import { pictureSentence, unreadPage } from './unread-page.ts';

export const docxEngineName = 'mammoth-1.13.0';

const pagesMax = 300;
/** Fewer words than this beside a picture: the page is a picture pasted into Word. */
const wordsMin = 15;

/** A Word file as pages of words with plausible places, tables with lines around their cells. */
export async function readDocx(bytes: Uint8Array): Promise<DocumentReadingResult> {
  const checked = await checkPackage(bytes);
  if (checked.outcome === 'refused') return checked;
  const content = await readContent(checked.zip);
  if (content === null) {
    const text = 'The file could not be opened. Please save it as PDF and send it once more.';
    return { outcome: 'refused', reason: { code: 'unsupported-file', text } };
  }
  const pages = layOutBlocks(content.blocks, pagesMax);
  const words = pages.reduce((sum, page) => sum + page.words.length, 0);
  const isPicture = content.hasPictures && words < wordsMin;
  const read = isPicture ? [unreadPage(1, { width: 612, height: 792 }, pictureSentence)] : pages;
  return { outcome: 'read', reading: { engine: docxEngineName, pages: read } };
}

async function readContent(zip: Uint8Array): Promise<DocxContent | null> {
  let content: DocxContent | null = null;
  const transformDocument = (document: unknown) => {
    content = readBlocks(document);
    return emptyDocument;
  };
  try {
    await mammoth.convertToHtml({ buffer: Buffer.from(zip) }, { transformDocument, externalFileAccess: false });
  } catch {
    return null;
  }
  return content;
}

/** Only the opened document is wanted, not the page that mammoth would write from it. */
const emptyDocument = { type: 'document', children: [], notes: {}, comments: [] };
