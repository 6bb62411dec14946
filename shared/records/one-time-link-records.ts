import { z } from 'zod';
import { type StaffId, staffIdSchema } from '#shared/domain/staff.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { keyOfSecret } from './secret-key.ts';
import { bodyOf } from './stored-body.ts';

/** A link that works once: `set-up` lets its holder choose a password, `sign-in` signs them in (the demo). */
const oneTimeLinkSchema = z.object({
  staffId: staffIdSchema,
  does: z.enum(['set-up', 'sign-in']),
  validUntil: z.string(),
});
export type OneTimeLink = z.infer<typeof oneTimeLinkSchema>;

const linkKey = (secret: string) => ({ pk: `LINK#${keyOfSecret(secret)}`, sk: 'LINK' });
const listPk = (id: StaffId) => `LINKS#${id}`;

/** A new link makes the earlier ones of the same person worthless. */
export async function putLink(records: RecordStore, secret: string, link: OneTimeLink): Promise<void> {
  await removeLinksOf(records, link.staffId);
  const index1 = { pk: listPk(link.staffId), sk: link.validUntil };
  await records.write([{ put: { ...linkKey(secret), body: link, index1 }, expect: 'absent' }]);
}

/** The link and the write that uses it up: part of the transaction of what it lets happen, so it works only once. */
export async function findLink(
  records: RecordStore,
  secret: string,
): Promise<{ link: OneTimeLink; useUp: Write } | null> {
  const record = await records.find(linkKey(secret));
  if (record === null) return null;
  const useUp: Write = { remove: linkKey(secret), expect: { version: record.version } };
  return { link: bodyOf(oneTimeLinkSchema, record), useUp };
}

export async function removeLinksOf(records: RecordStore, staffId: StaffId): Promise<void> {
  const rows = await listAll(records, { pk: listPk(staffId), index: 'index1' });
  for (const { pk, sk } of rows) await records.write([{ remove: { pk, sk }, expect: 'any' }]);
}
