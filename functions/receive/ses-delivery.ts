import type { Envelope } from '#shared/domain/submission.ts';
import { type HeaderLine, readHeaderLines } from '#shared/mail/header-lines.ts';
import { readMailDate } from '#shared/mail/mail-date.ts';
import type { Delivery } from './receive.ts';

type MailOfSes = {
  raw: Uint8Array;
  /** `inbound/<SES message id>` */
  key: string;
  /** when the bucket took it: at most minutes after SES did */
  createdAt: string;
  /** whom it was for, where the receipt does not say */
  recipients: readonly string[];
};

const writtenBySes = /\bby inbound-smtp\.[a-z0-9-]{1,30}\.amazonaws\.com\b/i;
const stampAgeMax = 24 * 60 * 60 * 1000;
const headBytes = 64_000;

/**
 * What SES saw. It writes its receipt on top of the mail, so only the first Return-Path and Received lines are its own;
 * whatever else the mail says about its way was written by others.
 */
export function sesDelivery({ raw, key, createdAt, recipients }: MailOfSes): Delivery {
  const receipt = receiptOf(readHeaderLines(raw.subarray(0, headBytes)));
  const named = bracketed(/\bfor ([^\s;]{3,320})/i.exec(receipt.received)?.[1] ?? '');
  return {
    raw,
    deliveryId: key,
    envelope: {
      mailFrom: bracketed(receipt.returnPath),
      recipients: named === '' ? [...recipients] : [named],
      remoteAddress: /\[([0-9a-f.:]{3,45})\]/i.exec(receipt.received)?.[1] ?? null,
      ...stampOf(receipt.received, createdAt),
    },
  };
}

function receiptOf(headers: readonly HeaderLine[]): { returnPath: string; received: string } {
  const [first] = headers;
  const received = headers.slice(0, 2).find(({ name }) => name === 'received')?.value ?? '';
  return {
    returnPath: first?.name === 'return-path' ? first.value : '',
    received: writtenBySes.test(received) ? received : '',
  };
}

/** The instant SES took the mail, by which deadlines are judged; the bucket's instant when SES's cannot be believed. */
function stampOf(received: string, createdAt: string): Pick<Envelope, 'receivedAt' | 'receivedBy' | 'takenAt'> {
  const stamp = readMailDate(received.slice(received.lastIndexOf(';') + 1));
  const age = stamp === null ? Number.NaN : Date.parse(createdAt) - Date.parse(stamp);
  if (stamp === null || !(age >= -1000 && age <= stampAgeMax)) return { receivedAt: createdAt, receivedBy: 'bucket' };
  return { receivedAt: stamp, receivedBy: 'ses', takenAt: createdAt };
}

const bracketed = (text: string): string => text.replace(/^<|>$/g, '').trim();
