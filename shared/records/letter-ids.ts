import { createHash, createHmac } from 'node:crypto';
import type { Letter } from '#shared/domain/letter.ts';

/**
 * The same however often a night is swept, and nothing that somebody could make up: who could, might make our system believe that a
 * letter had come back. `secret` is the installation's own.
 */
export function letterMessageId(
  secret: string,
  of: Pick<Letter, 'specialistId' | 'year' | 'line'> & Partial<Pick<Letter, 'resolution'>>,
  domain: string,
) {
  const kind = (of.resolution ?? null) === null ? 'reminder' : 'decision';
  const key = `${of.specialistId}\n${of.year}\n${of.line}`;
  return `${kind}.${createHmac('sha256', secret).update(key).digest('hex').slice(0, 40)}@${domain}`;
}

/** By what a letter is found again; the relay of a cloud tells only this of it. */
export function hashOfMessageId(messageId: string): string {
  return createHash('sha256').update(messageId.replace(/^<|>$/g, '')).digest('hex');
}
