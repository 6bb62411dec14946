import type { Envelope } from '#shared/domain/submission.ts';
import { readHeaders } from '#shared/mail/read-headers.ts';

/** `header`: an own mail server stands in front and its Received line, the topmost, says when it took the mail. */
export type ReceiptTime = 'clock' | 'header';

/**
 * The instant deadlines are judged by, and whose clock said it. Behind an own mail server that is the moment this server took the mail:
 * a queue in front of us must not make anybody late.
 */
export function receiptTimeOf(
  raw: Uint8Array,
  byClock: string,
  receiptTime: ReceiptTime,
): Pick<Envelope, 'receivedAt' | 'receivedBy' | 'takenAt'> {
  const byServer = receiptTime === 'clock' ? null : readHeaders(raw.subarray(0, 300_000)).receivedDate;
  if (byServer === null) return { receivedAt: byClock, receivedBy: 'clock' };
  return { receivedAt: byServer, receivedBy: 'mail-server', takenAt: byClock };
}
