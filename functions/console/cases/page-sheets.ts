import { z } from 'zod';
import type { FileRecord } from '#shared/domain/document.ts';
import { boxSchema } from '#shared/domain/reading.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import { ownPictureTypes } from '#shared/ports/text-reader.ts';
import type { PageDrawer } from '../console-deps.ts';

/** Only what a page's frame needs; the words of a long PDF are not even looked at. */
const frameSchema = z.object({ number: z.number(), width: z.number().positive(), height: z.number().positive() });
const framesSchema = z.object({ pages: z.array(frameSchema) });
const wordsSchema = z.object({
  pages: z.array(
    frameSchema.extend({
      words: z.array(z.object({ text: z.string(), box: boxSchema })),
      checkMarks: z.array(z.object({ box: boxSchema, checked: z.boolean() })),
    }),
  ),
});

/** How a page is shown: as a picture that we draw, by its words at their places, or not at all. */
export type PageSheet = Omit<z.infer<typeof wordsSchema>['pages'][number], 'number'>;
export type FileSheets = { show: 'picture' | 'words' | 'nothing'; pages: ReadonlyMap<number, PageSheet> };
export type SheetsByFile = ReadonlyMap<string, FileSheets>;

/** The renderer draws PDF and HEIC. Of other papers, such as a Word file, the words are laid out on plain sheets. */
const drawnTypes = ['application/pdf', 'image/heic'];
/** Shown as they were read, where this host's text reader can show what it saw. */
const seenTypes: readonly string[] = ownPictureTypes;

type Deps = { files: FileStore; documentReader: PageDrawer };

export async function readPageSheets(deps: Deps, fileRecords: readonly FileRecord[]): Promise<SheetsByFile> {
  const sheets = await Promise.all(fileRecords.map(async (file) => [file.fileId, await sheetsOf(deps, file)] as const));
  return new Map(sheets);
}

async function sheetsOf({ files, documentReader }: Deps, file: FileRecord): Promise<FileSheets> {
  if (file.refused !== null || file.withheld) return { show: 'nothing', pages: new Map() };
  const reading = await readReading(files, file);
  if (drawnTypes.includes(file.mediaType)) return { show: 'picture', pages: framesOf(reading) };
  const pages = wordsOf(reading);
  const hasWords = [...pages.values()].some((page) => page.words.length > 0);
  if (hasWords && documentReader.drawAsRead && seenTypes.includes(file.mediaType)) {
    return { show: 'picture', pages: framesOf(reading) };
  }
  return { show: hasWords ? 'words' : 'nothing', pages };
}

async function readReading(files: FileStore, { readingKey }: FileRecord): Promise<unknown> {
  if (readingKey === null || !(await files.has(readingKey))) return null;
  try {
    return JSON.parse(new TextDecoder().decode(await files.read(readingKey)));
  } catch {
    return null;
  }
}

const turnsSchema = z.object({ pages: z.array(z.object({ number: z.number(), turned: z.number().default(0) })) });

/** How the reader set a page upright, in quarters clockwise: 0 when nothing says otherwise. */
export async function turnsOfPage(files: FileStore, file: FileRecord, page: number): Promise<number> {
  const parsed = turnsSchema.safeParse(await readReading(files, file));
  return parsed.data?.pages.find(({ number }) => number === page)?.turned ?? 0;
}

function framesOf(reading: unknown): FileSheets['pages'] {
  const parsed = framesSchema.safeParse(reading);
  return new Map(
    parsed.success ? parsed.data.pages.map((page) => [page.number, { ...page, words: [], checkMarks: [] }]) : [],
  );
}

function wordsOf(reading: unknown): FileSheets['pages'] {
  const parsed = wordsSchema.safeParse(reading);
  return new Map(parsed.success ? parsed.data.pages.map((page) => [page.number, page]) : []);
}
