import { describe, expect, test } from 'vitest';
import { openMail } from '#shared/mail/open-mail.ts';
import { aFile, aMail, aPdf, aText } from './a-mail.ts';
import { aZip } from './a-zip.ts';

async function open(raw: Buffer) {
  const opened = await openMail(raw);
  if (opened.outcome !== 'opened') throw new Error(opened.reason.text);
  return opened;
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const docx = aZip([
  { name: '[Content_Types].xml', bytes: latin('<x/>') },
  { name: 'word/document.xml', bytes: latin('<x/>') },
]);
const macros = aZip([
  { name: '[Content_Types].xml', bytes: latin('<x/>') },
  { name: 'word/vbaProject.bin', bytes: latin('x') },
]);
const oldOffice = latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
const png = (width: number, height: number, bytes: number): Buffer => {
  const picture = Buffer.alloc(bytes, 1);
  latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR').copy(picture);
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
};

describe('what a file is, its bytes decide', () => {
  test.each([
    ['a PDF called .txt', 'form.txt', aPdf, 'application/pdf', undefined],
    [
      'a PDF behind 900 bytes of junk',
      'form.pdf',
      Buffer.concat([Buffer.alloc(900, 10), aPdf]),
      'application/pdf',
      undefined,
    ],
    ['a photo', 'x', latin('\xff\xd8\xff\xe0'), 'image/jpeg', undefined],
    ['an iPhone photo', 'x', latin('\0\0\0\x18ftypheic\0\0\0\0'), 'image/heic', undefined],
    ['a fax', 'x', latin('II*\0\x08\0\0\0'), 'image/tiff', undefined],
    [
      'a Word file',
      'x.pdf',
      docx,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      undefined,
    ],
    ['a Word file with macros', 'x.docx', macros, 'application/vnd.ms-office', 'unsafe-file'],
    ['a program called .pdf', 'form.pdf', latin('MZ\x90\0'), 'application/x-msdownload', 'unsafe-file'],
    [
      'a drawing with scripts',
      'x.png',
      latin('<?xml version="1.0"?><svg onload="x()"/>'),
      'image/svg+xml',
      'unsafe-file',
    ],
    ['a web page', 'form.pdf', latin('<!DOCTYPE html><form>'), 'text/html', 'unsupported-file'],
    [
      'a cut winmail.dat',
      'form.pdf',
      latin('\x78\x9f\x3e\x22\x01\0\x02'),
      'application/vnd.ms-tnef',
      'unsupported-file',
    ],
    ['old Word', 'x.doc', Buffer.concat([oldOffice, Buffer.alloc(600)]), 'application/x-cfb', 'unsupported-file'],
    [
      'Word with a password',
      'x.docx',
      Buffer.concat([oldOffice, Buffer.from('EncryptedPackage', 'utf16le')]),
      'application/encrypted-office',
      'encrypted-file',
    ],
    ['a note', 'note.txt', latin('I was there'), 'text/plain', 'unsupported-file'],
    ['nothing', 'form.pdf', Buffer.alloc(0), 'application/octet-stream', 'unsupported-file'],
    ['noise', 'form.pdf', Buffer.alloc(64, 0xfe), 'application/octet-stream', 'unsupported-file'],
  ])('%s', async (_what, name, bytes, mediaType, code) => {
    const { files } = await open(aMail([aText('hello'), aFile(bytes, name, 'application/pdf')]));

    expect(files.map((file) => [file.attachment, file.mediaType, file.refused?.code])).toEqual([
      [name, mediaType, code],
    ]);
  });
});

describe('a picture is a decoration by evidence', () => {
  const letter = aText('<p>Hello <img src="cid:logo@x"></p>', 'text/html');
  const cid = ['Content-ID: <logo@x>'];
  test.each([
    ['a small logo shown in the text', letter, png(300, 80, 9000), cid, true],
    ['a wide strip shown in the text', letter, png(3000, 200, 90_000), cid, true],
    ['a photo of a certificate shown in the text', letter, png(2000, 1500, 90_000), cid, false],
    ['a small picture nobody refers to', aText('hello'), png(300, 80, 9000), cid, false],
    ['a small picture without a content id', letter, png(300, 80, 9000), [], false],
  ])('%s', async (_what, text, bytes, headers, isDecoration) => {
    const { files } = await open(aMail([text, aFile(bytes, 'image001.png', 'image/png', headers)]));

    expect(files.map((file) => file.isDecoration)).toEqual([isDecoration]);
  });
});

describe('machines', () => {
  const auto = ['Auto-Submitted: auto-replied'];

  test('an out-of-office note is automatic', async () => {
    const { mail } = await open(aMail([aText('I am away.')], auto));

    expect([mail.isAutomatic, mail.flags]).toEqual([true, []]);
  });

  test('a document outranks every sign of a machine', async () => {
    const { mail } = await open(aMail([aText('Scanned.'), aFile(aPdf, 'scan.pdf')], auto));

    expect([mail.isAutomatic, mail.flags]).toEqual([false, ['automatic-with-files']]);
  });
});

describe('the letter', () => {
  test('B220: HTML is reduced to its text, without scripts and styles', async () => {
    const html =
      '<html><head><style>p{}</style></head><body><p>Dear&nbsp;team,</p><script>x()</script><!-- no --><div>it&#8217;s &lt;here&gt;</div></body></html>';

    const { mail } = await open(aMail([aText(html, 'text/html')]));

    expect(mail.bodyText).toBe('Dear team,\n\nit’s <here>');
  });

  test('it is shown up to 20 kB', async () => {
    const { mail } = await open(aMail([aText('word word\r\n'.repeat(9000))]));

    expect(mail.bodyText.length).toBeLessThanOrEqual(20_000);
  });

  test('links to file shares are listed once and other links are not', async () => {
    const text =
      'https://drive.google.com/file/d/1/view. https://example.org/x https://x.sharepoint.com/:b:/y and again https://drive.google.com/file/d/1/view https://notdropbox.com/a http://box.com.evil.org/';

    const { mail } = await open(aMail([aText(text)]));

    expect(mail.fileLinks).toEqual(['https://drive.google.com/file/d/1/view', 'https://x.sharepoint.com/:b:/y']);
  });
});

test('a link is recognised inside the link that a mail filter puts around it', async () => {
  const text = [
    'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdrive.google.com%2Ffile%2Fd%2F1%2Fview&data=05',
    'https://urldefense.com/v3/__https://www.dropbox.com/s/1/cert.pdf__;!!x',
  ].join('\r\n');

  const { mail } = await open(aMail([aText(text)]));

  expect(mail.fileLinks).toEqual(['https://drive.google.com/file/d/1/view', 'https://www.dropbox.com/s/1/cert.pdf']);
});

describe('doubts are said', () => {
  test('a multipart in which nothing is found is a doubt, not a forgotten attachment', async () => {
    const { concerns, mail } = await open(
      latin('From: a@b.org\r\nContent-Type: multipart/mixed; boundary=XX\r\n\r\n--YY\r\n\r\nhello\r\n'),
    );

    expect(mail.flags).toContain('empty-multipart');
    expect(concerns.map((concern) => concern.code)).toContain('needs-human-decision');
  });

  test('a PDF pasted into the text is a doubt', async () => {
    const { mail, concerns } = await open(aMail([aText(`see below\r\n${aPdf.toString('base64')}`)]));

    expect(mail.flags).toEqual(['payload-in-text']);
    expect(concerns).toHaveLength(1);
  });

  test('two senders are a doubt', async () => {
    const { mail, concerns } = await open(aMail([aText('hello')], ['From: a@b.org', 'From: c@d.org']));

    expect([mail.authentication, mail.flags]).toEqual(['fail', ['dup-from']]);
    expect(concerns).toHaveLength(1);
  });
});

test('the sender inside a forwarded mail is nobody to us', async () => {
  const inner = aMail([aFile(aPdf, 'form.pdf')], ['From: other@d.org', 'From: third@d.org'], 'inner');

  const { mail, files } = await open(aMail([aText('fwd'), aFile(inner, 'fwd.eml', 'message/rfc822')]));

  expect([mail.from, mail.flags]).toEqual(['pat@example.org', []]);
  expect(files.map((file) => file.attachment)).toEqual(['fwd.eml/form.pdf']);
});
