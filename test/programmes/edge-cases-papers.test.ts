import { describe, expect, test } from 'vitest';
import { findDates } from '#functions/read-fields/dates.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { aBatchDesk } from '#test/builders/a-batch-desk.ts';
import { aDeskOfMails, codesIn, countedIn } from '#test/builders/a-desk-of-mails.ts';
import { aField } from '#test/builders/a-document.ts';
import {
  type Course,
  certificate,
  codesOf,
  complete,
  core,
  dana,
  ethics,
  judged,
  register,
  report,
  row,
} from '#test/builders/a-judged-mail.ts';

/** Groups 12 to 20 of the edge cases: whose paper it is, its day, and what is missing. */

const rows = [row(ethics), row(core)];
const as = (document: DocumentRecord, letter: string) => ({ ...document, sha256: letter.repeat(64) });
const named = (name: string) => [
  report(rows, { legalName: aField(name) }),
  certificate(ethics, { attendeeName: aField(name) }),
  certificate(core, { attendeeName: aField(name) }),
];
const allUndecided = (credits: readonly { status: string }[]) => credits.every(({ status }) => status === 'undecided');

/** Dana's form with both trainings, and the second certificate as given. */
async function withPaper(course: Course, fields: DocumentRecord['fields'] = {}, own: Partial<DocumentRecord> = {}) {
  const documents = [
    report([row(ethics), row(course)]),
    certificate(ethics),
    { ...certificate(course, fields), ...own },
  ];
  const result = await judged({ documents });
  return { result, credit: result.credits.find(({ bucket, title }) => title === course.title || bucket !== 'ethics') };
}

describe('edge cases: whose paper it is', () => {
  const robert = { ...dana, specialistId: 'RPSS-7', legalName: 'Robert J. Smith Jr.', email: 'bob@example.org' };

  test('12: "Bob Smith" from the address on file is probably Robert J. Smith Jr.; a person confirms the name', async () => {
    const desk = await aDeskOfMails([robert]);
    const mail = { from: 'bob@example.org', fromName: 'Bob Smith' };
    const judgement = await desk.take(1, { documents: named('Bob Smith'), mail });

    expect(judgement.people).toMatchObject([{ specialistId: 'RPSS-7', match: 'likely' }]);
    expect(judgement.outcome).toBe('needs-review');
    expect(codesIn(judgement)).toEqual(['name-mismatch']);
  });

  test('12: "J. Johnson" where two people could be meant is nobody until a person says who', async () => {
    const james = { ...dana, specialistId: 'S1', legalName: 'James A. Johnson', email: 'james@example.org' };
    const joyce = { ...dana, specialistId: 'S2', legalName: 'Joyce Johnson', email: 'joyce@example.org' };
    const desk = await aDeskOfMails([james, joyce]);
    const mail = { from: 'office@example.org', fromName: 'J. Johnson' };
    const judgement = await desk.take(1, { documents: named('J. Johnson'), mail });

    expect(judgement.people).toMatchObject([{ specialistId: null, match: 'ambiguous', candidates: ['S1', 'S2'] }]);
    expect(judgement.outcome).toBe('needs-review');
    expect(countedIn(judgement.credits)).toBe(0);
  });

  test('13: a colleague’s certificate in the same mail is nobody’s credit', async () => {
    const desk = await aDeskOfMails([dana, robert]);
    const colleagues = certificate(core, { attendeeName: aField('Robert J. Smith Jr.') });
    const judgement = await desk.take(1, { documents: [report(rows), certificate(ethics), colleagues] });

    expect(judgement.outcome).toBe('needs-review');
    expect(codesIn(judgement)).toContain('name-mismatch');
    expect(judgement.credits.map(({ bucket, status }) => [bucket, status])).toEqual([
      ['ethics', 'counted'],
      ['core', 'undecided'],
    ]);
  });

  test('13: an employer’s batch about two people goes to a person, and nothing of it counts by itself', async () => {
    const desk = await aBatchDesk([dana, robert], false);
    const roberts = named('Robert J. Smith Jr.').map((document, at) => as(document, String(at + 1)));
    const items = await desk.send(1, { documents: [...complete, ...roberts] });

    expect(items.map(({ outcome }) => outcome)).toEqual(['needs-review', 'needs-review']);
    for (const item of items) {
      expect(item.reasons.map(({ code }) => code)).toContain('sender-unverified');
      expect(countedIn((await findJudgement(desk.records, item.submissionId))?.credits)).toBe(0);
    }
  });
});

