import { makeAnswerDisposal } from '#functions/desk/answer-disposal.ts';
import { makeProposeDisposal, type RetentionPorts } from '#functions/retention/propose-disposal.ts';
import type { Retention } from '#shared/domain/retention.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { entryWrite } from '#shared/records/submission-records.ts';
import { aFile } from '#test/builders/a-document.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { ann, ben } from '#test/builders/staff.ts';

export const unset: Retention = {
  'raw-mail': null,
  documents: null,
  readings: null,
  pictures: null,
  'ordered-away': null,
};
export const threeYears: Retention = {
  ...unset,
  'raw-mail': { years: 3 },
  documents: { years: 3 },
  readings: { years: 3 },
  pictures: { days: 30 },
};

type Stores = { records: RecordStore; files: FileStore };
type Own = { paper?: string; receivedAt?: string; outcome?: 'accepted' | 'needs-review' };

/** A mail of 2026 with one paper, its reading and one drawn page. */
export async function layMail({ records, files }: Stores, number: number, own: Own = {}) {
  const put = (folder: 'raw' | 'document' | 'reading' | 'picture', text: string) =>
    files.put(folder, Buffer.from(text));
  const { paper = `paper ${number}`, receivedAt = '2026-11-30T15:00:00.000Z', outcome = 'accepted' } = own;
  const keys = {
    raw: await put('raw', `mail ${number}`),
    document: await put('document', paper),
    reading: await put('reading', `words of ${paper}`),
    picture: await put('picture', `picture of ${paper}`),
  };
  const submission = aSubmission({ number, receivedAt, outcome, rawKey: keys.raw, filedAt: receivedAt });
  const file = { fileKey: keys.document, readingKey: keys.reading, sha256: keys.document.slice('document/'.length) };
  await storeCase(records, { submission, files: [aFile({ submissionId: submission.submissionId, ...file })] });
  await records.write([entryWrite(submission)]).catch(() => undefined);
  const picture = { pictureKey: keys.picture, sha256: file.sha256, dotsPerInch: 110 };
  await records.write([
    { put: { pk: `SUB#${submission.submissionId}`, sk: 'PICTURE#file_0001#0001', body: picture }, expect: 'any' },
  ]);
  return { ...keys, id: submission.submissionId, reference: submission.reference };
}

/** Proposed, and agreed to by two people; its id. */
export async function agreedBy(ports: RetentionPorts): Promise<string> {
  const disposalId = (await makeProposeDisposal(ports)())?.disposalId ?? '';
  const answer = makeAnswerDisposal(ports);
  for (const who of [ann, ben]) {
    const answered = await answer({ disposalId, who, says: 'yes' });
    if (!answered.done) throw new Error(answered.why);
  }
  return disposalId;
}
