import { DatabaseSync } from 'node:sqlite';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { caseFileSchema } from '#shared/domain/case-file.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { NewRecord } from '#shared/ports/record-store.ts';
import { caseFileWrites } from '#shared/records/case-file-records.ts';
import { rosterRows } from '#shared/records/roster-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { completeFacts, judgeYear } from '#shared/rules/judge-year.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aMail, aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { factsOfPerson } from './people.ts';

/** One person in so many has sent a report. */
export const withPapers = 5;

const syllables = ['ba', 'lan', 'dry', 'fon', 'te', 'not', 'gui', 'mou', 'ton', 'her', 'bert', 'ar', 'ce', 'neaux'];
const name = (number: number, parts: number) => {
  const letters = Array.from({ length: parts }, (_, at) => syllables[Math.floor(number / 14 ** at) % 14] ?? '').join(
    '',
  );
  return letters.charAt(0).toUpperCase() + letters.slice(1);
};

/** Seven places, so that ids stand in the order of their numbers. */
const personOf = (number: number): Specialist =>
  aSpecialist({
    specialistId: `RPSS-${String(number).padStart(7, '0')}`,
    legalName: `${name(number, 3)} ${name(number * 7, 4)}`,
    email: `${name(number, 3)}.${number}@example.org`.toLowerCase(),
    employer: `House ${number % 97}`,
    initialTrainingDate: `20${10 + (number % 15)}-0${1 + (number % 9)}-15`,
  });

/** A report of a year as it is kept: the ledger with what every rule said, and the mail. */
function papersOf(programme: Programme, specialistId: string, number: number): NewRecord[] {
  const when = { year: 2026, asOf: '2026-11-20' };
  const findings = judgeYear(programme, completeFacts(programme, factsOfPerson(number), when), when);
  const ledger = { specialistId, year: 2026, submissions: [submissionIdFor(number)], credits: [], findings };
  const writes = [
    submissionWrite(aSubmission({ number, mail: aMail() }), 'absent'),
    ...caseFileWrites(caseFileSchema.parse(ledger), null),
  ];
  return writes.flatMap((write) => ('put' in write ? [write.put] : []));
}

/** Lays an office of so many people into a file, past the store's own transactions: those would take a day. */
export function layOffice(path: string, people: number, programme: Programme): void {
  openSqliteRecordStore(path).close();
  const database = new DatabaseSync(path);
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -256000; BEGIN');
  // made in the end, sorted: row by row they cost ten times the rows
  const indexes = indexesOf(database);
  for (const { name } of indexes) database.exec(`DROP INDEX ${name}`);
  const put = database.prepare('INSERT INTO records VALUES (?, ?, 1, ?, ?, ?, ?, ?)');
  // a few hundred different reports stand for all of them
  const kinds = Array.from({ length: 300 }, (_, kind) => papersOf(programme, personOf(0).specialistId, kind));
  for (let number = 0; number < people; number += 1) {
    const person = personOf(number);
    const rows = [
      ...rosterRows(person),
      ...(number % withPapers === 0 ? ownCopy(kinds[number % 300] ?? [], person, number) : []),
    ];
    for (const { pk, sk, body, index1, index2 } of rows)
      put.run(
        pk,
        sk,
        JSON.stringify(body),
        index1?.pk ?? null,
        index1?.sk ?? null,
        index2?.pk ?? null,
        index2?.sk ?? null,
      );
  }
  for (const { sql } of indexes) database.exec(sql);
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

function indexesOf(database: DatabaseSync): { name: string; sql: string }[] {
  const rows = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").all();
  return rows.map(({ name, sql }) => ({ name: String(name), sql: String(sql) }));
}

function ownCopy(rows: readonly NewRecord[], { specialistId }: Specialist, number: number): NewRecord[] {
  const text = JSON.stringify(rows);
  const first = personOf(0).specialistId;
  const [kind] = /sub_\d+/.exec(text) ?? [''];
  const own: NewRecord[] = JSON.parse(text.replaceAll(first, specialistId).replaceAll(kind, submissionIdFor(number)));
  return own;
}
