import type { FileReading, PageReading } from '#shared/domain/reading.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { PagePicture, TextReader } from '#shared/ports/text-reader.ts';
import { pictureOfPage } from '#shared/reading/picture-of-page.ts';
import { damagedSentence } from '#shared/reading/unread-page.ts';

/** A text reader answers in a second or two: a long fax must be done within the step's time. */
const pagesAtOnce = 4;
/** More pictures than any report has: what lies beyond is left to a person, so that one file cannot hold up the others. */
const pagesReadMax = 60;
const tooMany = `Only the first ${pagesReadMax} scanned pages of a file are read by machine. A person will read this page.`;

/** The engine of a reader that reads nothing: no picture need be drawn for its answer. */
const nobody = 'none';

type Readers = { documentReader: DocumentReader; textReader: TextReader };
type OpenedFile = { bytes: Uint8Array; mediaType: string };

/** Has every unread page read from its picture; the engine of the reading then names both readers. */
export async function readPictures(readers: Readers, file: OpenedFile, reading: FileReading): Promise<FileReading> {
  const unread = reading.pages.filter(({ medium, unreadCause }) => medium === 'unread' && unreadCause !== 'damaged');
  if (unread.length === 0) return reading;
  const pages = [...reading.pages];
  for (const page of unread.splice(pagesReadMax)) pages[page.number - 1] = { ...page, unreadBecause: tooMany };
  const readNext = async (): Promise<void> => {
    for (let page = unread.shift(); page !== undefined; page = unread.shift()) {
      pages[page.number - 1] = await readPicture(readers, file, page);
    }
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, readNext));
  return { ...reading, engine: `${reading.engine}+${readers.textReader.engine}`, pages };
}

async function readPicture(readers: Readers, file: OpenedFile, page: PageReading): Promise<PageReading> {
  const picture = await pictureOf(readers, file, page);
  if (picture === null) return { ...page, unreadBecause: damagedSentence, unreadCause: 'damaged' };
  const read = await readers.textReader.readPage(picture);
  if (read.medium === 'unread') return unreadAs(page, read);
  const { number, formFields } = page;
  return { ...read, ...sizeOf(page, read), number, formFields };
}

/** What the text reader says of the picture counts, not that the page was waiting for it. */
function unreadAs(page: PageReading, { unreadBecause, unreadCause, unreadFor }: PageReading): PageReading {
  const because = unreadBecause ?? page.unreadBecause ?? '';
  const causes = { ...(unreadCause ? { unreadCause } : {}), ...(unreadFor ? { unreadFor } : {}) };
  return { ...page, unreadBecause: because, ...causes };
}

/** The page keeps its own measure (points of a PDF) unless it was read turned or flattened: then its shape is another. */
function sizeOf(page: PageReading, read: PageReading): { width: number; height: number } {
  const isUnknown = read.width <= 1 || read.height <= 1;
  const isSame = Math.abs((page.width * read.height) / (page.height * read.width) - 1) < 0.02;
  return isSame || isUnknown ? { width: page.width, height: page.height } : { width: read.width, height: read.height };
}

async function pictureOf(readers: Readers, file: OpenedFile, page: PageReading): Promise<PagePicture | null> {
  if (readers.textReader.engine === nobody) return { bytes: new Uint8Array(), mediaType: 'image/png' };
  return pictureOfPage(readers.documentReader, readers.textReader, file, page.number);
}
