import { describe, expect, it } from 'vitest';
import { makeReceiptMailVerifier, noMailVerifier } from '#shared/adapters/receipt-mail-verifier.ts';
import { aPlainMail, received } from '#test/builders/a-dkim-mail.ts';
import { mailVerifierContract } from '#test/contracts/mail-verifier.contract.ts';

const ownServer = '192.0.2.1';
const wroteOnTop = (verdict: string) => [
  'Received: from out.good.test by mx.state.org with ESMTPS; Tue, 1 Dec 2026 09:00:01 -0600',
  `Authentication-Results: mx.state.org; ${verdict}`,
];
const mail = (verdict: string, remoteAddress: string | null = ownServer) =>
  received(aPlainMail({ headers: wroteOnTop(verdict) }), { remoteAddress });

describe('the word of the office’s own mail server', () => {
  mailVerifierContract(async () => ({
    verifier: makeReceiptMailVerifier([ownServer]),
    proved: mail('dmarc=pass'),
    forged: mail('dmarc=fail'),
    unsaid: mail('dmarc=none'),
  }));

  it('is believed from its address only: a stranger who connects to us writes what he likes', async () => {
    const verifier = makeReceiptMailVerifier([ownServer]);

    expect(await verifier.verify(mail('dmarc=pass', '203.0.113.66'))).toMatchObject({ by: 'nobody', dmarc: 'unknown' });
    expect(await verifier.verify(mail('dmarc=pass', null))).toMatchObject({ by: 'receipt', dmarc: 'pass' });
  });
});

describe('the word of Amazon SES', () => {
  const ses = (verdict: string) => [
    'Received: from a.test by inbound-smtp.us-east-1.amazonaws.com with SMTP id x; Tue, 01 Dec 2026 15:00:00 +0000',
    `Authentication-Results: amazonses.com; ${verdict}`,
  ];
  const taken = (verdict: string) => received(aPlainMail({ headers: ses(verdict) }), { remoteAddress: '203.0.113.66' });
  mailVerifierContract(async () => ({
    verifier: makeReceiptMailVerifier('any'),
    proved: taken('spf=pass; dkim=pass; dmarc=pass'),
    forged: taken('spf=fail; dkim=fail; dmarc=fail'),
    unsaid: taken('spf=pass; dkim=pass; dmarc=none'),
  }));
});

describe('where nobody looks', () => {
  it('no sender is proved', async () => {
    expect(await noMailVerifier.verify(mail('dmarc=pass'))).toMatchObject({ by: 'nobody', dmarc: 'unknown' });
  });
});
