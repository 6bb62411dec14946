import { describe, expect, it } from 'vitest';
import { endOf } from '#shared/domain/case-figures.ts';
import type { FieldValue } from '#shared/domain/document.ts';
import { personValue } from '#shared/domain/person-value.ts';
import { type ReadFigures, readFigures, tallied } from '#shared/domain/read-figures.ts';
import { aDocument, aField, aTraining } from '#test/builders/a-document.ts';

const ocr = { medium: 'ocr' as const, engine: 'reader 1', sureness: 0.6 };
const paper = aDocument({ fields: { hours: aField('3'), courseTitle: aField('Ethics', { source: ocr }) } });
const row = (title: FieldValue) => aTraining({ title });
const report = aDocument({ kind: 'ce-report', fields: {}, trainings: [row(aField('One')), row(aField('Two'))] });

const of = (field: string, figures: readonly ReadFigures[]) => figures.filter((one) => one.field === field);
const typed = (read: FieldValue | undefined, value: FieldValue['value']) => personValue(read, value, 1);

describe('what people made of the values of a case', () => {
  it('is nothing where they left all as it was: each value was seen, by the way it was read', () => {
    expect(readFigures([paper], [paper])).toEqual([
      { field: 'kindOfPaper', medium: 'text-layer', seen: 1, corrected: 0 },
      { field: 'hours', medium: 'text-layer', seen: 1, corrected: 0 },
      { field: 'courseTitle', medium: 'ocr', seen: 1, corrected: 0 },
    ]);
  });

  it('counts a value that is another now, and not one that was only confirmed', () => {
    const { hours, courseTitle } = paper.fields;
    const fields = { hours: typed(hours, '7'), courseTitle: typed(courseTitle, 'Ethics') };
    const figures = readFigures([paper, paper], [{ ...paper, fields }, paper]);
    expect(of('hours', figures)).toEqual([{ field: 'hours', medium: 'text-layer', seen: 2, corrected: 1 }]);
    expect(of('courseTitle', figures)).toEqual([{ field: 'courseTitle', medium: 'ocr', seen: 2, corrected: 0 }]);
  });

  it('counts what the machine had left out, but not what is truly empty', () => {
    const fields = { ...paper.fields, provider: typed(undefined, 'Cypress'), employer: typed(undefined, null) };
    const figures = readFigures([paper], [{ ...paper, fields }]);
    expect(of('provider', figures)).toEqual([{ field: 'provider', medium: 'text-layer', seen: 1, corrected: 1 }]);
    expect(of('employer', figures)).toEqual([]);
  });

  it('does not count a value that is no longer there as right or wrong', () => {
    const figures = readFigures([paper], [{ ...paper, fields: {} }]);
    expect(figures.map(({ field }) => field)).toEqual(['kindOfPaper']);
  });

  it('counts a paper that was taken for another', () => {
    const figures = readFigures([paper], [{ ...paper, kind: 'ceu-guidance' }]);
    expect(of('kindOfPaper', figures)).toMatchObject([{ seen: 1, corrected: 1 }]);
  });

  it('counts rows of a report column by column, and rows that were none or were missed', () => {
    const same = readFigures([report], [report]);
    expect(of('trainingRow', same)).toMatchObject([{ seen: 2, corrected: 0 }]);
    for (const column of ['rowTitle', 'rowProvider', 'rowCompletedOn', 'rowHours', 'rowCategory', 'rowPriorApproved'])
      expect(of(column, same)).toMatchObject([{ seen: 2, corrected: 0 }]);

    const [one] = report.trainings;
    const missed = row(typed(undefined, 'Three'));
    const figures = readFigures([report], [{ ...report, trainings: [...(one ? [one] : []), missed, missed] }]);
    expect(of('trainingRow', figures)).toMatchObject([{ seen: 4, corrected: 3 }]);
    expect(of('rowTitle', figures)).toMatchObject([{ seen: 1, corrected: 0 }]);

    const retitled = row(typed(aField('Two'), 'Too'));
    const put = readFigures([report], [{ ...report, trainings: [...(one ? [one] : []), retitled] }]);
    expect(of('trainingRow', put)).toMatchObject([{ seen: 2, corrected: 0 }]);
    expect(of('rowTitle', put)).toMatchObject([{ seen: 2, corrected: 1 }]);
  });

  it('says nothing of a private paper, nor of one that is no longer there', () => {
    const secret = { ...paper, isSensitive: true };
    expect(readFigures([secret], [secret])).toEqual([]);
    expect(readFigures([paper], [])).toEqual([]);
  });

  it('is added up by field and by how it was read', () => {
    const some = { field: 'hours', medium: 'ocr' as const, seen: 3, corrected: 1 };
    const sums = tallied([some, { ...some, medium: 'text-layer' }, { ...some, seen: 4, corrected: 2 }]);
    expect(sums).toEqual([
      { ...some, seen: 7, corrected: 3 },
      { ...some, medium: 'text-layer' },
    ]);
    expect(tallied([])).toEqual([]);
  });
});

describe('how a mail ended', () => {
  it('is its outcome, or that it was set aside by a fault, or not known while the machine works', () => {
    expect(endOf({ state: 'decided', outcome: 'accepted' })).toBe('accepted');
    expect(endOf({ state: 'set-aside', outcome: 'accepted' })).toBe('set-aside');
    expect(endOf({ state: 'opened', outcome: null })).toBeNull();
  });
});
