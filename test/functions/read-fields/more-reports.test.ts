import { describe, expect, it } from 'vitest';
import { blocksSideBySide, captionsUnderBlocks, columnsToCross } from './more-reports-on-paper.ts';
import { readPaper, rowsOf } from './reading-of.ts';

describe('the trainings of a report are found', () => {
  it('in blocks that stand side by side, row after row', async () => {
    const { values, extract } = await readPaper(await blocksSideBySide());
    expect(rowsOf(extract)).toEqual([
      ['Ethics in Practice', 'Bayou Academy', '2026-02-03', '3', 'ethics', null],
      ['Recovery Planning Basics', 'Delta Network', '2026-04-15', '4', 'core', null],
      ['Warm Lines', 'Delta Network', '2026-06-20', '2.5', 'core', null],
      ['Crisis Calm', 'NAMI Louisiana', '2026-09-01', '1.5', 'core', null],
    ]);
    expect(extract.reasons).toEqual([]);
    expect(values).toMatchObject({ totalHours: '11', totalEthicsHours: '3', attestationChecked: true });
  });

  it('in a table with a column to cross for each kind, days on two lines, and sums far from their labels', async () => {
    const { values, extract } = await readPaper(await columnsToCross());
    expect(rowsOf(extract)).toEqual([
      ['Grief and Growth for Peer Specialists', 'Acadiana Peer Exchange', '2026-03-03', '6', 'core', null],
      ['Boundaries Refresher', 'Gulf Institute', '2026-09-11', '3', 'ethics', null],
      ['Group Skills', 'Gulf Institute', '2026-10-08', '2.25', 'core', null],
    ]);
    expect(values).toMatchObject({ totalHours: '11.25', totalEthicsHours: '3' });
  });

  it('on lines that are named from below', async () => {
    const { extract } = await readPaper(await captionsUnderBlocks());
    expect(rowsOf(extract)).toEqual([
      ['Ethics of Helping', 'Bayou Academy', '2026-03-03', '3', 'ethics', null],
      ['Motivating Change', 'Pelican Institute', '2026-05-09', '5', 'core', null],
    ]);
  });
});
