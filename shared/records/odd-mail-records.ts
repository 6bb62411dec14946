import { z } from 'zod';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

/** not-opened: no parser ever answered. scan-late: the scanner said nothing for a quarter of an hour. our-own: a letter of ours came back as a mail. */
export type OddKind = 'not-opened' | 'scan-late' | 'our-own';

const oddMailSchema = z.object({ reference: z.string() });
const pkOf = (kind: OddKind) => `ODD-MAILS#${kind}`;

/** `ODD-MAILS#<kind>` / when and which: a row of its own, so that a flood of them waits for nobody. */
export function oddMailWrite(kind: OddKind, { submissionId, reference }: Submission, at: string): Write {
  return { put: { pk: pkOf(kind), sk: `${at}#${submissionId}`, body: { reference } }, expect: 'any' };
}

/** Their references, the oldest first. */
export async function oddMailsSince(records: RecordStore, kind: OddKind, since: string): Promise<string[]> {
  const rows = await listAll(records, { pk: pkOf(kind), skFrom: since });
  return rows.map((row) => bodyOf(oddMailSchema, row).reference);
}
