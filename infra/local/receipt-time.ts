import { readHeaders } from '#shared/mail/read-headers.ts';

/** `header`: an own mail server stands in front and its Received line, the topmost, says when it took the mail. */
export type ReceiptTime = 'clock' | 'header';

/**
 * The instant deadlines are judged by. Behind an own mail server that is the moment this server took the mail: a queue
 * in front of us must not make anybody late.
 */
export function receiptTimeOf(raw: Uint8Array, byClock: string, receiptTime: ReceiptTime): string {
  if (receiptTime === 'clock') return byClock;
  return readHeaders(raw.subarray(0, 300_000)).receivedDate ?? byClock;
}
