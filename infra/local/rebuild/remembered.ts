import { createHash } from 'node:crypto';
import type { Scan } from '#shared/domain/scan.ts';
import type { SenderCheck } from '#shared/domain/sender-check.ts';
import type { MailVerifier } from '#shared/ports/mail-verifier.ts';
import type { MalwareScanner } from '#shared/ports/malware-scanner.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { listEverySubmission } from './every-submission.ts';

/** What a scanner and the name servers said at the time: asked today, they would say something else, or nothing. */
export async function remembered(old: RecordStore, otherwise: MailVerifier) {
  const scans = new Map<string, Scan>();
  const checks = new Map<string, SenderCheck>();
  for (const { submissionId, rawKey, rawSha256, scan, mail } of await listEverySubmission(old)) {
    if (scan) scans.set(rawKey, scan);
    if (mail?.sender) checks.set(rawSha256, mail.sender.check);
    for (const { file } of await listFiles(old, submissionId)) if (file.scan) scans.set(file.fileKey, file.scan);
  }
  const scanner: MalwareScanner = {
    scan: async ({ key }) => scans.get(key) ?? { result: 'not-scanned', by: null, because: 'no-scanner' },
  };
  const mailVerifier: MailVerifier = {
    verify: async (mail) => {
      const sha256 = createHash('sha256').update(mail.raw).digest('hex');
      return checks.get(sha256) ?? otherwise.verify(mail);
    },
  };
  return { scanner, mailVerifier };
}
