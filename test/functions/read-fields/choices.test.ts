import { describe, expect, it } from 'vitest';
import { asYesNo } from '#functions/read-fields/check-groups.ts';
import { openSheet } from '#test/fixtures/make/sheet.ts';
import { circledWords, columnsOfAnswers } from './choices-on-paper.ts';
import { readPaper, rowsOf } from './reading-of.ts';

describe('yes and no', () => {
  it('are told by the words over two columns of boxes', async () => {
    const { values } = await readPaper(await columnsOfAnswers());
    expect(values).toMatchObject({ livedExperience: true, recoveryTwelveMonths: false });
  });

  it('are told by a stroke around one of the two words; without a stroke nothing was chosen', async () => {
    const { values } = await readPaper(await circledWords());
    expect(values.livedExperience).toBe(false);
    expect(values.recoveryTwelveMonths ?? null).toBeNull();
  });

  it('side by side are no answer', () => {
    expect(['Yes / No', 'Y/N', 'yes or no', 'Sí / No'].map(asYesNo)).toEqual([null, null, null, null]);
    expect(['Yes', 'no', 'Y', 'yes, since May'].map(asYesNo)).toEqual([true, false, true, true]);
  });
});

describe('a training typed by typewriter', () => {
  it('has no label inside its title, and its title goes on in the next line', async () => {
    const sheet = await openSheet('Report');
    sheet.write('Continuing Education Report and Ethics Attestation', { x: 50, y: 50 }, { size: 15 });
    sheet.write('Name: Ruby Castille', { x: 50, y: 80 });
    const lines: [text: string, x: number][] = [
      ['Training 1', 50],
      ['Training title: When to Say No: Healthy', 50],
      ['Boundaries', 146],
      ['Provider: Bayou Academy', 50],
      ['Date completed: 02/03/2026', 50],
      ['No. of hours: 2.5', 50],
    ];
    for (const [i, [text, x]] of lines.entries()) sheet.write(text, { x, y: 130 + i * 13 }, { face: 'mono', size: 10 });
    const { extract } = await readPaper(await sheet.save());
    expect(rowsOf(extract)[0]?.slice(0, 4)).toEqual([
      'When to Say No: Healthy Boundaries',
      'Bayou Academy',
      '2026-02-03',
      '2.5',
    ]);
  });
});
