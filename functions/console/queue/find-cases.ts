import { foldLetters } from '#shared/domain/name-tokens.ts';
import type { QueueLine } from '#shared/domain/queue-line.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listCaseFilesOf } from '#shared/records/case-file-records.ts';
import { findQueueLine, listLinesFrom, listShelf } from '#shared/records/queue-line-records.ts';
import { findPeople } from '../people/find-people.ts';

const charactersMax = 200;
const linesMax = 50;
const peopleMax = 20;

export type FoundCases = { lines: QueueLine[]; isCut: boolean };

/**
 * Cases by whom they are about, who sent them, or a part of their reference. People and addresses are looked up in indexes; the
 * cases that are being worked on are also looked through as they stand, for names that are on no roster.
 */
export async function findCases(records: RecordStore, typed: string): Promise<FoundCases> {
  const asked = foldLetters(typed.trim().slice(0, charactersMax));
  if (asked.length < 2) return { lines: [], isCut: false };
  const [fromSender, ofPeople, working] = await Promise.all([
    asked.includes('@') ? listLinesFrom(records, asked, linesMax + 1) : [],
    linesOfPeople(records, asked),
    Promise.all([listShelf(records, 'needs-person'), listShelf(records, 'set-aside')]),
  ]);
  const inWork = working.flatMap((page) => page.lines).filter((line) => speaksOf(line, asked));
  const found = new Map([...fromSender, ...ofPeople, ...inWork].map((line) => [line.submissionId, line]));
  const lines = [...found.values()].toSorted((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1));
  return { lines: lines.slice(0, linesMax), isCut: lines.length > linesMax };
}

async function linesOfPeople(records: RecordStore, asked: string): Promise<QueueLine[]> {
  const { people } = await findPeople(records, asked);
  const files = await Promise.all(people.slice(0, peopleMax).map((one) => listCaseFilesOf(records, one.specialistId)));
  const ids = [...new Set(files.flat().flatMap(({ submissions }) => submissions))].slice(-linesMax);
  const lines = await Promise.all(ids.map((id) => findQueueLine(records, id)));
  return lines.filter((line) => line !== null);
}

function speaksOf({ reference, sender, people }: QueueLine, asked: string): boolean {
  const said = [reference, sender ?? '', ...people.map(({ name }) => name)];
  return asked.split(/\s+/).every((word) => said.some((text) => foldLetters(text).includes(word)));
}
