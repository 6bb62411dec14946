import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { replayYear } from '#infra/local/replay-year.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { caseFileWrites, findCaseFile } from '#shared/records/case-file-records.ts';
import { aDeskOfMails } from '#test/builders/a-desk-of-mails.ts';
import { complete, dana } from '#test/builders/a-judged-mail.ts';

const pages = 'shared/rules/programmes/louisiana-rpss';
const asked = (dataFolder: string, folder = pages) => ({ year: 2026, dataFolder, folder });
let data: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'replay-'));
  const records = openSqliteRecordStore(join(data, 'records.sqlite'));
  await (await aDeskOfMails([dana], { records })).take(1, { documents: complete });
  records.close();
});

describe('a stored year judged again', () => {
  it('comes out as it was', async () => {
    const { lines, isSame } = await replayYear(asked(data));
    expect(isSame).toBe(true);
    expect(lines).toEqual([
      expect.stringMatching(/^1 of 1 people of 2026 come out as they were judged, of \d+ findings/),
    ]);
  });

  it('still does so after a page has changed, and says which', async () => {
    const later = join(await mkdtemp(join(tmpdir(), 'replay-pages-')), 'later');
    await cp(pages, later, { recursive: true });
    const page = join(later, 'credits.md');
    await writeFile(page, (await readFile(page, 'utf8')).replace('| 60  ', '| 50  '));
    const { lines, isSame } = await replayYear(asked(data, later));
    expect(isSame).toBe(true);
    expect(lines.at(-1)).toBe('Written otherwise since then, new or gone: credits.md.');
  });

  it('names the finding that does not, and who was judged by pages that nobody kept', async () => {
    const records = openSqliteRecordStore(join(data, 'records.sqlite'));
    const stored = await findCaseFile(records, dana.specialistId, 2026);
    if (!stored) throw new Error('the year is not stored');
    const [first, ...rest] = stored.caseFile.findings;
    if (!first) throw new Error('nothing was judged');
    const forged = { ...stored.caseFile, findings: [{ ...first, verdict: 'not-met' as const }, ...rest] };
    const unkept = { ...stored.caseFile, specialistId: 'RPSS-2', judgedBy: undefined };
    await records.write([...caseFileWrites(forged, stored.version), ...caseFileWrites(unkept, null)]);
    records.close();

    const { lines, isSame } = await replayYear(asked(data));
    expect(isSame).toBe(false);
    expect(lines[0]).toContain(`RPSS-1  ${first.rule}  was not-met: comes out as ${first.verdict}`);
    expect(lines[1]).toBe('RPSS-2  was judged by pages that are not kept');
    expect(lines[2]).toContain('0 of 2 people');
  });

  it('says where nothing is stored', async () => {
    await expect(replayYear(asked('/nowhere'))).rejects.toThrow('Give the data folder with --data');
  });
});
