import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { listCaseFiles } from '#shared/records/case-file-records.ts';
import { compareExamples } from '#shared/rules/compare/compare-examples.ts';
import { type Comparison, comparePeople } from '#shared/rules/compare/compare-people.ts';
import { comparisonInLines } from '#shared/rules/compare/comparison-in-lines.ts';
import { withRulesOf } from '#shared/rules/compare/rule-differences.ts';

export type CompareAsked = {
  before: string;
  after: string;
  /** the stored report year */
  year: number;
  /** the year whose amounts and versions the second folder is taken with; null: those of the stored year */
  rulesOf: number | null;
  dataFolder: string;
};

/** What would change? The lines that `npm run rules -- compare` prints. */
export async function compareRules({ before, after, year, rulesOf, dataFolder }: CompareAsked): Promise<string[]> {
  const [was, read] = await Promise.all([readFolder(before), readFolder(after)]);
  const is = rulesOf === null ? read : withRulesOf(read, rulesOf, year);
  const people = await storedPeople(dataFolder, year);
  const judged = people.map(({ specialistId, findings }) => ({ person: specialistId, findings }));
  const comparison = people.length > 0 ? comparePeople(was, is, judged, year) : compareExamples(was, read);
  const about =
    people.length > 0
      ? `Everybody stored for ${year}, judged by both folders${rulesOf === null ? '' : `, the second with its rules of ${rulesOf}`}.`
      : `Nobody is stored for ${year} in ${dataFolder}: the examples of the pages were judged instead.`;
  return [about, '', ...comparisonInLines(comparison), ...laterAmounts(comparison, year, rulesOf)];
}

async function readFolder(folder: string) {
  if (!existsSync(join(folder, 'programme.md')))
    throw new GiveUp(`${folder} holds no programme.md. Give the folder of a programme's pages.`);
  return readProgrammeFolder(folder);
}

async function storedPeople(dataFolder: string, year: number): Promise<CaseFile[]> {
  const file = join(dataFolder, 'records.sqlite');
  // opening would make a new one
  if (!existsSync(file)) return [];
  const records = openSqliteRecordStore(file);
  try {
    return (await listCaseFiles(records, year)).filter(({ findings }) => findings.length > 0);
  } finally {
    records.close();
  }
}

/** An amount that begins later changes nothing in the stored year: say how to look at it before it begins. */
function laterAmounts({ over, changes }: Comparison, year: number, rulesOf: number | null): string[] {
  if (over === 'examples' || changes.length > 0 || rulesOf !== null) return [];
  return [
    `Each year is judged by its own amounts. To see a change that begins later, add for example --rules-of ${year + 1}.`,
  ];
}