describe('edge cases: the day of a training', () => {
  test('14: a training over New Year is left to a person', async () => {
    const course = { ...core, day: '2026-01-02' };
    const { result, credit } = await withPaper(course, { startedOn: aField('2025-12-30') });

    expect(codesOf(result)).toEqual(['out-of-period']);
    expect(credit).toMatchObject({ status: 'undecided', code: 'out-of-period' });
  });

  test('14: 03/04/2026 is March 4, said to be readable in two ways, and a day marked as unclear counts nothing', async () => {
    expect(findDates('03/04/2026')).toMatchObject([{ day: '2026-03-04', order: 'either' }]);
    const reasons = [{ code: 'date-ambiguous' as const, text: 'The day may be day first.', field: 'completedOn' }];
    const { result, credit } = await withPaper(core, {}, { reasons });

    expect(result.outcome).toBe('needs-review');
    expect(credit).toMatchObject({ status: 'undecided', code: 'date-ambiguous' });
  });

  test('14: a day after the mail came is looked at', async () => {
    const { result, credit } = await withPaper({ ...core, day: '2026-12-02' });

    expect(result.outcome).toBe('needs-review');
    expect(credit).toMatchObject({ status: 'undecided', code: 'date-future' });
  });

  test('14: last year’s certificate sent again does not count this year', async () => {
    const { result, credit } = await withPaper({ ...core, day: '2025-06-10' });

    expect(codesOf(result)).toContain('out-of-period');
    expect(result.outcome).toBe('needs-review');
    expect(credit).toMatchObject({ status: 'undecided', code: 'out-of-period' });
  });

  test('15: the same PDF twice, and the same course as another scan, count once', async () => {
    const scan = { ...as(certificate(ethics), 'e'), reading: 'ocr' as const };
    const result = await judged({ documents: [...complete, certificate(ethics), scan] });

    expect(result.credits.map(({ bucket, hours, status }) => [bucket, hours, status])).toEqual([
      ['ethics', 300, 'counted'],
      ['core', 700, 'counted'],
    ]);
    expect(result.credits[0]?.fileSha256).toHaveLength(2);
  });

  test.each([
    ['hours', 'hours', 'hours-missing', 'needs-sender'],
    ['a day', 'completedOn', 'date-missing', 'needs-sender'],
    ['a name', 'attendeeName', 'name-mismatch', 'needs-review'],
  ])('16: a certificate without %s counts nothing', async (_what, field, code, outcome) => {
    const { result, credit } = await withPaper(core, { [field]: aField(null) });

    expect(codesOf(result)).toEqual([code]);
    expect(result.outcome).toBe(outcome);
    expect(credit?.status).toBe('undecided');
  });
});

describe('edge cases: what is missing', () => {
  test('17: a form that says ten and certificates of eight in all go to a person', async () => {
    const five = { ...core, hours: '5' };
    const documents = [report(rows, { totalHours: aField('10') }), certificate(ethics), certificate(five)];
    const result = await judged({ documents });

    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(['hours-mismatch']);
    expect(result.reasons.map(({ text }) => text).join(' ')).toContain('8');
  });

  test('18: a signed form without certificates: each is asked for', async () => {
    const result = await judged({ documents: [report(rows)] });

    expect(result.outcome).toBe('needs-sender');
    expect(result.reasons.map(({ code }) => code)).toEqual(['missing-certificate', 'missing-certificate']);
    expect(allUndecided(result.credits)).toBe(true);
  });

  test('18: certificates without a form: the form is asked for', async () => {
    const result = await judged({ documents: complete.slice(1) });

    expect(result.outcome).toBe('needs-sender');
    expect(codesOf(result)).toEqual(['missing-report']);
    expect(allUndecided(result.credits)).toBe(true);
  });

  test.each([
    ['not ticked', { attestationChecked: aField(false) }, 'attestation-unsigned'],
    ['not signed', { signaturePresent: aField(false) }, 'signature-missing'],
  ])('19: a statement on ethics that is %s is asked for; the hours count meanwhile', async (_what, fields, code) => {
    const result = await judged({ documents: [report(rows, fields), ...complete.slice(1)] });

    expect(result.outcome).toBe('needs-sender');
    expect(codesOf(result)).toEqual([code]);
    expect(result.findings.find(({ rule }) => rule === 'LA-CE-11')?.verdict).toBe('not-met');
    expect(countedIn(result.credits)).toBe(2);
  });

  test('20: a training that nobody approved, without a guidance form, is asked about', async () => {
    const result = await judged({
      documents: complete,
      register: register.filter(({ title }) => title !== core.title),
    });

    expect(result.outcome).toBe('needs-sender');
    expect(codesOf(result)).toEqual(['missing-guidance-form']);
    expect(result.findings.find(({ rule }) => rule === 'LA-CE-13')?.verdict).toBe('not-met');
  });
});
