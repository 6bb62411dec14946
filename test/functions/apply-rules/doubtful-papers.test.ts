import { describe, expect, test } from 'vitest';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import { putFiles } from '#shared/records/file-records.ts';
import { aDeskOfMails } from '#test/builders/a-desk-of-mails.ts';
import { aDocument, aField, aFile, aSession } from '#test/builders/a-document.ts';
import {
  type Course,
  certificate,
  codesOf,
  complete,
  conference,
  core,
  dana,
  ethics,
  judged,
  register,
  report,
  row,
} from '#test/builders/a-judged-mail.ts';

const approved = ({ title, hours, ethicsHours }: Course, provider = 'Cypress Learning') => {
  return { title, provider, hours, ethicsHours, approvedFrom: '2026-01-01', approvedTo: '2026-12-31' };
};
const guidance = (fields: DocumentRecord['fields']) =>
  aDocument({
    kind: 'ceu-guidance',
    sha256: 'g'.repeat(64),
    fields: { legalName: aField('Dana Fontenot'), signaturePresent: aField(true), ...fields },
  });
const as = (document: DocumentRecord, letter: string) => ({ ...document, sha256: letter.repeat(64) });

describe('who a report is from', () => {
  test('somebody without an address on file is never accepted on a name alone', async () => {
    const result = await judged({ documents: complete, person: { ...dana, email: null } });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toContain('sender-unverified');
    expect(result.credits.every(({ status }) => status === 'undecided')).toBe(true);
  });

  test('a form without a name is nobody’s until a person has looked', async () => {
    const form = report([row(ethics), row(core)], { legalName: aField(null) });
    const result = await judged({ documents: [form, certificate(ethics), certificate(core)] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(['name-mismatch']);
  });

  test('a form of somebody else of the family, from the address on file, is left to a person', async () => {
    const form = report([row(ethics), row(core)], { legalName: aField('Marie Fontenot') });
    const result = await judged({ documents: [form, certificate(ethics), certificate(core)] });
    expect(codesOf(result)).toEqual(['name-mismatch']);
  });

  test('a form for another credential than the one on file is left to a person', async () => {
    const form = report([row(ethics), row(core)], { credentialType: aField('RFPSS') });
    const result = await judged({ documents: [form, certificate(ethics), certificate(core)] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(['needs-human-decision']);
  });

  test('a form for the credential on file is not, however its name is written', async () => {
    const form = report([row(ethics), row(core)], { credentialType: aField('Recognized Peer Support Specialist') });
    const result = await judged({ documents: [form, certificate(ethics), certificate(core)] });
    expect(result.outcome).toBe('accepted');
  });
});

describe('a person whose year is not the machine’s to judge', () => {
  test.each([
    ['hours of the year of the first training', { initialTrainingDate: '2026-02-01' }, 'not-yet-due'],
    ['hours of somebody who is not active', { status: 'inactive' }, 'needs-human-decision'],
    [
      'hours of somebody whose first training has no day on file',
      { initialTrainingDate: null },
      'needs-human-decision',
    ],
  ])('%s are not counted', async (_what, own, code) => {
    const result = await judged({ documents: complete, person: { ...dana, ...own } });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual([code]);
    expect(result.credits.every(({ status }) => status === 'undecided')).toBe(true);
  });
});

describe('what was read with doubt, or not at all', () => {
  test.each(['attestationChecked', 'signaturePresent'])('a doubtful yes in %s is no yes', async (name) => {
    const form = report([row(ethics), row(core)], { [name]: aField(true, { confidence: 0.5 }) });
    const result = await judged({ documents: [form, certificate(ethics), certificate(core)] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(['low-confidence']);
  });

  test('a file of which nothing is known keeps a mail from being accepted', async () => {
    const desk = await aDeskOfMails();
    const { submissionId } = await desk.layIn(1, { documents: complete });
    await putFiles(desk.records, [aFile({ submissionId, fileId: fileIdOf(9), sha256: '9'.repeat(64) })]);
    const result = await desk.judge(1);
    expect(result?.outcome).toBe('needs-review');
    expect(result?.reasons.map(({ code }) => code)).toEqual(['needs-human-decision']);
  });

  test('a form for another year in the same mail does not go unheard', async () => {
    const last = as(report([row(ethics)], { reportingYear: aField('2025') }), 'y');
    const result = await judged({ documents: [...complete, last] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(['out-of-period']);
  });
});

describe('certificates without a form that lists them', () => {
  test('the form is asked for, and nothing else', async () => {
    const result = await judged({ documents: complete.slice(1) });
    expect(result.outcome).toBe('needs-sender');
    expect(codesOf(result)).toEqual(['missing-report']);
    expect(result.credits.every(({ status }) => status === 'undecided')).toBe(true);
  });

  test('a page that is not read yet may be the form: nobody is told that they are not listed', async () => {
    const unread = { kind: 'other' as const, reading: 'unread' as const, fields: {}, sha256: 'u'.repeat(64) };
    const reasons = [{ code: 'low-confidence' as const, text: 'A picture.' }];
    const result = await judged({ documents: [...complete.slice(1), aDocument({ ...unread, reasons })] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(['low-confidence']);
    expect(result.credits.every(({ status }) => status === 'undecided')).toBe(true);
  });
});

describe('guidance forms', () => {
  test('one that fits no training goes to a person', async () => {
    const other = guidance({ courseTitle: aField('Yearly Staff Days'), mandatoryForJob: aField(true) });
    const result = await judged({ documents: [...complete, other] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(['needs-human-decision']);
  });

  test('one that does not say whether the job required the training leaves it undecided', async () => {
    const blank = guidance({ courseTitle: aField(core.title), mandatoryForJob: aField(null) });
    const result = await judged({ documents: [...complete, blank] });
    expect(result.outcome).toBe('needs-review');
    expect(result.credits.find(({ title }) => title === core.title)).toMatchObject({ status: 'undecided' });
  });

  test('what could not be read on it is said', async () => {
    const reasons = [{ code: 'low-confidence' as const, text: 'Not certain.', field: 'mandatoryForJob' }];
    const unsure = { ...guidance({ courseTitle: aField(core.title), mandatoryForJob: aField(false) }), reasons };
    const result = await judged({ documents: [...complete, unsure] });
    expect(codesOf(result)).toEqual(['low-confidence']);
  });
});

describe('one training that would count twice', () => {
  const again = { ...ethics, hours: '3', day: '2026-04-01' };
  const rows = [row(ethics), row(again), row(core)];

  test.each([
    ['other marks and little words', { courseTitle: aField('The Boundaries, at Work.') }],
    ['a provider that only the form names', { provider: aField(null) }],
    ['the provider’s company form', { provider: aField('Cypress Learning, LLC') }],
  ])('%s do not make it two', async (_what, fields) => {
    const result = await judged({
      documents: [report(rows), certificate(ethics), as(certificate(again, fields), 'b'), certificate(core)],
    });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toContain('duplicate-training');
    expect(result.credits.filter(({ status }) => status === 'counted')).toHaveLength(2);
  });

  test('a session that the conference’s own certificate lists is in its hours already', async () => {
    const session = { title: 'Staying in Role', hours: '2', ethicsHours: '2', day: conference.day };
    const sessions = [aSession({ title: aField('Staying in role'), hours: aField('2'), ethics: true })];
    const result = await judged({
      documents: [
        report([row(conference), row(session)]),
        { ...certificate(conference), sessions },
        as(certificate(session), 'd'),
      ],
      register: [...register, approved(session)],
    });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toContain('duplicate-training');
    expect(result.credits.find(({ title }) => title === session.title)).toMatchObject({ status: 'undecided' });
  });

  test('a training on a day of the same provider’s conference may be part of it', async () => {
    const session = { title: 'Staying in Role', hours: '2', ethicsHours: '2', day: '2026-09-09' };
    const days = { startedOn: aField('2026-09-08') };
    const result = await judged({
      documents: [
        report([row(conference), row(session)]),
        certificate(conference, days),
        as(certificate(session), 'd'),
      ],
      register: [...register, approved(session)],
    });
    expect(codesOf(result)).toContain('duplicate-training');
  });

  test('two trainings of one provider on one day are two', async () => {
    const other = { title: 'Listening Well', hours: '2', ethicsHours: '0', day: core.day };
    const result = await judged({
      documents: [report([row(ethics), row(core), row(other)]), ...complete.slice(1), as(certificate(other), 'e')],
      register: [...register, approved(other)],
    });
    expect(result.outcome).toBe('accepted');
    expect(result.credits).toHaveLength(3);
  });
});

describe('a training with an ethics part, on two rows of the form', () => {
  const parts = (ethicsHours: string, coreHours: string) => [
    row(conference, { hours: aField(ethicsHours), category: aField('ethics') }),
    row(conference, { hours: aField(coreHours), category: aField('core') }),
  ];

  test('is one training with one certificate', async () => {
    const result = await judged({ documents: [report(parts('3', '7')), certificate(conference)] });
    expect(result.reasons).toEqual([]);
    expect(result.outcome).toBe('accepted');
    expect(result.credits.map(({ bucket, hours }) => [bucket, hours])).toEqual([
      ['ethics', 300],
      ['core', 700],
    ]);
  });

  test('goes to a person when the form makes another split', async () => {
    const result = await judged({ documents: [report(parts('5', '5')), certificate(conference)] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(['hours-mismatch']);
  });

  test('goes to a person when all of it was approved as core', async () => {
    const claimed = [
      row(core, { hours: aField('2'), category: aField('ethics') }),
      row(core, { hours: aField('5'), category: aField('core') }),
    ];
    const result = await judged({ documents: [report([row(ethics), ...claimed]), ...complete.slice(1)] });
    expect(codesOf(result)).toEqual(['hours-mismatch']);
  });
});

describe('a certificate beside a row of the form', () => {
  test('the first part of a course is not its second part', async () => {
    const [one, two] = [1, 2].map((part) => ({ ...core, title: `Peer Support in Crisis, Part ${part}` }));
    if (!one || !two) throw new Error('two parts');
    const result = await judged({
      documents: [report([row(ethics), row(one)]), certificate(ethics), certificate(two)],
      register: [...register, approved(one), approved(two)],
    });
    expect(codesOf(result)).toEqual(expect.arrayContaining(['missing-certificate', 'unlisted-certificate']));
  });

  test('an approved training of which no paper names the provider is not asked for a guidance form', async () => {
    const unnamed = { provider: aField(null) };
    const result = await judged({
      documents: [report([row(ethics), row(core, unnamed)]), certificate(ethics), certificate(core, unnamed)],
    });
    expect(codesOf(result)).toEqual(['needs-human-decision']);
  });

  test('another title without a day on the form is not taken for the same training', async () => {
    const near = { ...core, title: 'Helping Someone Plan Better' };
    const result = await judged({
      documents: [
        report([row(ethics), row(core, { completedOn: aField(null) })]),
        certificate(ethics),
        certificate(near),
      ],
      register: [...register, approved(near)],
    });
    expect(result.outcome).toBe('needs-review');
  });

  test('each credit has a name of its own, also when all certificates are in one file', async () => {
    const parts = [certificate(ethics), certificate(core)].map((one, i) => ({ ...as(one, 'a'), part: i + 1 }));
    const result = await judged({ documents: parts });
    expect(new Set(result.credits.map(({ creditId }) => creditId)).size).toBe(2);
  });
});
