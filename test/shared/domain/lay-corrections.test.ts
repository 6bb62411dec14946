import { describe, expect, it } from 'vitest';
import type { Change, Correction, DocumentRef } from '#shared/domain/correction.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import { layCorrections, placeOf, takenBack } from '#shared/domain/lay-corrections.ts';
import { rowNumbers } from '#shared/domain/row-numbers.ts';
import { aDocument, aField, aSession, aTraining } from '#test/builders/a-document.ts';
import { aMatchedPerson } from '#test/builders/a-person.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';

const rowOf = (title: string) => aTraining({ title: aField(title) });
const report = aDocument({ kind: 'ce-report', part: 2, pages: [2, 3], trainings: [rowOf('One'), rowOf('Two')] });
const paper = aDocument({
  reasons: [doubt('low-confidence', 'hours'), doubt('name-mismatch'), doubt('sensitive-document')],
});
const papers = [paper, report];
const people = { people: [aMatchedPerson({ specialistId: 'RPSS-1', documents: [0] })], strays: [1] };

function doubt(code: DocumentRecord['reasons'][number]['code'], field?: string) {
  return { code, text: 'It is hard to read.', ...(field === undefined ? {} : { field }) };
}
const refTo = ({ fileId, part, pages, sha256 }: DocumentRecord): DocumentRef => ({ fileId, part, pages, sha256 });
const on = { document: refTo(paper) };
const onReport = { document: refTo(report) };
const said = (changes: readonly Change[]): Correction[] =>
  changes.map((change, at) => ({ number: at + 1, at: '2026-12-01T15:00:00.000Z', by: ann, change }));
/** As the desk keeps a row that somebody added: every column, empty where they left it out. */
const added = (own: Partial<Extract<Change, { what: 'row-added' }>['values']>) => {
  return { title: null, provider: null, completedOn: null, hours: null, category: null, priorApproved: null, ...own };
};
const laid = (...changes: Change[]) => layCorrections(papers, people, said(changes));
const titles = ({ documents }: ReturnType<typeof laid>) => documents[1]?.trainings.map(({ title }) => title.value);
const codes = ({ documents }: ReturnType<typeof laid>) => documents[0]?.reasons.map(({ code }) => code);

describe('a value that a person of the office puts right', () => {
  it('is certain, at the place where the machine had read another, which stays beside it', () => {
    const { documents } = laid({ what: 'field', ...on, field: 'hours', value: '7' });
    expect(documents[0]?.fields.hours).toEqual({
      value: '7',
      confidence: 1,
      page: 1,
      box: [0.46, 0.6, 0.08, 0.02],
      raw: '3.0',
      source: { medium: 'person', engine: 'person', sureness: 1 },
      asRead: { value: '3', confidence: 0.91 },
    });
    expect(documents[0]?.fields.completedOn).toEqual(paper.fields.completedOn);
    expect(paper.fields.hours?.value).toBe('3');
  });

  it('says nothing of whose paper it is', () => {
    expect(laid({ what: 'field', ...on, field: 'hours', value: '7' })).toMatchObject(people);
  });

  it('keeps how the machine had read it, also when a person thinks again', () => {
    const source = { medium: 'ocr' as const, engine: 'reader 1', sureness: 0.6 };
    const read = aDocument({ fields: { hours: aField('1', { source, page: 4 }) } });
    const twice = said(['7', '8'].map((value) => ({ what: 'field', document: refTo(read), field: 'hours', value })));
    const hours = layCorrections([read], people, twice).documents[0]?.fields.hours;
    expect(hours).toMatchObject({ value: '8', page: 4, asRead: { value: '1', confidence: 0.98, source } });
  });

  it('may be one that the machine never found: it stands on the first page of the paper, nowhere in particular', () => {
    const before = aDocument({ pages: [5, 6] });
    const typed = said(
      ['a', 'b'].map((value) => ({ what: 'field', document: refTo(before), field: 'employer', value })),
    );
    expect(layCorrections([before], people, typed).documents[0]?.fields.employer).toEqual({
      value: 'b',
      confidence: 1,
      page: 5,
      box: null,
      raw: null,
      source: { medium: 'person', engine: 'person', sureness: 1 },
    });
  });

  it('answers the doubts about that field, and no other', () => {
    expect(codes(laid({ what: 'field', ...on, field: 'hours', value: '7' }))).toEqual([
      'name-mismatch',
      'sensitive-document',
    ]);
    expect(codes(laid({ what: 'field', ...on, field: 'provider', value: 'x' }))).toHaveLength(3);
  });
});

