import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { makeImportRegister } from '#functions/load-registers/import-register.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import { applicationWrites } from '#shared/records/application-records.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { blindWrite } from '#shared/records/blind-records.ts';
import { decisionWrite } from '#shared/records/decision-records.ts';
import { putFiles } from '#shared/records/file-records.ts';
import { noteAtDesk } from '#shared/records/history-records.ts';
import { putApprovedTraining } from '#shared/records/register-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { verificationWrites } from '#shared/records/verification-records.ts';
import { aDecision } from '#test/builders/a-decision.ts';
import { aDocument, aField, aFile, aTraining } from '#test/builders/a-document.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStoredApplication } from '#test/builders/a-stored-application.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aMail, aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { hostileStrings } from '#test/builders/hostile-strings.ts';
import { type Desk, openDesk, type SignedIn } from '#test/functions/console/desk.ts';
import { hostileCase } from '#test/functions/console/hostile-case.ts';
import { officePages } from '#test/functions/console/rules-desk.ts';

export type HostileDesk = Desk & { everybody: SignedIn; importPath: string };

const at = '2026-11-22T13:00:00.000Z';
export const personOf = (index: number) => `RPSS-${9000 + index}`;
export const referenceOf = (index: number) => `LA-2026-${String(100 + index).padStart(6, '0')}`;
export const allInOne = 'LA-2026-000900';

/** Names of a register are keys in the store, which takes no half characters and nothing of thousands of letters. */
const keyed = (text: string) => text.slice(0, 200).replaceAll('\0', '').toWellFormed();

/** A desk at which every text that a stranger or a colleague can write is one of the hostile strings. */
export async function openHostileDesk(): Promise<HostileDesk> {
  const desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { programme: programmeFacts(officePages) });
  const everybody = desk.as('reviewer', 'supervisor', 'auditor', 'security', 'admin');
  for (const [index, text] of hostileStrings.entries()) await storeOne(desk, everybody, index, text);
  await storeAllInOne(desk);
  const cells = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = hostileStrings.map((text, index) =>
    [`RPSS-${8000 + index}`, text, text, '', 'RPSS', '2026-01-05', 'active', text].map(cells).join(','),
  );
  const head = 'specialistId,legalName,otherNames,email,credentialType,initialTrainingDate,status,employer';
  const file = { name: hostileStrings[3] ?? '', bytes: new TextEncoder().encode([head, ...rows].join('\n')) };
  const sha256 = await makeImportRegister(desk.deps).receive('roster', file, everybody.staff.staffId);
  return { ...desk, everybody, importPath: `/imports/roster/${sha256}` };
}

async function storeOne({ records }: Desk, everybody: SignedIn, index: number, text: string): Promise<void> {
  const number = 100 + index;
  const [submissionId, specialistId] = [submissionIdFor(number), personOf(index)];
  const { staffId } = everybody.staff;
  await storeCase(records, hostileCase(text, { number }));
  await putSpecialist(
    records,
    aSpecialist({ specialistId, legalName: keyed(text), otherNames: [keyed(text)], email: null, employer: text }),
  );
  const span = { approvedFrom: '2026-01-01', approvedTo: '2026-12-31' };
  await putApprovedTraining(records, { title: text, provider: text, hours: '4', ethicsHours: '1', ...span });
  const application = aStoredApplication({ number, name: text, missing: [text], classWished: text });
  const decision = aDecision({
    ...{ submissionId, by: staffId, state: 'proposed', needsSecond: 'adverse', takesEffectAt: null },
    ...{ reason: text.slice(0, 900), letter: { subject: text.slice(0, 300), text } },
  });
  const letter = { specialistId, day: '2026-06-01', answer: 'active' as const, reasons: [text] };
  const code = `V-AAAAA-${String(10_000 + index)}`;
  await records.write([
    ...applicationWrites(application, null),
    decisionWrite(decision, null),
    auditWrite(submissionId, { at, by: 'person', action: keyed(text), codes: [text], who: staffId }),
    ...verificationWrites({
      ...letter,
      code,
      askedBy: text.slice(0, 120),
      why: text.slice(0, 500),
      by: staffId,
      at,
      fileKey: 'none',
    }),
  ]);
  await noteAtDesk(records, {
    at: at.replace('00.000', `${String(index).padStart(2, '0')}.000`),
    by: 'person',
    action: keyed(text),
    codes: [text],
  });
  await everybody.post('/views', { name: text.slice(0, 50), filter: 'late=yes' });
  await everybody.post('/accounts', { name: text.slice(0, 90), signInName: text.slice(0, 90), role: 'reviewer' });
}

/** One mail whose files, papers, rows, doubts and links are all of them; it waits for a blind look, too. */
async function storeAllInOne({ records }: Desk): Promise<void> {
  const number = 900;
  const reasons = hostileStrings.map((text) => ({ code: 'unsafe-file' as const, text, field: text }));
  const submission = aSubmission({
    number,
    outcome: 'quarantined',
    reasons,
    mail: aMail({ flags: [...hostileStrings], fileLinks: [...hostileStrings] }),
  });
  const files = hostileStrings.map((text, index) =>
    aFile({ fileId: fileIdOf(index + 1), attachment: text, mediaType: text }),
  );
  const trainings = hostileStrings.map((text) =>
    aTraining({ title: aField(text), provider: aField(text, { raw: `${text}!` }) }),
  );
  const documents = [
    aDocument({ kind: 'ce-report', trainings, fields: { legalName: aField(hostileStrings[1] ?? '') } }),
  ];
  await storeCase(records, { submission, documents });
  for (const file of files) await putFiles(records, [{ ...file, submissionId: submission.submissionId }]);
  const { submissionId, reference } = submission;
  const task = {
    submissionId,
    reference,
    receivedAt: at,
    openedAt: at,
    machine: { ethics: 300, core: 600 },
    answer: null,
  };
  await records.write([blindWrite(task, null)]);
}
