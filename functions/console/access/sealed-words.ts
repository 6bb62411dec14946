import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Session } from '#shared/domain/session.ts';

const nonceBytes = 12;
const tagBytes = 16;

const derived = ({ formKey }: Pick<Session, 'formKey'>, use: string) =>
  createHmac('sha256', formKey).update(use).digest();

/**
 * What somebody looks for is mostly a person's name, and an address is kept where nobody means to keep it: in histories, in
 * logs of what stands in between. So the address of what was found holds the words sealed with the key of the session; it can
 * be gone back to as long as the session lasts. The same words in one session are the same address.
 */
export function sealWords(session: Pick<Session, 'formKey'>, words: string): string {
  const nonce = createHmac('sha256', derived(session, 'nonce of words')).update(words).digest().subarray(0, nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', derived(session, 'words'), nonce);
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Nothing when they were sealed by another session, or by nobody. */
export function openWords(session: Pick<Session, 'formKey'>, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return '';
  try {
    const decipher = createDecipheriv('aes-256-gcm', derived(session, 'words'), bytes.subarray(0, nonceBytes));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return `${decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8')}${decipher.final('utf8')}`;
  } catch {
    return '';
  }
}
