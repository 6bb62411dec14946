import { describe, expect, it } from 'vitest';
import type { MailSender, OutgoingMail } from '#shared/ports/mail-sender.ts';

export type MailSenderUnderTest = {
  sender: MailSender;
  /** raw mails handed over so far, in order; null where the other side does not show them */
  sent(): Promise<string[] | null>;
};

export const anAnswer = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: 'out-1@peer-credentials.example.org',
  to: 'dana@example.com',
  subject: 'Your message has arrived (LA-2026-7K3M9Q)',
  text: 'Dear sender,\n\nyour résumé of hours has arrived.\n.\nFrom the desk\n',
  inReplyTo: 'asked@example.com',
  references: ['first@example.com', 'asked@example.com'],
  ...change,
});

export function mailSenderContract(open: () => Promise<MailSenderUnderTest>): void {
  describe('an answer', () => {
    it('with files and the token of a packet goes as a person would send it; a name that could be a header is refused', async () => {
      const { sender, sent } = await open();
      const bytes = Buffer.from('%PDF-1.4');
      const attachments = [{ name: 'résumé of hours.pdf', mediaType: 'application/pdf', bytes }];
      const token = 't'.repeat(43);
      await sender.send(anAnswer({ messageId: 'packet-1@example.org', attachments, asCanary: { token } }));
      for (const name of ['a\r\nBcc: x@example.org', '../a', ''])
        await expect(
          sender.send(anAnswer({ attachments: [{ name, mediaType: 'application/pdf', bytes }] })),
        ).rejects.toMatchObject({ name: 'GiveUp' });
      await expect(sender.send(anAnswer({ asCanary: { token: 'a\r\nBcc: x' } }))).rejects.toMatchObject({
        name: 'GiveUp',
      });
      const [raw] = (await sent()) ?? [];
      if (raw === undefined) return;
      const headers = headersOf(raw);
      expect(headers).toMatchObject({
        'x-intake-canary': token,
        'content-type': expect.stringContaining('multipart/mixed'),
      });
      expect(headers).not.toHaveProperty('auto-submitted');
      expect(raw).toContain(bytes.toString('base64'));
    });

    it('B198: is handed over as plain text in UTF-8, marked as automatic, in the thread of the mail it answers', async () => {
      const { sender, sent } = await open();
      await sender.send(anAnswer());
      const [raw] = (await sent()) ?? [];
      if (raw === undefined) return;
      const headers = headersOf(raw);
      expect(headers).toMatchObject({
        to: 'dana@example.com',
        from: 'ce@peer-credentials.example.org',
        subject: 'Your message has arrived (LA-2026-7K3M9Q)',
        'message-id': '<out-1@peer-credentials.example.org>',
        'in-reply-to': '<asked@example.com>',
        references: '<first@example.com> <asked@example.com>',
        'auto-submitted': 'auto-replied',
        'x-auto-response-suppress': 'All',
        'content-type': 'text/plain; charset=utf-8',
      });
      expect(raw).toContain('r=C3=A9sum=C3=A9');
    });

    it('to a mail without a Message-ID stands alone', async () => {
      const { sender, sent } = await open();
      await sender.send(anAnswer({ messageId: 'out-2@peer-credentials.example.org', inReplyTo: null, references: [] }));
      const raw = (await sent())?.at(-1);
      if (raw !== undefined) expect(Object.keys(headersOf(raw))).not.toContain('in-reply-to');
    });

    it.each([
      ['a line break in the subject', { subject: 'Hello\r\nBcc: everybody@example.com' }],
      ['a bare line feed in the subject', { subject: 'Hello\nBcc: everybody@example.com' }],
      ['a line break in the address', { to: 'dana@example.com\r\nBcc: everybody@example.com' }],
      ['two addresses', { to: 'dana@example.com, everybody@example.com' }],
      ['a name around the address', { to: 'Everybody <everybody@example.com>' }],
      ['no address', { to: '' }],
      ['a line break in the Message-ID', { messageId: 'a@b\r\nX: y' }],
      ['a line break in the thread', { references: ['a@b>\r\nBcc: everybody@example.com'] }],
      ['a line break in what is answered', { inReplyTo: 'a@b\nX: y' }],
      ['a NUL in the subject', { subject: 'Hello\0' }],
    ] satisfies [string, Partial<OutgoingMail>][])('with %s is given up and not sent', async (_what, change) => {
      const { sender, sent } = await open();
      await expect(sender.send(anAnswer(change))).rejects.toMatchObject({ name: 'GiveUp' });
      expect((await sent()) ?? []).toEqual([]);
    });

    it('to a mail whose Message-ID is none goes out without it', async () => {
      const { sender, sent } = await open();
      await sender.send(anAnswer({ inReplyTo: 'no id at all', references: ['no id', 'first@example.com'] }));
      const raw = (await sent())?.at(-1);
      if (raw === undefined) return;
      expect(headersOf(raw).references).toBe('<first@example.com>');
      expect(Object.keys(headersOf(raw))).not.toContain('in-reply-to');
    });
  });
}

/** Unfolded headers by lower-case name. */
function headersOf(raw: string): Record<string, string> {
  const [head = ''] = raw.replaceAll('\r\n', '\n').split('\n\n');
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}
