import type { FileReading } from '#shared/domain/reading.ts';
import type { SortedPart } from '#shared/domain/sorting.ts';
import { weighPage } from '#shared/reading/page-kind/page-evidence.ts';
import { type Part, partOf, partsOf, splitFile } from './split-file.ts';

/**
 * The papers of a file where a person says that they begin and end. What a paper is, where the person leaves it open, its
 * first page says. Pages that are not in the file make no paper; without any the file is taken apart as by itself.
 */
export function splitAsSaid(reading: FileReading, said: readonly SortedPart[]): Part[] {
  const parts = said.flatMap((one) => partAsSaid(reading, one));
  return parts.length > 0 ? parts : splitFile(reading);
}

function partAsSaid({ pages }: FileReading, { pages: [from, to], kind }: SortedPart): Part[] {
  const own = pages.filter(({ number }) => number >= from && number <= to);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return [];
  const evidence = own.map((page) => weighPage(page));
  const [opening = weighPage(first)] = evidence;
  // left to the machine, one page may hold several papers, as it may when nobody says anything
  if (kind === null && own.length === 1) return partsOf(first, opening);
  const read: Part = {
    ...partOf(opening),
    pages: [first.number, last.number],
    isUnread: evidence.every(({ isUnread }) => isUnread),
    isSensitive: evidence.some(({ isSensitive }) => isSensitive),
  };
  // who says what a paper is has looked at it: it begins there, and is private only when it is nothing we know
  if (kind !== null)
    return [{ ...read, kind, confidence: 1, isRest: false, isSensitive: read.isSensitive && kind === 'other' }];
  return [read.isSensitive ? { ...read, kind: 'other' } : read];
}
