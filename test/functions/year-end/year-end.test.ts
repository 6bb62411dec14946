import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDrawAuditSample } from '#functions/year-end/audit-sample.ts';
import { makeGatherYear } from '#functions/year-end/gather-year.ts';
import { reportLetter } from '#functions/year-end/report-letter.ts';
import { cameOf, isWanted, listUnresolved } from '#functions/year-end/unresolved.ts';
import { waitedOf } from '#functions/year-end/waited.ts';
import { makeYearFile } from '#functions/year-end/year-files.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { pdfLetterPrinter } from '#shared/adapters/pdf-letter-printer.ts';
import { openDocument } from '#shared/reading/open-document.ts';
import { letterWrite, mailedWrite } from '#shared/records/letter-records.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { textOf } from '#test/builders/a-pdf.ts';
import { aPersonAtYearsEnd, auditSample, keepFigures, louisiana, yearClock } from './a-year.ts';

let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
afterEach(() => records.close());

const ports = () => ({ records, clock: yearClock, programme: louisiana, auditSample, letterPrinter: pdfLetterPrinter });
const timeZone = louisiana.timeZone;
const unresolved = () => listUnresolved(records, { year: 2026, timeZone, most: 100 });

describe('who is proposed for a decision at the end of a year', () => {
  it('is everybody past the last day whose report is not met, and nobody else, nor of another year', async () => {
    await aPersonAtYearsEnd(records, 1, { word: 'past-deadline-unresolved' });
    await aPersonAtYearsEnd(records, 2, { word: 'met' });
    await aPersonAtYearsEnd(records, 3, { word: 'inactive' });
    await aPersonAtYearsEnd(records, 4, { word: 'past-deadline-unresolved', year: 2025 });
    const { people, isCut } = await unresolved();
    expect(people.map(({ standing }) => standing.specialistId)).toEqual(['RPSS-0001']);
    expect(isCut).toBe(false);
  });

  it('stands there with what is missing, what came and when, and what was sent', async () => {
    const mails = ['2026-12-20T15:00:00.000Z', '2027-01-01T06:00:00.000Z'];
    await aPersonAtYearsEnd(records, 1, { word: 'past-deadline-unresolved', mails });
    const [person] = (await unresolved()).people;
    expect(person?.standing.missing.map(({ inWords }) => inWords)).toEqual(['1.25 hours in ethics']);
    expect(person?.letters).toMatchObject([{ subject: 'About LA-2026-000010' }, { subject: 'About LA-2026-000011' }]);
    expect(person?.mails).toMatchObject([{ isLate: false }, { isLate: true }]);
  });

  it('stands there with the reminders of that year, and the year counts them', async () => {
    const specialistId = await aPersonAtYearsEnd(records, 1, { word: 'past-deadline-unresolved' });
    const letters = [
      aLetter({ specialistId, state: 'sent', subject: 'Your training hours for 2026' }),
      aLetter({ specialistId, state: 'sent', year: 2025, line: '7-days-before-due-day', day: '2025-12-24' }),
    ];
    for (const letter of letters) await records.write([letterWrite(letter, null), mailedWrite(letter)]);
    const [person] = (await unresolved()).people;
    expect(person?.letters).toMatchObject([{ subject: 'Your training hours for 2026', state: 'sent' }]);
    expect((await makeGatherYear(ports())(2026)).reminders).toBe(1);
  });

  it('letters about decisions are counted for the year that they are about, by what became of them', async () => {
    const states = ['sent', 'bounced', 'waiting', 'withdrawn', 'held'] as const;
    for (const [at, state] of states.entries()) {
      const own = { specialistId: `RPSS-000${at}`, line: 'period-closed-001', letter: 'period-closed', resolution: 1 };
      await records.write([letterWrite(aLetter({ ...own, state, day: '2027-02-01' }), null)]);
    }
    const [totals, before] = [await makeGatherYear(ports())(2026), await makeGatherYear(ports())(2027)];
    expect(totals.decisionLetters).toEqual({ sent: 2, cameBack: 1 });
    expect(totals.reminders).toBe(0);
    expect(before.decisionLetters).toEqual({ sent: 0, cameBack: 0 });
    const said = reportLetter(totals, null).lines.map((line) => ('text' in line ? line.text : ''));
    expect(said.join(' ')).toContain('decided of a period of 2026: 2, of which 1 came back');
  });

  it('has a mail of the last second of the year in time, and one of the next second late, by the clock of Louisiana', async () => {
    const seconds = ['2027-01-01T05:59:59.999Z', '2027-01-01T06:00:00.000Z'];
    for (const [at, mail] of seconds.entries())
      await aPersonAtYearsEnd(records, at + 1, { word: 'past-deadline-unresolved', mails: [mail] });
    const { people } = await unresolved();
    expect(people.map(cameOf)).toEqual(['in-time', 'late']);
  });

  it('is narrowed by what came, by the credential and by a part of the employer’s name', async () => {
    const late = ['2027-01-03T15:00:00.000Z'];
    await aPersonAtYearsEnd(records, 1, { word: 'past-deadline-unresolved', own: { employer: 'Bayou Health' } });
    await aPersonAtYearsEnd(records, 2, {
      word: 'past-deadline-unresolved',
      mails: late,
      own: { credentialType: 'RFPSS' },
    });
    const { people } = await unresolved();
    const ids = (filter: Parameters<typeof isWanted>[1]) =>
      people.filter((person) => isWanted(person, filter)).map(({ standing }) => standing.specialistId);
    expect(ids({})).toEqual(['RPSS-0001', 'RPSS-0002']);
    expect(ids({ came: 'nothing' })).toEqual(['RPSS-0001']);
    expect(ids({ came: 'late' })).toEqual(['RPSS-0002']);
    expect(ids({ came: 'in-time' })).toEqual([]);
    expect(ids({ credential: 'RFPSS' })).toEqual(['RPSS-0002']);
    expect(ids({ employer: 'bayou' })).toEqual(['RPSS-0001']);
  });

  it('says that it is cut where there are more than were read', async () => {
    for (const number of [1, 2, 3]) await aPersonAtYearsEnd(records, number, { word: 'past-deadline-unresolved' });
    const { people, isCut } = await listUnresolved(records, { year: 2026, timeZone, most: 2 });
    expect([people.length, isCut]).toEqual([2, true]);
  });
});

