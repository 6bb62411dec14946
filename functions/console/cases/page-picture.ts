import { z } from 'zod';
import type { FileRecord } from '#shared/domain/document.ts';
import type { FileId, SubmissionId } from '#shared/domain/ids.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listDocumentsOfFile } from '#shared/records/document-records.ts';
import { findFile } from '#shared/records/file-records.ts';
import type { PageDrawer } from '../console-deps.ts';
import { turnsOfPage } from './page-sheets.ts';

const dotsPerInch = 110;
/** Drawing runs foreign bytes through a renderer: two at a time, so that a long case cannot take the whole machine. */
const drawnAtOnceMax = 2;
export const pageNumberMax = 500;

export type PagePlace = { submissionId: SubmissionId; fileId: FileId; page: number };
export type FindPagePicture = (place: PagePlace) => Promise<Uint8Array | null>;

type Deps = { records: RecordStore; files: FileStore; documentReader: PageDrawer };
type OpenedFile = Parameters<PageDrawer['draw']>[0];

/** The picture of one page, drawn once and kept. Null when there is no such page or it is not to be shown. */
export function makeFindPagePicture(deps: Deps): FindPagePicture {
  const atOnce = makeTurns(drawnAtOnceMax);
  const underWay = new Map<string, Promise<Uint8Array | null>>();
  return (place) => {
    const name = `${place.submissionId} ${place.fileId} ${place.page}`;
    const running = underWay.get(name);
    if (running !== undefined) return running;
    const finding = findOrDraw(deps, place, atOnce).finally(() => underWay.delete(name));
    underWay.set(name, finding);
    return finding;
  };
}

async function findOrDraw(deps: Deps, place: PagePlace, atOnce: Turns): Promise<Uint8Array | null> {
  const found = await findDrawableFile(deps.records, place);
  if (found === null) return null;
  const { file, isSeen } = found;
  const key = { pk: `SUB#${place.submissionId}`, sk: `PICTURE#${place.fileId}#${String(place.page).padStart(4, '0')}` };
  const kept = keptSchema.safeParse((await deps.records.find(key))?.body);
  if (kept.success && kept.data.sha256 === file.sha256 && kept.data.dotsPerInch === dotsPerInch) {
    if (await deps.files.has(kept.data.pictureKey)) return deps.files.read(kept.data.pictureKey);
  }
  // destroyed by a retention period
  if (!(await deps.files.has(file.fileKey))) return null;
  const drawn = await atOnce(async () => {
    const bytes = await deps.files.read(file.fileKey);
    const opened = { bytes, mediaType: file.mediaType };
    const asRead = isSeen ? await drawAsRead(deps, file, place.page, opened) : null;
    return asRead ?? deps.documentReader.draw(opened, place.page, dotsPerInch);
  });
  if (drawn === null) return null;
  const pictureKey = await deps.files.put('picture', drawn);
  const body: Kept = { pictureKey, sha256: file.sha256, dotsPerInch };
  await deps.records.write([{ put: { ...key, body }, expect: 'any' }]);
  return drawn;
}

async function drawAsRead({ documentReader, files }: Deps, file: FileRecord, page: number, opened: OpenedFile) {
  if (documentReader.drawAsRead === undefined) return null;
  return documentReader.drawAsRead(opened, page, await turnsOfPage(files, file, page));
}

/** Where a picture is kept, and of which bytes at which resolution it was drawn. */
const keptSchema = z.object({ pictureKey: z.string(), sha256: z.string(), dotsPerInch: z.number() });
type Kept = z.infer<typeof keptSchema>;

/** `isSeen`: the page was read from its picture. */
type DrawableFile = { file: FileRecord; isSeen: boolean };

/** A refused file is never drawn, and a page of a sensitive paper is not shown. */
async function findDrawableFile(records: RecordStore, place: PagePlace): Promise<DrawableFile | null> {
  const [found, documents] = await Promise.all([
    findFile(records, place.submissionId, place.fileId),
    listDocumentsOfFile(records, place.submissionId, place.fileId),
  ]);
  if (found === null || found.file.refused !== null || found.file.withheld) return null;
  const onPage = documents.filter((document) => isOnPages(place.page, document.pages));
  if (onPage.some((document) => document.isSensitive)) return null;
  return { file: found.file, isSeen: onPage.some((document) => document.reading === 'ocr') };
}

function isOnPages(page: number, [first, last]: readonly [number, number]): boolean {
  return page >= first && page <= last;
}

type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs at most `max` pieces of work at a time; the others wait for their turn. */
function makeTurns(max: number): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    while (running >= max) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
