import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApplyRules } from '#functions/apply-rules/apply-rules.ts';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { makeFileSubmission } from '#functions/file-submission/file-submission.ts';
import { makeMatchPerson } from '#functions/match-person/match-person.ts';
import { makeOpenReview } from '#functions/open-review/open-review.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import { saveDocuments } from '#shared/records/document-records.ts';
import { putFiles } from '#shared/records/file-records.ts';
import { putApprovedTraining } from '#shared/records/register-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { entryWrite, submissionWrite } from '#shared/records/submission-records.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { aDocument, aField, aFile } from '#test/builders/a-document.ts';
import { type Course, certificate, core, dana, ethics, register, report, row } from '#test/builders/a-judged-mail.ts';
import type { Paper } from '#test/builders/a-paper.ts';
import { aMail, aSubmission } from '#test/builders/a-submission.ts';
import { type Desk, openDesk } from './desk.ts';
import { certificatePaper, reportPaper } from './example-papers.ts';

const pages = await readProgrammePages('shared/rules/programmes/louisiana-rpss');
const programme = readProgramme(pages);

export type CaseDesk = Desk & {
  /** the clock stands still until a test moves it */
  minutes(number: number): void;
  /** a mail as the machine leaves it: opened, read, matched and judged */
  lay(number: number, papers: readonly LaidPaper[]): Promise<string>;
};
export type LaidPaper = { document: DocumentRecord; paper: Paper };

/** The desk with the office's own rules, Dana on the roster, her trainings in the register. It is 2 December 2026. */
export async function openCaseDesk(own: Parameters<typeof openDesk>[1] = {}): Promise<CaseDesk> {
  let now = Date.parse('2026-12-02T15:00:00.000Z');
  const clock = { now: () => new Date(now).toISOString() };
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  const desk = openDesk(folder, { programme: programmeFacts(pages), clock, ...own });
  const { records, files } = desk;
  await putSpecialist(records, dana);
  await putSpecialist(records, { ...dana, specialistId: 'RPSS-2', legalName: 'Marcus Guidry', email: 'm@example.org' });
  for (const training of register) await putApprovedTraining(records, training);
  const steps = [
    makeMatchPerson({ records, clock }),
    makeApplyRules({ records, clock, programme }),
    makeOpenReview({ records, clock }),
    makeFileSubmission({ records, clock, blindSample: { share: 0, seed: 'none' } }),
  ];
  return {
    ...desk,
    minutes(number) {
      now += number * 60_000;
    },
    async lay(number, papers) {
      const mail = aMail({ from: 'dana@example.org', fromName: 'Dana Fontenot', authentication: 'pass' });
      const undecided = { state: 'opened' as const, outcome: null, decidedAt: null, filedAt: null, reasons: [] };
      const submission = aSubmission({ number, receivedAt: '2026-12-01T15:00:00.000Z', ...undecided, mail });
      const { submissionId, runId, reference } = submission;
      await records.write([submissionWrite(submission, 'any'), entryWrite(submission)]);
      for (const [i, { document, paper }] of papers.entries()) {
        const fileId = fileIdOf(i + 1);
        const sha256 = createHash('sha256').update(paper.bytes).digest('hex');
        const reading = { engine: 'test', pages: [{ number: 1, width: 612, height: 792 }] };
        const readingKey = await files.put('reading', new TextEncoder().encode(JSON.stringify(reading)));
        const kept = { fileKey: await files.put('document', paper.bytes), readingKey, sha256 };
        await putFiles(records, [aFile({ submissionId, fileId, attachment: document.attachment, ...kept })]);
        await saveDocuments(records, submissionId, fileId, [{ ...document, submissionId, fileId, sha256 }]);
      }
      for (const step of steps) await step({ submissionId, runId });
      return reference;
    },
  };
}

/** Each value at its place on the printed paper. */
function placed(document: DocumentRecord, { boxes }: Paper): DocumentRecord {
  const at = (name: string) => boxes[name] ?? null;
  const fields = Object.entries(document.fields).map(([name, field]) => [name, { ...field, box: at(name) }] as const);
  const trainings = document.trainings.map((training, i) => {
    const box = (column: string) => at(`row${i + 1}-${column}`);
    return {
      ...training,
      title: { ...training.title, box: box('title') },
      provider: { ...training.provider, box: box('provider') },
      completedOn: { ...training.completedOn, box: box('completedOn') },
      hours: { ...training.hours, box: box('hours') },
      category: { ...training.category, box: box('category') },
      priorApproved: { ...training.priorApproved, box: null },
    };
  });
  return { ...document, fields: Object.fromEntries(fields), trainings };
}

export async function reportOf(courses: readonly Course[], name = 'Dana Fontenot'): Promise<LaidPaper> {
  const lines = courses.map(({ title, hours, ethicsHours, day }) => {
    const [year, month, date] = day.split('-');
    const kind = ethicsHours === hours ? 'Ethics' : 'Core';
    return { title, provider: 'Cypress Learning', day: `${month}/${date}/${year}`, hours, kind };
  });
  const paper = await reportPaper(name, lines);
  const document = report(
    courses.map((course) => row(course)),
    { legalName: aField(name) },
  );
  return { paper, document: { ...placed(document, paper), attachment: 'CE report 2026.pdf' } };
}

export async function certificateOf(course: Course, own: DocumentRecord['fields'] = {}): Promise<LaidPaper> {
  const { title, hours, day } = course;
  const printed = { title, person: 'Dana Fontenot', day, hours, provider: 'Cypress Learning' };
  const paper = await certificatePaper(printed);
  return { paper, document: { ...placed(certificate(course, own), paper), attachment: `${title}.pdf` } };
}

/** Hours that were read as one, and not surely: the paper says seven. */
export const misreadHours = {
  hours: aField('1', {
    confidence: 0.55,
    raw: '1',
    source: { medium: 'ocr', engine: 'reader 1', sureness: 0.6 },
  }),
};

/** Form and two certificates; all is clear but the hours of the second. */
export const inDoubt = async (): Promise<LaidPaper[]> => [
  await reportOf([ethics, core]),
  await certificateOf(ethics),
  await certificateOf(core, misreadHours),
];

/** The same with nothing in doubt but that one value was read as unsure: a person has only to look. */
export const clear = async (): Promise<LaidPaper[]> => [
  await reportOf([ethics, core]),
  await certificateOf(ethics),
  await certificateOf(core, { hours: { ...misreadHours.hours, value: '7', raw: '7', confidence: 0.7 } }),
];

/** The same with one more paper of which it is not clear what it is: it waits for a person, who sees that nothing of it is needed. */
export const clearBesideFlyer = async (): Promise<LaidPaper[]> => {
  const paper = await certificatePaper({ title: '', person: '', day: '', hours: '', provider: 'Spring fair' });
  const text = 'It could not be told what kind of paper this is.';
  const reasons = [{ code: 'low-confidence' as const, text, document: 3 }];
  const flyer = aDocument({ kind: 'other', attachment: 'flyer.pdf', reading: 'ocr', fields: {}, reasons });
  return [...(await clear()), { paper, document: flyer }];
};