describe('what a year comes to', () => {
  it('counts everybody by standing, and the mails of that year by the clock of Louisiana', async () => {
    await aPersonAtYearsEnd(records, 1, { word: 'met' });
    await aPersonAtYearsEnd(records, 2, { word: 'met' });
    await aPersonAtYearsEnd(records, 3, { word: 'past-deadline-unresolved', mails: ['2026-12-20T15:00:00.000Z'] });
    await aPersonAtYearsEnd(records, 4, { word: 'met', year: 2025 });
    const at = (number: number, receivedAt: string) => ({ number, receivedAt, letters: 1 });
    await keepFigures(
      records,
      at(1, '2026-01-01T05:59:59.000Z'),
      at(2, '2026-01-01T06:00:00.000Z'),
      at(3, '2027-01-01T05:59:59.000Z'),
      at(4, '2027-01-01T06:00:00.000Z'),
    );
    const totals = await makeGatherYear(ports())(2026);
    expect(totals.people).toBe(3);
    expect(totals.standings.filter(({ count }) => count > 0)).toEqual([
      { word: 'met', count: 2 },
      { word: 'past-deadline-unresolved', count: 1 },
    ]);
    expect(totals.lacking).toEqual([{ inWords: '1.25 hours in ethics', count: 1 }]);
    expect([totals.numbers.received, totals.numbers.letters]).toEqual([2, 2]);
  });

  it('says within how many days half of the cases and nine of ten were decided', () => {
    const decided = Array.from({ length: 10 }, (_each, at) => ({
      receivedAt: '2026-12-01T00:00:00.000Z',
      decidedAt: `2026-12-${String(at + 2).padStart(2, '0')}T00:00:00.000Z`,
    }));
    const waited = waitedOf([...decided, { receivedAt: '2026-12-01T00:00:00.000Z', decidedAt: null }]);
    expect(waited).toMatchObject({ decided: 10, half: 5, nineOfTen: 9 });
    expect(waited.steps.map(({ count }) => count)).toEqual([1, 2, 4, 3, 0, 0]);
    expect(waitedOf([])).toMatchObject({ decided: 0, half: null, nineOfTen: null });
  });
});

