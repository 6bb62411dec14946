import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, test } from 'vitest';
import { openMail } from '#shared/mail/open-mail.ts';
import { aPdf } from './a-mail.ts';

const fileName = fc
  .array(fc.constantFrom('cert', 'CEU 2026', 'Renée', '名', '(1)', "O'Neil", ';', '"', 'scan_', '.', '–'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => `${words.join(' ')}.pdf`);
const attachment = fc.record({
  filename: fileName,
  bytes: fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.concat([aPdf, bytes])),
  contentType: fc.constantFrom('application/pdf', 'application/octet-stream', 'image/jpeg'),
  contentDisposition: fc.constantFrom('attachment' as const, 'inline' as const),
});
const letter = fc.record({
  subject: fc.string({ maxLength: 120, unit: 'grapheme' }),
  text: fc.option(fc.string({ maxLength: 2000 }), { nil: undefined }),
  html: fc.option(fc.constantFrom('<p>Hello</p>', '<div><br></div>', `<p>${'long '.repeat(300)}</p>`), {
    nil: undefined,
  }),
  files: fc.array(attachment, { minLength: 1, maxLength: 5 }),
});

test('every file of a mail made by a usual program comes out, byte for byte, and raises no doubt', async () => {
  await fc.assert(
    fc.asyncProperty(letter, async ({ subject, text, html, files }) => {
      const attachments = files.map(({ bytes, ...file }) => {
        return { ...file, content: bytes, contentTransferEncoding: 'base64' as const };
      });
      const options = { from: 'Pat Doe <pat@example.org>', to: 'i@example.test', subject, text, html, attachments };
      const raw = await new MailComposer(options).compile().build();

      const opened = await openMail(raw);

      expect(opened.outcome === 'opened' && opened.concerns).toEqual([]);
      const found = opened.outcome === 'opened' ? opened.files : [];
      const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
      expect(found.map((file) => hex(file.bytes)).sort()).toEqual(files.map((file) => hex(file.bytes)).sort());
      expect(new Set(found.map((file) => file.mediaType))).toEqual(new Set(['application/pdf']));
    }),
    { numRuns: 150, seed: 20261220 },
  );
});
