import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findBook } from '#shared/records/book-records.ts';
import { listCaseFiles } from '#shared/records/case-file-records.ts';
import { pagesChanged } from '#shared/rules/book.ts';
import { judgeAgain } from '#shared/rules/judge-again.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { tryProgramme } from '#shared/rules/read-programme.ts';

export type ReplayAsked = { year: number; dataFolder: string /** the pages of today */; folder: string };
export type Replay = { lines: string[]; isSame: boolean };

/** Everybody of a stored year judged once more, by the pages that were kept when they were judged. */
export async function replayYear({ year, dataFolder, folder }: ReplayAsked): Promise<Replay> {
  const file = join(dataFolder, 'records.sqlite');
  // opening would make a new one
  if (!existsSync(file)) throw new GiveUp(`Nothing is stored in ${dataFolder}. Give the data folder with --data.`);
  const today = await readProgrammeFolder(folder);
  const records = openSqliteRecordStore(file);
  try {
    const people = (await listCaseFiles(records, year)).filter(({ findings }) => findings.length > 0);
    const books = await booksOf(records, people);
    const each = people.map((person) => linesFor(person, books.get(person.judgedBy?.sha256 ?? '') ?? null));
    const lines = each.flat();
    const found = people.reduce((sum, { findings }) => sum + findings.length, 0);
    const same = each.filter((own) => own.length === 0).length;
    const said = `${same} of ${people.length} people of ${year} come out as they were judged, of ${found} findings in all.`;
    return { lines: [...lines, said, ...sinceThen(books, today)], isSame: lines.length === 0 };
  } finally {
    records.close();
  }
}

async function booksOf(records: RecordStore, people: readonly CaseFile[]): Promise<Map<string, Programme>> {
  const hashes = [...new Set(people.flatMap(({ judgedBy }) => judgedBy?.sha256 ?? []))];
  const read = await Promise.all(
    hashes.map(async (sha256) => {
      const pages = await findBook(records, sha256);
      return [sha256, pages ? tryProgramme(pages).programme : null] as const;
    }),
  );
  return new Map(read.flatMap(([sha256, programme]) => (programme ? [[sha256, programme]] : [])));
}

/** One line for each finding that does not come out again; none where all do. */
function linesFor({ specialistId, findings }: CaseFile, programme: Programme | null): string[] {
  if (programme === null) return [`${specialistId}  was judged by pages that are not kept`];
  return judgeAgain(programme, findings)
    .filter(({ isSame }) => !isSame)
    .map(({ finding, again }) => {
      const now = again === null ? 'its page is not among those kept' : `comes out as ${again.verdict}: ${again.why}`;
      return `${specialistId}  ${finding.rule}  was ${finding.verdict}: ${now}`;
    });
}

/** Which pages are not today's any more: the year keeps its answer, and a new report would be judged otherwise. */
function sinceThen(books: ReadonlyMap<string, Programme>, today: Programme): string[] {
  const changed = new Set([...books.values()].flatMap(({ book }) => pagesChanged(book, today.book)));
  return changed.size === 0 ? [] : [`Written otherwise since then, new or gone: ${[...changed].sort().join(', ')}.`];
}
