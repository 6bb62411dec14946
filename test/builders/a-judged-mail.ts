import { createHash } from 'node:crypto';
import { asClaims, nothingEarlier } from '#functions/apply-rules/gather-case.ts';
import { judgeMail, type MailJudgement } from '#functions/apply-rules/judge-mail.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import type { DocumentRecord, FileRecord, TrainingRow } from '#shared/domain/document.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { TopicChoice } from '#shared/domain/topic-choice.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { aDocument, aField, aFile, aTraining } from './a-document.ts';
import { aSubmission } from './a-submission.ts';

/** Read once for all tests of a file: the programme's real pages. */
const programme = readProgrammeFolder('shared/rules/programmes/louisiana-rpss');

export const dana: Specialist = {
  specialistId: 'RPSS-1',
  legalName: 'Dana Fontenot',
  otherNames: [],
  email: 'dana@example.org',
  credentialType: 'RPSS',
  initialTrainingDate: '2020-05-01',
  status: 'active',
  employer: null,
};

export type Course = { title: string; hours: string; ethicsHours: string; day: string };
export const ethics: Course = { title: 'Boundaries at Work', hours: '3', ethicsHours: '3', day: '2026-03-04' };
export const core: Course = { title: 'Helping Someone Plan Ahead', hours: '7', ethicsHours: '0', day: '2026-06-10' };
export const conference: Course = { title: 'Autumn Peer Days 2026', hours: '10', ethicsHours: '3', day: '2026-09-10' };

/** The register's line for a course, as approved for its year. */
export function approved({ title, hours, ethicsHours, day }: Course): ApprovedTraining {
  const year = day.slice(0, 4);
  const known = { title, provider: 'Cypress Learning', hours, ethicsHours };
  return { ...known, approvedFrom: `${year}-01-01`, approvedTo: `${year}-12-31` };
}

export const register: ApprovedTraining[] = [ethics, core, conference].map(approved);

export function row({ title, hours, ethicsHours, day }: Course, own: Partial<TrainingRow> = {}): TrainingRow {
  const category = ethicsHours === hours ? 'ethics' : ethicsHours === '0' ? 'core' : null;
  const fields = {
    title: aField(title),
    provider: aField('Cypress Learning'),
    completedOn: aField(day),
    hours: aField(hours),
  };
  return aTraining({ ...fields, category: aField(category), priorApproved: aField(true), ...own });
}

export function report(rows: TrainingRow[], fields: DocumentRecord['fields'] = {}): DocumentRecord {
  const form = {
    reportingYear: aField('2026'),
    legalName: aField('Dana Fontenot'),
    attestationChecked: aField(true),
    signaturePresent: aField(true),
    ...fields,
  };
  return aDocument({ kind: 'ce-report', fields: form, trainings: rows, sha256: 'r'.repeat(64) });
}

export function certificate(
  { title, hours, ethicsHours, day }: Course,
  fields: DocumentRecord['fields'] = {},
): DocumentRecord {
  const mixed = ethicsHours !== '0' && ethicsHours !== hours;
  const printed = {
    attendeeName: aField('Dana Fontenot'),
    courseTitle: aField(title),
    provider: aField('Cypress Learning'),
    completedOn: aField(day),
    hours: aField(hours),
    ...(mixed ? { ethicsHours: aField(ethicsHours) } : {}),
    ...fields,
  };
  return aDocument({ fields: printed, sha256: createHash('sha256').update(title).digest('hex') });
}

type Case = {
  documents: DocumentRecord[];
  person?: Specialist;
  mail?: object;
  receivedAt?: string;
  strays?: number[];
  register?: ApprovedTraining[];
  files?: FileRecord[];
  programme?: Programme;
  choices?: TopicChoice[];
};

export async function judged(given: Case): Promise<MailJudgement['judgement']> {
  const built = aSubmission({ state: 'opened', outcome: null, reasons: [] });
  const envelope = { ...built.envelope, receivedAt: given.receivedAt ?? '2026-12-01T15:00:00.000Z' };
  if (!built.mail) throw new Error('the builder makes an opened mail');
  const mail = {
    ...built.mail,
    from: 'dana@example.org',
    authentication: 'pass' as const,
    headerDate: envelope.receivedAt,
    ...given.mail,
  };
  const submission: Submission = { ...built, envelope, mail, reasons: [] };
  const documents = given.documents.map((document) => ({ ...document, submissionId: submission.submissionId }));
  const claims = asClaims(documents, true);
  const strays = given.strays ?? [];
  const own = claims.filter((claim) => !strays.includes(claim.at));
  const matched = {
    specialistId: 'RPSS-1',
    name: 'Dana Fontenot',
    match: 'exact' as const,
    evidence: [],
    candidates: [],
  };
  const people = [
    {
      matched: { ...matched, documents: own.map((claim) => claim.at) },
      specialist: given.person ?? dana,
      claims: own,
      earlier: async () => ({ ...nothingEarlier, caseFile: null, version: null }),
    },
  ];
  const papers = {
    submission,
    mail,
    documents,
    claims,
    files: given.files ?? [aFile()],
    strays,
    people,
    released: [],
    rulings: [],
  };
  const law = { programme: given.programme ?? (await programme), register: given.register ?? register };
  return (await judgeMail(papers, { ...law, choices: given.choices ?? [] })).judgement;
}

export const codesOf = ({ reasons }: MailJudgement['judgement']) => [...new Set(reasons.map((reason) => reason.code))];
export const complete = [report([row(ethics), row(core)]), certificate(ethics), certificate(core)];
