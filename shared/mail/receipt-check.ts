import { notChecked, type SenderCheck } from '#shared/domain/sender-check.ts';
import { readHeaders } from './read-headers.ts';

const headBytesMax = 300_000;

/** What the server of ours that took the mail wrote on top of it about its sender. Whatever stands further down is the sender's own. */
export function receiptCheck(raw: Uint8Array): SenderCheck {
  const { authentication } = readHeaders(raw.subarray(0, headBytesMax));
  return { ...notChecked, by: 'receipt', dmarc: authentication };
}

/** Two From lines, or two addresses in one: nobody can say whose mail it is. */
export function hasSeveralSenders(raw: Uint8Array): boolean {
  const { flags } = readHeaders(raw.subarray(0, headBytesMax));
  return flags.has('dup-from') || flags.has('several-from');
}
