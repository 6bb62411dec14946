import type { DocumentRecord, FileRecord } from '#shared/domain/document.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import {
  type FileReading,
  fileReadingSchema,
  type PageReading,
  type ReadingFlag,
  type UnreadCause,
} from '#shared/domain/reading.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { SortedPart } from '#shared/domain/sorting.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { hasCovered } from '#shared/reading/withhold-private.ts';
import { saveDocuments } from '#shared/records/document-records.ts';
import { findFile } from '#shared/records/file-records.ts';
import { findSorting } from '#shared/records/sorting-records.ts';
import type { FileInput } from '#shared/workflow/steps.ts';
import { printedPages } from './printed-pages.ts';
import { splitAsSaid } from './split-as-said.ts';
import { type Part, splitFile } from './split-file.ts';

export type SortDocumentsPorts = { records: RecordStore; files: FileStore };
export type SortDocumentsOutput = FileInput & { documentCount: number };

/**
 * Decides for each page of a file what it is and where one document ends and the next begins, and keeps a row for each.
 * A file that is not read has no documents. Doing it again changes nothing.
 */
export function makeSortDocuments({ records, files }: SortDocumentsPorts) {
  return async ({ submissionId, runId, fileId }: FileInput): Promise<SortDocumentsOutput> => {
    const found = await findFile(records, submissionId, fileId);
    if (found === null) throw new GiveUp('there is no such file');
    const { file } = found;
    const isRead = file.readingKey !== null && file.refused === null && !file.isDecoration;
    const said = await findSorting(records, submissionId, fileId);
    const documents = isRead ? sortFile(file, await openReading(files, file), said?.parts) : [];
    await saveDocuments(records, submissionId, fileId, documents);
    return { submissionId, runId, fileId, documentCount: documents.length };
  };
}

async function openReading(files: FileStore, { readingKey }: FileRecord): Promise<FileReading> {
  if (readingKey === null) throw new GiveUp('the file was not read');
  const text = new TextDecoder().decode(await files.read(readingKey));
  const parsed = fileReadingSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new GiveUp('the stored reading does not have its shape');
  return parsed.data;
}

/** Pure: the documents, still without fields, of one file as read. `said`: where a person sees one paper end. */
export function sortFile(file: FileRecord, reading: FileReading, said?: readonly SortedPart[]): DocumentRecord[] {
  const { submissionId, fileId, attachment, sha256 } = file;
  const parts = said ? splitAsSaid(reading, said) : splitFile(reading);
  return parts.map((part, at) => ({
    ...{ submissionId, fileId, attachment, sha256 },
    part: at + 1,
    pages: part.pages,
    ...(part.region ? { region: part.region } : {}),
    ...likenessIn(part, reading),
    kind: part.kind,
    kindConfidence: part.confidence,
    reading: mediumOf(part, reading),
    ...{ fields: {}, trainings: [], sessions: [] },
    reasons: [...reasonsFor(part, reading, file), ...reasonsInPart(part, reading), ...reasonsOfFile(reading)],
    isSensitive: part.isSensitive,
    ...(part.isRest ? { isRest: true } : {}),
    ...printedIn(part, reading),
  }));
}

function likenessIn({ pages: [first], region, isSensitive }: Part, { pages }: FileReading) {
  const likeness = pages.find(({ number }) => number === first)?.likeness;
  return likeness === undefined || region || isSensitive ? {} : { likeness };
}

function printedIn(
  { pages: [first, last], isSensitive }: Part,
  { pages }: FileReading,
): Pick<DocumentRecord, 'printedPages'> {
  if (isSensitive) return {};
  const printed = printedPages(pages.filter(({ number }) => number >= first && number <= last));
  return printed.length > 0 ? { printedPages: printed } : {};
}

/** Pages of which something is missing are shown to a person, whatever was read of the rest. */
function reasonsInPart({ pages: [first, last] }: Part, { pages }: FileReading): Reason[] {
  const own = pages.filter(({ number }) => number >= first && number <= last);
  const said = new Set(own.flatMap(({ inPartBecause }) => inPartBecause ?? []));
  return [...said].map((text) => reason('low-confidence', text));
}

/** What speaks against a whole file: writing nobody can see, or papers inside it that no page shows. */
function reasonsOfFile({ flags = [] }: FileReading): Reason[] {
  const texts = {
    'unseen-text': 'This file holds writing that cannot be seen on the page.',
    'files-inside': 'This file holds other files inside it. They are listed one by one; a person will look at them.',
    // forms that add up their own totals hold one too
    script: null,
  } satisfies Record<ReadingFlag, string | null>;
  return flags.flatMap((flag) => {
    const text = texts[flag];
    return text === null ? [] : [{ code: 'needs-human-decision' as const, text }];
  });
}

/** The least reliable page that was read names the medium of the whole. */
function mediumOf({ pages: [first, last] }: Part, { pages }: FileReading): DocumentRecord['reading'] {
  const own = pages.filter(({ number }) => number >= first && number <= last);
  if (own.some((page) => page.medium === 'ocr')) return 'ocr';
  return own.find((page) => page.medium !== 'unread')?.medium ?? 'unread';
}

const reason = (code: Reason['code'], text: string): Reason => ({ code, text });

const texts = {
  private: 'This paper is private and was not asked for. Nothing was taken from it.',
  number: 'A Social Security number stands on this paper. It was not read; a person will see that it is not kept.',
  unclear: 'It is not clear what this paper is. A person will look at it.',
  unsure: 'It is not certain what kind of paper this is.',
  several: 'There may be more than one certificate on this page. A person will look at it.',
  empty: 'There is nothing on the pages of this file. Please scan the side with the writing and send it again.',
  blurred: 'The picture cannot be read. Please take it again: the page flat, in daylight, whole in the frame.',
  unread: 'This page is a scan or a photo. It was not read by machine yet; a person will read it.',
};

/** Why a person should look: the page is a picture, the paper is private, or nobody knows what it is. */
function reasonsFor(part: Part, { pages }: FileReading, file: FileRecord): Reason[] {
  const own = pages.filter(({ number }) => number >= part.pages[0] && number <= part.pages[1]);
  if (part.isUnread) return own.slice(0, 1).map((page) => unreadReason(file, page, pages.length === 1));
  if (part.isBlank) return [reason('illegible', texts.empty)];
  if (part.isSensitive) return [reason('sensitive-document', texts.private)];
  const covered = own.some(hasCovered) ? [reason('sensitive-document', texts.number)] : [];
  if (part.kind === 'other') return [reason('needs-human-decision', texts.unclear), ...covered];
  return [
    ...(part.confidence >= 0.7 ? [] : [reason('low-confidence', texts.unsure)]),
    ...(part.mayBeSeveral ? [reason('needs-human-decision', texts.several)] : []),
    ...covered,
  ];
}

/**
 * What is wrong with the picture itself: the sender can take a better one. Where letters were there and could not be made
 * out it may be somebody's hand, which a person reads.
 */
const faultsOfPicture: ReadonlySet<UnreadCause> = new Set<UnreadCause>(['blurred', 'too-small', 'cut-off', 'too-dark']);

function unreadReason({ attachment }: FileRecord, page: PageReading, isOnlyPage: boolean): Reason {
  const { unreadBecause, unreadCause, number } = page;
  if (unreadCause === undefined || !faultsOfPicture.has(unreadCause)) {
    return reason('low-confidence', unreadBecause || texts.unread);
  }
  const place = isOnlyPage ? `"${attachment}"` : `"${attachment}", page ${number}`;
  return reason('illegible', `${place}: ${unreadBecause ?? texts.blurred}`);
}
