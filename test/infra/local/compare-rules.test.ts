import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareRules } from '#infra/local/compare-rules.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { caseFileWrites } from '#shared/records/case-file-records.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';

const before = 'shared/rules/programmes/louisiana-rpss';
let folder: string;
let after: string;

/** A copy of the pages in which four hours of ethics are asked for, not three. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compare-'));
  after = join(folder, 'after');
  await cp(before, after, { recursive: true });
  const page = join(after, 'continuing-education/ethics-hours.rule.md');
  await writeFile(page, (await readFile(page, 'utf8')).replace('| 2024 | 3   ', '| 2024 | 4   '));
});

const asked = (dataFolder: string) => ({ before, after, year: 2026, rulesOf: null, dataFolder });

describe('comparing two folders of pages', () => {
  it('lists the people of the stored year who change', async () => {
    const data = await mkdtemp(join(tmpdir(), 'compare-data-'));
    const records = openSqliteRecordStore(join(data, 'records.sqlite'));
    const programme = await readProgrammeFolder(before);
    for (const [specialistId, hours] of [['S-100', 300] as const, ['S-200', 400] as const]) {
      const facts = { credential: 'RPSS', 'training year': 2025, 'ethics hours': hours, 'hours in review': 0 };
      const known = { ...facts, 'documents in review': 0 };
      const findings = judgeYear(programme, known, { year: 2026, asOf: '2026-11-20' });
      const caseFile = { specialistId, year: 2026, submissions: [], credits: [], findings, shadow: [] };
      await records.write(caseFileWrites(caseFile, null));
    }
    records.close();

    const lines = await compareRules(asked(data));
    expect(lines[0]).toBe('Everybody stored for 2026, judged by both folders.');
    expect(lines.filter((line) => line.includes('met -> not met'))).toEqual([
      expect.stringMatching(/^S-100 {2}LA-CE-02 .*You have 3 of 4 hours/),
    ]);
    expect(lines).toContain('  1 from met to not met, 1 as before');
  });

  it('without stored people judges the examples of the pages, and says so', async () => {
    const lines = await compareRules(asked(join(folder, 'nothing')));
    expect(lines[0]).toContain('the examples of the pages were judged instead');
    expect(lines).toContainEqual(
      expect.stringMatching(/^exactly three is enough \(2026\) {2}LA-CE-02 {2}met -> not met/),
    );
  });

  it('says which folder holds no programme', async () => {
    await expect(compareRules({ ...asked(folder), after: folder })).rejects.toThrow('holds no programme.md');
  });
});
