import { describe, expect, it } from 'vitest';
import { readPaper, rowsOf } from './reading-of.ts';
import {
  boxesInRows,
  columnOfLabels,
  framedBlocks,
  guidanceUnderLines,
  reportOfNarrowCells,
} from './wrapped-forms-on-paper.ts';

const trainings = [
  ['Ethics in Practice', 'Bayou Academy', '2026-02-03', '3', 'ethics', true],
  ['Warm Lines', 'Delta Network', '2026-06-20', '2.5', 'core', false],
];

describe('a form of narrow places is read whole', () => {
  it('labels that run over lines of their cell, values of two lines, headings of three', async () => {
    const { values, extract } = await readPaper(await reportOfNarrowCells());
    expect(values).toMatchObject({
      ...{ legalName: 'Ruby Castille', reportingYear: '2026', initialTrainingDate: '2019-03-12' },
      employer: 'Bayou Lafourche Behavioral Health',
    });
    expect(rowsOf(extract)).toEqual(trainings);
  });

  it('the sums in cells below a table are no training', async () => {
    const { values } = await readPaper(await reportOfNarrowCells());
    expect(values).toMatchObject({ totalHours: '5.5', totalEthicsHours: '3' });
  });

  it('captions stand under their lines on the whole page, also under long lines and as questions', async () => {
    const { values } = await readPaper(await guidanceUnderLines());
    expect(values).toMatchObject({
      ...{ legalName: 'Ruby Castille', courseTitle: 'Grief, Loss and Peer Support', provider: 'Bayou Academy' },
      ...{ completedOn: '2026-02-03', hours: '3', ethicsHours: '1', competency: 'Values communication' },
    });
  });

  it('a heading close under the frame of its block begins the block, and the last line belongs to it', async () => {
    const { values, extract } = await readPaper(await framedBlocks());
    expect(rowsOf(extract).map((row) => row.slice(0, 5))).toEqual(trainings.map((row) => row.slice(0, 5)));
    expect(values).toMatchObject({ employer: 'Bayou Lafourche Behavioral Health' });
  });

  it('the second box of the last row belongs to it, and words beside empty boxes are no answer', async () => {
    const { extract } = await readPaper(await boxesInRows());
    expect(rowsOf(extract).map((row) => row.slice(0, 5))).toEqual(trainings.map((row) => row.slice(0, 5)));
  });

  it('of labels one below the other, the next one is no value of one that was left empty', async () => {
    const { values } = await readPaper(await columnOfLabels());
    expect(values).toMatchObject({ legalName: 'Ruby Castille', phone: '225-555-0144', employer: null });
  });
});
