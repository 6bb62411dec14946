import { createHash } from 'node:crypto';
import type { DocumentRecord, FieldValue, FileRecord, TrainingRow } from '#shared/domain/document.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { aDocument, aField, aFile } from '#test/builders/a-document.ts';
import { aCredit, aFinding, aJudgement } from '#test/builders/a-judgement.ts';
import type { Paper } from '#test/builders/a-paper.ts';
import { aMatchedPerson } from '#test/builders/a-person.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aMail, aSubmission, type SubmissionOverrides, submissionIdFor } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';
import { certificatePaper, type ReportLine, reportPaper } from './example-papers.ts';

type Stores = { records: RecordStore; files: FileStore };

export const exampleReference = 'LA-2026-7K3M9Q';

const reportLines: readonly ReportLine[] = [
  {
    title: 'Ethics and Boundaries in Peer Support',
    provider: 'Bayou Recovery Institute',
    day: '03/04/2026',
    hours: '3',
    kind: 'Ethics',
  },
  {
    title: 'Motivational Interviewing for Peers',
    provider: 'Delta Wellness Center',
    day: '05/19/2026',
    hours: '6',
    kind: 'Core',
  },
  {
    title: 'Bloodborne Pathogens Annual Refresher',
    provider: 'Parish Health Unit',
    day: '06/02/2026',
    hours: '1.5',
    kind: 'Core',
  },
];

/** A desk as it looks on a busy day: one full case in doubt, and one case of every other state. */
export async function storeExampleCases(stores: Stores): Promise<void> {
  await storeCaseInDoubt(stores);
  await storeShortCases(stores.records);
}

async function storeCaseInDoubt({ records, files }: Stores): Promise<void> {
  const report = await reportPaper('Dana R. Fontenot', reportLines);
  const certificate = await certificatePaper({
    title: 'Ethics and Boundaries in Peer Support',
    person: 'Dana Fontenot',
    day: 'March 4, 2026',
    hours: '3.0',
  });
  const submission = aSubmission({
    number: 7,
    reference: exampleReference,
    outcome: 'needs-review',
    receivedAt: '2026-11-19T16:42:00.000Z',
    reasons: [
      {
        code: 'possible-mandatory-training',
        text: 'The training "Bloodborne Pathogens Annual Refresher" looks like one that a job requires. A person decides whether it counts.',
        document: 0,
      },
      {
        code: 'missing-certificate',
        text: 'The report form lists "Motivational Interviewing for Peers", but no certificate for it came with the mail.',
        document: 0,
      },
      {
        code: 'low-confidence',
        text: 'The hours on the certificate could not be read for certain.',
        document: 1,
        field: 'hours',
      },
    ],
  });
  await storeCase(records, {
    submission,
    files: [
      await storedFile(files, report, { fileId: fileIdOf(1), attachment: 'CE report 2026.pdf' }),
      await storedFile(files, certificate, { fileId: fileIdOf(2), attachment: 'ethics certificate.pdf' }),
      aFile({ fileId: fileIdOf(3), attachment: 'logo.png', mediaType: 'image/png', bytes: 8_120, isDecoration: true }),
    ],
    documents: [reportDocument(report), certificateDocument(certificate)],
    judgement: exampleJudgement(7),
    answer: anAnswer({
      subject: 'Re: My CE hours for 2026 (LA-2026-7K3M9Q)',
      text: 'Hello Dana Fontenot,\n\nThank you. We have your report form and one certificate.\n\nOne thing is missing: the certificate for "Motivational Interviewing for Peers". Please answer this mail and attach it.\n\nA person is looking at one more question. You do not need to do anything about it.\n\nYour reference: LA-2026-7K3M9Q',
    }),
  });
}

/** The paper lies in the store with its reading, a page of no words. */
export async function storedFile(files: FileStore, paper: Paper, own: Partial<FileRecord>): Promise<FileRecord> {
  const fileKey = await files.put('document', paper.bytes);
  const page = { number: 1, width: 612, height: 792 };
  const readingKey = await files.put(
    'reading',
    new TextEncoder().encode(JSON.stringify({ engine: 'test', pages: [page] })),
  );
  const sha256 = createHash('sha256').update(paper.bytes).digest('hex');
  return aFile({ sha256, fileKey, readingKey, bytes: paper.bytes.length, ...own });
}

function printed(paper: Paper, name: string, value: FieldValue['value'], own: Partial<FieldValue> = {}): FieldValue {
  return aField(value, { box: paper.boxes[name] ?? null, ...own });
}

function reportDocument(paper: Paper): DocumentRecord {
  return aDocument({
    attachment: 'CE report 2026.pdf',
    kind: 'ce-report',
    reading: 'form-fields',
    fields: {
      reportingYear: printed(paper, 'reportingYear', '2026'),
      legalName: printed(paper, 'legalName', 'Dana R. Fontenot'),
      email: printed(paper, 'email', 'dana.fontenot@example.org'),
      phone: aField(null, { box: null, confidence: 0.93 }),
      credentialType: printed(paper, 'credentialType', 'RPSS'),
      totalHours: printed(paper, 'totalHours', '10.5'),
      totalEthicsHours: printed(paper, 'totalEthicsHours', '3'),
      signaturePresent: printed(paper, 'signaturePresent', true, { confidence: 0.9 }),
    },
    trainings: reportLines.map((line, index) => reportRow(paper, line, index)),
  });
}

function reportRow(paper: Paper, line: ReportLine, index: number): TrainingRow {
  const part = (name: string, value: FieldValue['value'], raw: string | null = null) =>
    printed(paper, `row${index + 1}-${name}`, value, { raw });
  const [month, day, year] = line.day.split('/');
  return {
    title: part('title', line.title),
    provider: part('provider', line.provider),
    completedOn: part('completedOn', `${year}-${month}-${day}`, line.day),
    hours: part('hours', line.hours),
    category: part('category', line.kind.toLowerCase(), line.kind),
    priorApproved: aField(index === 0, { box: null }),
  };
}

