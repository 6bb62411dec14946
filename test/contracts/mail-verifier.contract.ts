import { describe, expect, it } from 'vitest';
import { authenticationOf, senderCheckSchema } from '#shared/domain/sender-check.ts';
import type { MailToVerify, MailVerifier } from '#shared/ports/mail-verifier.ts';

export type MailVerifierUnderTest = {
  verifier: MailVerifier;
  /** proved by its domain */
  proved: MailToVerify;
  /** the domain that it names says that it is not from there */
  forged: MailToVerify;
  /** of a domain that says nothing about its mails */
  unsaid: MailToVerify;
};

/** The same mail with more lines on the sender's side of it: below everything that was written on the way. */
export function withLines({ raw, envelope }: MailToVerify, lines: readonly string[]): MailToVerify {
  const text = Buffer.from(raw).toString('latin1');
  const at = text.indexOf('\r\n\r\n');
  return { raw: Buffer.from(`${text.slice(0, at)}\r\n${lines.join('\r\n')}${text.slice(at)}`, 'latin1'), envelope };
}

/** What holds for everybody who says whether a mail comes from the domain that it names. */
export function mailVerifierContract(open: () => Promise<MailVerifierUnderTest>): void {
  describe('whether a mail comes from the domain that it names', () => {
    it('is a pass only where the domain proves it', async () => {
      const { verifier, proved, forged, unsaid } = await open();
      const found = await Promise.all([proved, forged, unsaid].map((mail) => verifier.verify(mail)));

      expect(found.map(authenticationOf)).toEqual(['pass', 'fail', 'unknown']);
      for (const check of found) expect(senderCheckSchema.safeParse(check).success).toBe(true);
    });

    it('is not believed of what the mail says itself', async () => {
      const { verifier, forged, unsaid } = await open();
      const boast = [
        'Authentication-Results: mx.state.org; dmarc=pass',
        'Authentication-Results: amazonses.com; dmarc=pass',
        'ARC-Authentication-Results: i=1; mx.state.org; dmarc=pass',
        'Received-SPF: pass',
      ];

      for (const mail of [forged, unsaid]) {
        const check = await verifier.verify(withLines(mail, boast));
        expect(authenticationOf(check)).not.toBe('pass');
      }
    });

    it('fails for a mail with two From lines, whatever proves one of them', async () => {
      const { verifier, proved } = await open();

      const check = await verifier.verify(withLines(proved, ['From: Somebody <else@elsewhere.test>']));

      expect(authenticationOf(check)).toBe('fail');
    });

    it('is answered for bytes that are no mail, and is no pass', async () => {
      const { verifier, proved } = await open();
      for (const raw of [Buffer.alloc(0), Buffer.from('\r\n\r\n'), Buffer.alloc(50_000, 0xff)]) {
        const check = await verifier.verify({ ...proved, raw });
        expect(authenticationOf(check)).not.toBe('pass');
      }
    });
  });
}
