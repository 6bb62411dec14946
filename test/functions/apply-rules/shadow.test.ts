import { describe, expect, it } from 'vitest';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { checkPages } from '#shared/rules/check-programme.ts';
import { inOneLine, type Pages, readProgramme } from '#shared/rules/read-programme.ts';
import { complete, judged } from '#test/builders/a-judged-mail.ts';

const pages = await readProgrammePages('shared/rules/programmes/louisiana-rpss');
const page = 'continuing-education/ethics-hours.rule.md';
const tried = 'continuing-education/ethics-hours-tried.rule.md';
/** The rule on ethics once more, with four hours instead of three. */
const fourHours = (pages[page] ?? '').replace('| 2024 | 3   ', '| 2024 | 4   ').replace('exactly three', 'not three');
const inShadow = (since: string) => fourHours.replace(/^id:/m, `runs:       in shadow\nsince:      ${since}\nid:`);
const withPage = (text: string): Pages => ({ ...pages, [tried]: text });

/** What anybody hears or anything rests on; which pages judged is said in any case. */
const effects = ({ shadow: _, judgedBy: __, ...rest }: Awaited<ReturnType<typeof judged>>) => rest;

describe('a rule in shadow', () => {
  it('says what it would have said, and moves nothing', async () => {
    const live = await judged({ documents: complete });
    const beside = await judged({
      documents: complete,
      programme: readProgramme(withPage(inShadow('2026-11-01'))),
    });
    expect(live).toMatchObject({ outcome: 'accepted', shadow: [] });
    expect(beside.shadow).toEqual([
      expect.objectContaining({ rule: 'LA-CE-02', page: tried, verdict: 'not-met', value: '3', required: '4' }),
    ]);
    expect(effects(beside)).toEqual(effects(live));
  });

  it('would have moved it, had it been live', async () => {
    const programme = readProgramme({ ...pages, [page]: fourHours });
    expect((await judged({ documents: complete, programme })).outcome).toBe('needs-sender');
  });

  it('is not judged before its day', async () => {
    const programme = readProgramme(withPage(inShadow('2026-12-02')));
    expect((await judged({ documents: complete, programme })).shadow).toEqual([]);
  });

  it('says since when', () => {
    const lineOf = (text: string) => checkPages(withPage(text)).map(inOneLine);
    expect(lineOf(inShadow('soon'))).toContainEqual(expect.stringContaining('write "runs: in shadow" with "since:"'));
    expect(lineOf(fourHours.replace(/^id:/m, 'since: 2026-11-01\nid:'))).toContainEqual(
      expect.stringContaining('write "runs: in shadow"'),
    );
  });

  it('is checked like any other: its examples are run', () => {
    const lines = checkPages(withPage(inShadow('2026-11-01'))).map(inOneLine);
    expect(lines).toContainEqual(expect.stringMatching(/ethics-hours-tried.*says met, the rule says not-met/));
    expect(lines.filter((line) => line.includes('belongs to another page'))).toEqual([]);
  });

  it('shares its id with no other page in shadow', () => {
    const two = { ...withPage(inShadow('2026-11-01')), 'continuing-education/again.rule.md': inShadow('2026-11-01') };
    expect(checkPages(two).map(inOneLine)).toContainEqual(expect.stringContaining('another page in shadow already'));
  });
});
