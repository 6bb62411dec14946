import { createHash } from 'node:crypto';

/** The store knows secrets only by this: who reads the table cannot sign in with it. */
export function keyOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
