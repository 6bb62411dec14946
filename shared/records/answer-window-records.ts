import { type AnswerWindow, answerWindowSchema } from '#shared/domain/answer-window.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { bodyOf } from './stored-body.ts';

export type VersionedWindow = { window: AnswerWindow; version: number };

/** Addresses are written in several ways; a mailbox is told once. */
const keyOf = (address: string) => ({ pk: `ANSWERS-TO#${address.trim().toLowerCase()}`, sk: 'WINDOW' });

export async function findAnswerWindow(records: RecordStore, address: string): Promise<VersionedWindow | null> {
  const record = await records.find(keyOf(address));
  return record ? { window: bodyOf(answerWindowSchema, record), version: record.version } : null;
}

/** Written with each answer: of two that are ready at once one has to look again. */
export function answerWindowWrite(address: string, window: AnswerWindow, version: number | null): Write {
  return { put: { ...keyOf(address), body: window }, expect: version === null ? 'absent' : { version } };
}