describe('rows of a report form', () => {
  it('are put right column by column', () => {
    const fixed = laid({ what: 'row-column', ...onReport, row: 1, column: 'hours', value: '2' });
    const [one, two] = fixed.documents[1]?.trainings ?? [];
    expect(one).toEqual(report.trainings[0]);
    expect(two?.hours).toMatchObject({ value: '2', confidence: 1, asRead: { value: '3' } });
    expect(two?.title).toEqual(report.trainings[1]?.title);
  });

  it('keep their numbers when one is taken away or added, also when that is taken back', () => {
    const changes: Change[] = [
      { what: 'row-removed', ...onReport, row: 0 },
      { what: 'row-added', ...onReport, values: added({ title: 'Three', hours: '1' }) },
      { what: 'row-added', ...onReport, values: added({ title: 'Four' }) },
      { what: 'row-column', ...onReport, row: 3, column: 'title', value: 'The fourth' },
      { what: 'row-column', ...onReport, row: 1, column: 'title', value: 'The second' },
      { what: 'withdrawn', number: 2 },
    ];
    expect(titles(laid(...changes.slice(0, 5)))).toEqual(['The second', 'Three', 'The fourth']);
    expect(rowNumbers(papers, 1, said(changes.slice(0, 5)))).toEqual([1, 2, 3]);
    expect(titles(laid(...changes))).toEqual(['The second', 'The fourth']);
    expect(rowNumbers(papers, 1, said(changes))).toEqual([1, 3]);
    expect(rowNumbers(papers, 1, said([...changes.slice(0, 5), { what: 'withdrawn', number: 3 }]))).toEqual([1, 2]);
    const allBack: Change[] = [...changes, { what: 'withdrawn', number: 1 }];
    expect(titles(laid(...allBack))).toEqual(['One', 'The second', 'The fourth']);
    expect(rowNumbers(papers, 1, said(allBack))).toEqual([0, 1, 3]);
  });

  it('have no numbers but their own: changes of another paper move none of them', () => {
    const other = said([
      { what: 'row-removed', ...on, row: 0 },
      { what: 'row-added', ...on, values: added({}) },
      { what: 'file-aside', fileId: fileIdOf(1) },
    ]);
    expect(rowNumbers(papers, 1, other)).toEqual([0, 1]);
    expect(rowNumbers(papers, 7, [])).toEqual([]);
  });

  it('that a person adds hold what the person said; what they left empty is empty', () => {
    const values = {
      title: 'Three',
      provider: 'Cypress',
      completedOn: '2026-05-01',
      category: 'core',
      priorApproved: true,
    };
    const row = laid({ what: 'row-added', ...onReport, values: added(values) }).documents[1]?.trainings.at(-1);
    const held = Object.fromEntries(Object.entries(row ?? {}).map(([column, { value }]) => [column, value]));
    expect(held).toEqual({ ...values, hours: null });
    expect(row?.hours).toEqual({
      value: null,
      confidence: 1,
      page: 2,
      box: null,
      raw: null,
      source: { medium: 'person', engine: 'person', sureness: 1 },
    });
  });
});

