import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth';
import type { Names } from '#shared/adapters/local/verify-mail/resolver.ts';
import type { Envelope } from '#shared/domain/submission.ts';
import type { MailToVerify } from '#shared/ports/mail-verifier.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const key = `v=DKIM1; k=rsa; p=${publicKey}`;

/** Domains that do not exist: one that asks for forged mail to be refused, one that asks for nothing, and a stranger's own. */
export const aZone = {
  'good.test': { TXT: ['v=spf1 ip4:192.0.2.10 -all'], A: ['192.0.2.10'] },
  's1._domainkey.good.test': { TXT: [key] },
  '_dmarc.good.test': { TXT: ['v=DMARC1; p=reject'] },
  'easy.test': { TXT: ['v=spf1 ip4:192.0.2.20 -all'], A: ['192.0.2.20'] },
  '_dmarc.easy.test': { TXT: ['v=DMARC1; p=none'] },
  'evil.test': { TXT: ['v=spf1 ip4:203.0.113.66 -all'], A: ['203.0.113.66'] },
  's1._domainkey.evil.test': { TXT: [key] },
  '_dmarc.evil.test': { TXT: ['v=DMARC1; p=reject'] },
  'bare.test': { A: ['192.0.2.30'] },
  's1._domainkey.bare.test': { TXT: [key] },
  'slow.test': { FAULT: ['ETIMEOUT'] },
  's1._domainkey.slow.test': { FAULT: ['ETIMEOUT'] },
  '_dmarc.slow.test': { FAULT: ['ETIMEOUT'] },
  'half.test': { TXT: ['v=spf1 ip4:192.0.2.40 -all'] },
  's1._domainkey.half.test': { FAULT: ['ESERVFAIL'] },
  '_dmarc.half.test': { TXT: ['v=DMARC1; p=reject'] },
} satisfies Extract<Names, { from: 'zone' }>['zone'];

export const goodServer = '192.0.2.10';
export const anotherServer = '198.51.100.7';
export const evilServer = '203.0.113.66';

type Parts = { from?: string; subject?: string; body?: string; headers?: readonly string[] };

export function aPlainMail({
  from = 'pat@good.test',
  subject = 'My report',
  body = 'Here it is.',
  headers = [],
}: Parts) {
  const lines = [
    ...headers,
    `From: Pat <${from}>`,
    'To: intake@office.test',
    `Subject: ${subject}`,
    'Date: Tue, 01 Dec 2026 09:00:00 -0600',
    `Message-ID: <${subject.length}.${from}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}\r\n`);
}

/** With a real signature of the domain. `bodyLength` signs only so much of the body, as few do and all should not. */
export async function signedBy(domain: string, raw: Uint8Array, bodyLength?: number): Promise<Buffer> {
  const own = { signingDomain: domain, selector: 's1', privateKey };
  const signed = bodyLength === undefined ? own : { ...own, maxBodyLength: bodyLength };
  const { signatures, errors } = await dkimSign(Buffer.from(raw), { ...own, signatureData: [signed] });
  if (errors[0]) throw errors[0].err;
  if (signatures === '') throw new Error('nothing was signed');
  return Buffer.concat([Buffer.from(signatures), raw]);
}

export function received(raw: Uint8Array, from: Partial<Envelope> = {}): MailToVerify {
  const envelope = {
    mailFrom: 'pat@good.test',
    recipients: ['intake@office.test'],
    remoteAddress: goodServer,
    helo: 'mx.good.test',
    receivedAt: '2026-12-01T15:00:00.000Z',
  };
  return { raw, envelope: { ...envelope, ...from } };
}
