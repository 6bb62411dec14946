import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleDeps } from '#functions/console/console-deps.ts';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { caseFileWrites } from '#shared/records/case-file-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type Pages, readProgramme } from '#shared/rules/read-programme.ts';
import { judgeShadow } from '#shared/rules/shadow.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { type Desk, openDesk } from './desk.ts';

export const ethics = 'continuing-education/ethics-hours.rule.md';
export const inShadow = 'continuing-education/ethics-four.rule.md';
export const officePages: Pages = await readProgrammePages('shared/rules/programmes/louisiana-rpss');

/** The page with one of its texts in other words. */
export function rewritten(page: string, from: string, to: string, pages: Pages = officePages): Pages {
  const text = pages[page] ?? '';
  if (!text.includes(from)) throw new Error(`${page} does not say: ${from}`);
  return { ...pages, [page]: text.replace(from, to) };
}

export const fourHours = rewritten(ethics, '| 2024 | 3   ', '| 2024 | 4   ');

/** The office's pages, and four hours of ethics tried out beside them. */
export const withShadow: Pages = {
  ...officePages,
  [inShadow]: (fourHours[ethics] ?? '').replace(
    /^(severity:.*)$/m,
    '$1\nruns:       in shadow\nsince:      2026-11-01',
  ),
};

export async function openRulesDesk(
  pages: Pages = officePages,
  proposals: Readonly<Record<string, Pages>> = {},
): Promise<Desk> {
  const proposedRules: ConsoleDeps['proposedRules'] = {
    where: 'some/folder',
    names: async () => Object.keys(proposals),
    pages: async (name) => proposals[name] ?? null,
  };
  return openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { programme: programmeFacts(pages), proposedRules });
}

const read = new Map<Pages, Programme>();

function programmeOf(pages: Pages): Programme {
  const programme = read.get(pages) ?? readProgramme(pages);
  read.set(pages, programme);
  return programme;
}

export type SomePerson = { number: number; name: string; ethicsHours: number; year?: number };

/** A person of the roster with a case and a year that the pages have judged. `ethicsHours` are whole hundredths. */
export async function storePerson({ records }: Desk, pages: Pages, person: SomePerson): Promise<void> {
  const { number, name, ethicsHours, year = 2026 } = person;
  const specialistId = `RPSS-${String(number).padStart(4, '0')}`;
  const facts = {
    credential: 'RPSS',
    'training year': 2024,
    'ethics hours': ethicsHours,
    'core hours': 700,
    'counted hours': 1000,
    'hours in review': 0,
    'documents in review': 0,
  };
  const programme = programmeOf(pages);
  const when = { year, asOf: `${year}-11-20` };
  const caseFile: CaseFile = {
    specialistId,
    year,
    submissions: [submissionIdFor(number)],
    credits: [],
    findings: judgeYear(programme, facts, when),
    shadow: judgeShadow(programme, facts, when),
  };
  await putSpecialist(records, {
    specialistId,
    legalName: name,
    otherNames: [],
    email: null,
    credentialType: 'RPSS',
    initialTrainingDate: '2024-03-01',
    status: 'active',
    employer: null,
  });
  await storeCase(records, { submission: aSubmission({ number }) });
  await records.write(caseFileWrites(caseFile, null));
}
