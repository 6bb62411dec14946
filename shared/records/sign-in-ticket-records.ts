import { z } from 'zod';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { keyOfSecret } from './secret-key.ts';
import { bodyOf } from './stored-body.ts';

/** Somebody on their way to the provider and back. */
const openSignInSchema = z.object({
  ticket: z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), again: z.boolean() }),
  /** what the same browser must bring back */
  browser: z.string(),
  /** the page they had asked for */
  to: z.string(),
  validUntil: z.string(),
});
export type OpenSignIn = z.infer<typeof openSignInSchema>;

const listPk = 'SIGN-INS#OPEN';
const keyOf = (state: string) => ({ pk: `SIGN-IN#${keyOfSecret(state)}`, sk: 'SIGN-IN' });

/** So many of those who never came back are cleared away with each new one: anybody may begin, and nobody waits for a flood. */
const clearedAtOnce = 25;

export async function putOpenSignIn(records: RecordStore, open: OpenSignIn, now: string): Promise<void> {
  const index1 = { pk: listPk, sk: open.validUntil };
  await records.write([{ put: { ...keyOf(open.ticket.state), body: open, index1 }, expect: 'absent' }]);
  const { records: late } = await records.list({ pk: listPk, index: 'index1', skTo: now, limit: clearedAtOnce });
  for (const { pk, sk } of late) await records.write([{ remove: { pk, sk }, expect: 'any' }]);
}

/** Found once: whoever comes second with the same answer gets nothing. */
export async function takeOpenSignIn(records: RecordStore, state: string): Promise<OpenSignIn | null> {
  const record = await records.find(keyOf(state));
  if (record === null) return null;
  const taken = await records.write([{ remove: keyOf(state), expect: { version: record.version } }]);
  return taken === 'conflict' ? null : bodyOf(openSignInSchema, record);
}