describe('a paper that a person has looked at', () => {
  it('is of the kind they say; doubts about the whole paper are answered, those about a field or its privacy stay', () => {
    const { documents, aside } = laid({ what: 'kind', ...on, kind: 'education-evidence' });
    expect(documents[0]).toMatchObject({ kind: 'education-evidence', kindConfidence: 1, reading: 'text-layer' });
    expect(documents[0]?.reasons.map(({ code }) => code)).toEqual(['low-confidence', 'sensitive-document']);
    expect([...aside]).toEqual([]);
  });

  it('is put aside where it is none of ours, until somebody says that it is', () => {
    const other: Change = { what: 'kind', ...on, kind: 'other' };
    expect([...laid(other).aside]).toEqual([0]);
    expect([...laid(other, { what: 'kind', ...on, kind: 'certificate' }).aside]).toEqual([]);
    expect([...laid(other, { what: 'withdrawn', number: 1 }).aside]).toEqual([]);
  });

  it('is certain from top to bottom where they confirm it, and private all the same', () => {
    const read = aDocument({
      ...paper,
      sessions: [aSession()],
      trainings: [aTraining({ hours: aField('3', { page: 2, confidence: 0.4 }) })],
    });
    const confirmed = said([{ what: 'confirmed', document: refTo(read) }]);
    const { documents, aside } = layCorrections([read], people, confirmed);
    const [document] = documents;
    expect(document).toMatchObject({ reading: 'person', kindConfidence: 1 });
    expect(document?.reasons.map(({ code }) => code)).toEqual(['sensitive-document']);
    expect([...aside]).toEqual([]);
    const values = [...Object.values(document?.fields ?? {}), ...Object.values(document?.trainings[0] ?? {})];
    expect(values).toHaveLength(10);
    for (const value of [...values, document?.sessions[0]?.title, document?.sessions[0]?.hours])
      expect(value).toMatchObject({ confidence: 1, source: { medium: 'person' }, asRead: expect.any(Object) });
    expect(document?.fields.hours).toMatchObject({ value: '3', asRead: { confidence: 0.91 } });
    expect(document?.trainings[0]?.hours).toMatchObject({ value: '3', page: 2, asRead: { confidence: 0.4 } });
    expect(document?.sessions[0]).toMatchObject({
      title: { value: 'Opening session' },
      hours: { value: '1.5' },
      ethics: false,
    });
  });

  it('and confirmed as none of ours counts for nobody', () => {
    const read = aDocument({ kind: 'other' });
    const confirmed = said([{ what: 'confirmed', document: refTo(read) }]);
    expect([...layCorrections([read], people, confirmed).aside]).toEqual([0]);
    expect([
      ...laid({ what: 'person', ...on, specialistId: null, name: null }, { what: 'confirmed', ...on }).aside,
    ]).toEqual([0]);
  });

  it.each<Change>([
    { what: 'kind', ...on, kind: 'certificate' },
    { what: 'person', ...on, specialistId: 'RPSS-1', name: null },
    { what: 'duplicate-of', ...on, of: { submissionId: submissionIdFor(2), document: refTo(report) } },
  ])('is read by that person where no machine could read it: $what', (change) => {
    const unread = aDocument({ reading: 'unread' });
    expect(layCorrections([unread], people, said([change])).documents[0]?.reading).toBe('person');
    expect(laid(change).documents[0]?.reading).toBe('text-layer');
  });

  it('belongs to whom they say, and counts for nobody where that is no one or it is another paper again', () => {
    const mine = laid({ what: 'person', ...onReport, specialistId: 'RPSS-1', name: null });
    expect(mine).toMatchObject({ people: [{ specialistId: 'RPSS-1', documents: [0, 1] }], strays: [] });
    expect([...mine.aside]).toEqual([]);
    const nobodys = laid({ what: 'person', ...onReport, specialistId: null, name: null });
    expect([nobodys.strays, [...nobodys.aside]]).toEqual([[], [1]]);
    const back = laid(
      { what: 'person', ...onReport, specialistId: null, name: null },
      { what: 'withdrawn', number: 1 },
    );
    expect([back.strays, [...back.aside]]).toEqual([[1], []]);
    const again = { submissionId: submissionIdFor(2), document: refTo(report) };
    expect([...laid({ what: 'duplicate-of', ...on, of: again }).aside]).toEqual([0]);
  });
});

describe('corrections', () => {
  it('hold in the order in which they were made, and one taken back does not', () => {
    const hours = (value: string): Change => ({ what: 'field', ...on, field: 'hours', value });
    expect(laid(hours('7'), hours('8')).documents[0]?.fields.hours?.value).toBe('8');
    expect(laid(hours('7'), hours('8'), { what: 'withdrawn', number: 2 }).documents[0]?.fields.hours?.value).toBe('7');
    expect([...takenBack(said([hours('7'), { what: 'withdrawn', number: 1 }]))]).toEqual([1]);
  });

  it.each([
    { other: 'file', ref: { fileId: fileIdOf(2) } },
    { other: 'part', ref: { part: 3 } },
    { other: 'content', ref: { sha256: 'f'.repeat(64) } },
    { other: 'first page', ref: { pages: [2, 1] as [number, number] } },
    { other: 'last page', ref: { pages: [1, 2] as [number, number] } },
  ])('of a paper that is no longer there as it was are kept, without effect: another $other', ({ ref }) => {
    const document = { ...refTo(paper), ...ref };
    const changes: Change[] = [
      { what: 'field', document, field: 'hours', value: '7' },
      { what: 'person', document, specialistId: 'RPSS-9', name: null },
    ];
    const unfit = laid(...changes);
    expect(placeOf(papers, document)).toBe(-1);
    expect(unfit.documents).toEqual(papers);
    expect(unfit.people).toEqual(people.people);
    expect(unfit.unfit.map(({ number }) => number)).toEqual([1, 2]);
    expect(laid({ what: 'confirmed', ...on }).unfit).toEqual([]);
    expect(laid(...changes, { what: 'withdrawn', number: 1 }).unfit.map(({ number }) => number)).toEqual([2]);
  });

  it('put a file aside that nobody could read, until that is taken back', () => {
    const aside: Change = { what: 'file-aside', fileId: fileIdOf(3) };
    expect([...laid(aside).filesAside]).toEqual([fileIdOf(3)]);
    expect([...laid(aside).unfit]).toEqual([]);
    expect([...laid(aside, { what: 'withdrawn', number: 1 }).filesAside]).toEqual([]);
  });
});
