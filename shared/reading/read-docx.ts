import type { PageReading } from '#shared/domain/reading.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { DocumentReadingResult } from '#shared/ports/document-reader.ts';
import { type DocxContent, readBlocks } from './docx-blocks.ts';
import { checkPackage } from './docx-package.ts';
import type { DocxPicture } from './docx-pictures.ts';
import { layOutBlocks } from './lay-out-blocks.ts';
import { pictureSentence, unreadPage } from './unread-page.ts';

export const docxEngineName = 'mammoth-1.13.0';

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const letter = { width: 612, height: 792 };
const unknownKind = 'The picture in this Word file cannot be opened. Please send it by itself, as JPEG or PDF.';

const pagesMax = 300;
/** Fewer words than this beside a picture: the page is a picture pasted into Word. */
const wordsMin = 15;

export type OpenedDocx =
  | { outcome: 'opened'; pages: PageReading[]; pictures: DocxPicture[]; hasFiles: boolean }
  | { outcome: 'refused'; reason: Reason };

/**
 * A Word file as pages of words with plausible places, tables with lines around their cells; then a page for each scan or
 * photo pasted into it, which is yet to be read.
 */
export async function readDocx(bytes: Uint8Array): Promise<DocumentReadingResult> {
  const opened = await openDocx(bytes);
  if (opened.outcome === 'refused') return opened;
  const { pages, pictures, hasFiles } = opened;
  const pasted = pictures.map(({ size }, index) =>
    size === null
      ? unreadPage(pages.length + index + 1, letter, unknownKind, 'damaged')
      : unreadPage(pages.length + index + 1, size, pictureSentence),
  );
  const reading = { engine: docxEngineName, pages: [...pages, ...pasted].slice(0, pagesMax) };
  return { outcome: 'read', reading: hasFiles ? { ...reading, flags: ['files-inside'] } : reading };
}

/** Where a picture is all there is, no page of words stands before it. */
export async function openDocx(bytes: Uint8Array): Promise<OpenedDocx> {
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
  const { hasFiles } = checked;
  if (!isPicture) return { outcome: 'opened', pages, pictures: checked.pictures, hasFiles };
  const pictures = checked.pictures.length > 0 ? checked.pictures : [{ bytes: new Uint8Array(), size: null }];
  return { outcome: 'opened', pages: [], pictures, hasFiles };
}

async function readContent(zip: Uint8Array): Promise<DocxContent | null> {
  let content: DocxContent | null = null;
  const transformDocument = (document: unknown) => {
    content = readBlocks(document);
    return emptyDocument;
  };
  try {
    const { default: mammoth } = await import('mammoth');
    await mammoth.convertToHtml({ buffer: Buffer.from(zip) }, { transformDocument, externalFileAccess: false });
  } catch {
    return null;
  }
  return content;
}

/** Only the opened document is wanted, not the page that mammoth would write from it. */
const emptyDocument = { type: 'document', children: [], notes: {}, comments: [] };