describe('the sample for an audit', () => {
  it('is drawn out of those whose report was met, by the office’s share where the pages name none', async () => {
    for (let number = 1; number <= 21; number += 1) await aPersonAtYearsEnd(records, number, { word: 'met' });
    await aPersonAtYearsEnd(records, 99, { word: 'past-deadline-unresolved' });
    const draw = makeDrawAuditSample(ports());
    const sample = await draw({ year: 2026, seed: 'a lottery' });
    expect(sample).toMatchObject({ of: 21, percent: 10, seed: 'a lottery' });
    expect(sample.shareFrom).toContain('own setting');
    expect(sample.drawn).toHaveLength(3);
    expect(sample.drawn.map(({ specialistId }) => specialistId)).not.toContain('RPSS-0099');
    expect(await draw({ year: 2026, seed: 'a lottery' })).toEqual(sample);
    expect((await draw({ year: 2026 })).seed).toBe(auditSample.seed);
  });

  it('takes the share from the programme’s page of conditions where that names one', async () => {
    for (let number = 1; number <= 4; number += 1) await aPersonAtYearsEnd(records, number, { word: 'met' });
    const conditions = { ...louisiana.conditions, audit: { ...louisiana.conditions.audit, share: '50' } };
    const sample = await makeDrawAuditSample({ ...ports(), programme: { ...louisiana, conditions } })({ year: 2026 });
    expect([sample.percent, sample.drawn.length]).toEqual([50, 2]);
    expect(sample.shareFrom).toContain('page of conditions');
  });
});

describe('the files of a year', () => {
  const hostile = '=HYPERLINK("http://evil.example","x")';
  beforeEach(async () => {
    await aPersonAtYearsEnd(records, 1, { word: 'met' });
    await aPersonAtYearsEnd(records, 2, {
      word: 'past-deadline-unresolved',
      own: { legalName: hostile, employer: '+cmd' },
    });
    await keepFigures(
      records,
      { number: 1, blind: 'agrees' },
      {
        number: 2,
        first: 'needs-review',
        reasons: ['illegible'],
        decidedAt: '2026-11-22T15:00:00.000Z',
        read: [{ field: 'hours', medium: 'ocr', seen: 10, corrected: 1 }],
      },
    );
  });
  const file = (name: Parameters<ReturnType<typeof makeYearFile>>[0]['name']) =>
    makeYearFile(ports())({ year: 2026, name });

  it('tell the rates with their range in the report, and no name', async () => {
    const opened = await openDocument({ bytes: await file('report.pdf'), mediaType: 'application/pdf' });
    if (opened.outcome !== 'read') throw new Error(opened.reason.text);
    expect(opened.reading.pages.length).toBeGreaterThan(1);
    const text = opened.reading.pages.map(textOf).join(' ');
    expect(text).toContain('Year report 2026');
    expect(text).toContain('Met: 1 (50.0 %)');
    expect(text).toContain('Accepted without a person: 1 of 2, 50.0 % (95 % range 9.5 % to 90.5 %)');
    expect(text).toContain('Wrong among those, by the blind sample: 0 of 1, 0.0 % (95 % range 0.0 % to 79.3 %)');
    expect(text).toContain('Illegible: 1');
    expect(text).toContain('decided within 2.0 days');
    expect(text).toContain('with the seed "the office’s own"');
    expect(text).not.toMatch(/Fontenot|HYPERLINK/);
  });

  it('hold each list in the workbook, a stranger’s formula as text', async () => {
    const parts = unzipSync(await file('report.xlsx'));
    const names = Array.from(
      strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/sheet name="([^"]+)"/g),
      ([, name]) => name,
    );
    expect(names).toEqual([
      'Totals',
      'Standings',
      'Rates',
      'Reasons',
      'Reading',
      'Waiting',
      'Lacking',
      'Past the deadline',
      'Audit sample',
      'How it was drawn',
    ]);
    const list = strFromU8(parts['xl/worksheets/sheet8.xml'] ?? new Uint8Array());
    expect(list).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(');
    expect(Object.values(parts).some((part) => /<f[ >]/.test(strFromU8(part)))).toBe(false);
  });

  it('hold the lists as CSV, and beside the sample how to draw it again', async () => {
    const past = new TextDecoder().decode(await file('past-deadline.csv'));
    expect(past).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
    expect(past).toContain(`"'+cmd"`);
    const standings = new TextDecoder().decode(await file('standings.csv'));
    expect(standings.match(/RPSS-000/g)).toHaveLength(2);
    const sample = new TextDecoder().decode(await file('audit-sample.csv'));
    expect(sample).toContain('"Seed","the office’s own"');
    expect(sample).toMatch(/1,"RPSS-0001","Person 1 Fontenot","[0-9a-f]{64}"/);
  });
});