function certificateDocument(paper: Paper): DocumentRecord {
  return aDocument({
    fileId: fileIdOf(2),
    attachment: 'ethics certificate.pdf',
    fields: {
      attendeeName: printed(paper, 'attendeeName', 'Dana Fontenot'),
      courseTitle: printed(paper, 'courseTitle', 'Ethics and Boundaries in Peer Support'),
      provider: printed(paper, 'provider', 'Bayou Recovery Institute'),
      completedOn: printed(paper, 'completedOn', '2026-03-04', { raw: 'March 4, 2026' }),
      hours: printed(paper, 'hours', '3', { raw: '3.0', confidence: 0.64 }),
      signaturePresent: printed(paper, 'signaturePresent', true, { raw: null, confidence: 0.88 }),
    },
    reasons: [{ code: 'low-confidence', text: 'The hours on the certificate could not be read for certain.' }],
  });
}

function exampleJudgement(number: number) {
  const submissionId = submissionIdFor(number);
  const row = { submissionId, document: 0, role: 'report-row' as const };
  const bloodborne = 'Bloodborne Pathogens Annual Refresher';
  return aJudgement({
    outcome: 'needs-review',
    requests: ['Please send the certificate for "Motivational Interviewing for Peers".'],
    credits: [
      aCredit({ evidence: [row, { submissionId, document: 1, role: 'certificate' }] }),
      aCredit({
        creditId: 'credit-2',
        title: 'Motivational Interviewing for Peers',
        provider: 'Delta Wellness Center',
        completedOn: '2026-05-19',
        hours: 600,
        bucket: 'core',
        status: 'not-counted',
        code: 'missing-certificate',
        why: 'There is no certificate for this training.',
        evidence: [row],
      }),
      aCredit({
        creditId: 'credit-3',
        title: bloodborne,
        provider: 'Parish Health Unit',
        completedOn: '2026-06-02',
        hours: 150,
        bucket: null,
        status: 'undecided',
        code: 'possible-mandatory-training',
        why: 'This looks like a training that a job requires. Such trainings do not count.',
        evidence: [row],
      }),
    ],
    findings: [
      aFinding(),
      aFinding({
        rule: 'LA-CE-01',
        page: 'continuing-education/total-hours.rule.md',
        verdict: 'cannot-tell',
        value: '3',
        required: '10',
        why: 'You have 3 hours so far. We are still checking 1.5 hours.',
        missing: ['hours in review'],
        facts: { credential: 'RPSS', 'counted hours': 300 },
      }),
      aFinding({
        rule: 'LA-CE-03',
        page: 'continuing-education/core-hours.rule.md',
        verdict: 'not-met',
        value: '0',
        required: '7',
        why: 'You have 0 core hours. You need 7. You are 7 short.',
      }),
      aFinding({
        rule: 'LA-CE-05',
        page: 'continuing-education/first-year.rule.md',
        verdict: 'does-not-apply',
        value: null,
        required: null,
        why: 'This rule is about the year of the first training.',
      }),
    ],
  });
}

async function storeShortCases(records: RecordStore): Promise<void> {
  const shorts: (SubmissionOverrides & { number: number; who: string | null })[] = [
    { number: 8, who: 'Marcus T. Guidry', receivedAt: '2026-11-22T13:30:00.000Z' },
    {
      number: 9,
      who: 'Aaliyah Broussard',
      receivedAt: '2026-11-21T18:05:00.000Z',
      outcome: 'needs-sender',
      reasons: [{ code: 'attestation-unsigned', text: 'The ethics statement on the report form is not signed.' }],
    },
    {
      number: 10,
      who: 'Marcus T. Guidry',
      receivedAt: '2026-11-21T14:10:00.000Z',
      outcome: 'duplicate',
      duplicateOf: submissionIdFor(8),
      reasons: [{ code: 'duplicate-training', text: 'The same papers came before, with case LA-2026-000008.' }],
    },
    {
      number: 11,
      who: null,
      receivedAt: '2026-11-20T22:48:00.000Z',
      outcome: 'not-a-submission',
      reasons: [],
      mail: aMail({ subject: 'Automatic reply: out of office', isAutomatic: true }),
    },
    {
      number: 12,
      who: null,
      receivedAt: '2026-11-20T09:15:00.000Z',
      outcome: 'quarantined',
      reasons: [{ code: 'unsafe-file', text: 'A file in this mail is not safe to open.' }],
    },
    {
      number: 13,
      who: null,
      receivedAt: '2026-11-22T13:59:00.000Z',
      state: 'received',
      outcome: null,
      mail: null,
      decidedAt: null,
      filedAt: null,
    },
    {
      number: 14,
      who: 'J. Johnson',
      receivedAt: '2026-11-18T15:00:00.000Z',
      outcome: 'needs-review',
      reasons: [{ code: 'identity-ambiguous', text: 'Two people on the roster have this name.' }],
    },
  ];
  for (const { who, ...own } of shorts) {
    const match =
      who === 'J. Johnson'
        ? { match: 'ambiguous' as const, specialistId: null, candidates: ['RPSS-0101', 'RPSS-0177'] }
        : {};
    const judgement =
      who === null ? {} : { judgement: aJudgement({ people: [aMatchedPerson({ name: who, ...match })] }) };
    const isRead = own.outcome !== null && who !== null;
    await storeCase(records, {
      submission: aSubmission(own),
      ...(isRead ? { documents: [aDocument()] } : {}),
      ...judgement,
    });
  }
}
