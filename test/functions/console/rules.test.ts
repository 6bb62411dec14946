import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RulePage } from '#functions/console/console-deps.ts';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { ruleAddress } from '#functions/console/rule-address.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { pageBlocks } from '#shared/rules/page-blocks.ts';
import { aFinding, aJudgement } from '#test/builders/a-judgement.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { type Desk, openDesk, pageText } from './desk.ts';

const folder = 'shared/rules/programmes/louisiana-rpss';
const ethics = 'continuing-education/ethics-hours.rule.md';
let rulePages: RulePage[];
let desk: Desk;

beforeAll(async () => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.rule.md'));
  rulePages = await Promise.all(
    names.map(async (page) => ({ page, text: await readFile(join(folder, page), 'utf8') })),
  );
  const programme = { name: 'Louisiana peer support', timeZone: 'America/Chicago', rulePages };
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { programme });
});

describe('the rules of the programme', () => {
  it('are listed by the sentence that each of them is', async () => {
    const page = await pageText(desk, '/rules');
    expect(rulePages.length).toBeGreaterThan(10);
    for (const rule of rulePages) expect(page).toContain(`href="${ruleAddress(rule.page)}"`);
  });

  it('each have a page with quote, conditions, amounts and examples', async () => {
    const page = await pageText(desk, ruleAddress(ethics));
    expect(page).toContain('<blockquote>');
    expect(page).toContain('<div>met when:   ethics hours is at least needed hours</div>');
    expect(page).toContain('<th scope="col">needed hours</th>');
    expect(page).toContain('<td data-label="because">a quarter of an hour short</td>');
    for (const rule of rulePages) expect((await desk.app.request(ruleAddress(rule.page))).status).toBe(200);
  });

  it('are led to from each finding', async () => {
    await storeCase(desk.records, {
      submission: aSubmission(),
      judgement: aJudgement({ findings: [aFinding({ page: ethics })] }),
    });
    expect(await pageText(desk, '/cases/LA-2026-000001')).toContain(`href="${ruleAddress(ethics)}"`);
  });

  it('are listed by their ids, and show what each example gives as run', async () => {
    const pages = await readProgrammePages(folder);
    const wrong = (pages[ethics] ?? '').replace('| 2024 | 3   ', '| 2024 | 4   ');
    const programme = programmeFacts({ ...pages, [ethics]: wrong });
    const own = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { programme });
    const list = await pageText(own, '/rules');
    const numbers = [...list.matchAll(/>(LA-[A-Z]+-\d+): /g)].map(([, number]) => number);
    expect(numbers).toEqual(programme.rulePages.flatMap(({ number }) => number ?? []));
    expect(numbers.slice(0, 3)).toEqual(['LA-CE-01', 'LA-CE-02', 'LA-CE-03']);
    const page = await pageText(own, ruleAddress(ethics));
    expect(page).toContain('<th scope="col">as run</th>');
    expect(page).toContain('<td data-label="as run">not met: not as written</td>');
    for (const path of ['period.md', 'credits.md', 'conditions.md'])
      expect((await own.app.request(ruleAddress(path))).status).toBe(200);
  });

  it('have no other page', async () => {
    expect((await desk.app.request('/rules/continuing-education/nothing')).status).toBe(404);
  });

  it('keep every word of their text', () => {
    const wordsIn = (text: string) =>
      text
        .replace(/[|#>`-]/g, ' ')
        .split(/\s+/)
        .filter((word) => word !== '' && word !== 'rule');
    for (const { text } of rulePages) {
      const shown = pageBlocks(text).map((block) => JSON.stringify(Object.values(block).slice(1)));
      const all = shown.join(' ').replaceAll('\\"', '"');
      for (const word of wordsIn(text)) expect(all).toContain(word);
    }
  });
});
