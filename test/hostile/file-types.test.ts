import { describe, expect, test } from 'vitest';
import { aFile, aMail, aPdf, aText } from '#test/shared/mail/a-mail.ts';
import { aZip } from '#test/shared/mail/a-zip.ts';
import { hashOf } from './invariants.ts';
import { becomes, type Word } from './what-becomes.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const sent = (bytes: Uint8Array, name: string, type = 'application/pdf') =>
  becomes(aMail([aText('here it is'), aFile(bytes, name, type)]));
const oldOffice = (stream: string) =>
  Buffer.concat([latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
const office = (part: string) =>
  aZip([
    { name: '[Content_Types].xml', bytes: latin('<x/>') },
    { name: part, bytes: latin('x') },
  ]);
const program = latin('MZ\x90\0\x03\0\0\0');

const files: [title: string, name: string, bytes: Uint8Array, word: Word, codes: string[]][] = [
  [
    'B070: a PDF behind forty empty lines is a PDF',
    'form.pdf',
    Buffer.concat([latin('\r\n'.repeat(40)), aPdf]),
    'ACCEPT',
    [],
  ],
  ['B071: a program called form.pdf is for security only', 'form.pdf', program, 'QUARANTINE', ['unsafe-file']],
  [
    'B072: a web page called form.pdf is shown to nobody as a page',
    'form.pdf',
    latin('<!DOCTYPE html><form>'),
    'REVIEW',
    ['unsupported-file'],
  ],
  [
    'B075: a drawing with a script is for security only',
    'x.svg',
    latin('<svg onload="x()"><image href="http://a.test/"/></svg>'),
    'QUARANTINE',
    ['unsafe-file'],
  ],
  [
    'B076: a web page with a form is kept, and not read',
    'x.html',
    latin('<html><form action="x"></form></html>'),
    'REVIEW',
    ['unsupported-file'],
  ],
  [
    'B081: old Word is kept, and a PDF is asked for',
    'x.doc',
    oldOffice('WordDocument'),
    'REVIEW',
    ['unsupported-file'],
  ],
  ['B081: old Excel is kept, and a PDF is asked for', 'x.xls', oldOffice('Workbook'), 'REVIEW', ['unsupported-file']],
  [
    'B082: Word with a password is kept, and its sender asked',
    'x.docx',
    oldOffice('EncryptedPackage'),
    'REVIEW',
    ['encrypted-file'],
  ],
  [
    'B083: Word with macros is for security only',
    'x.docm',
    office('word/vbaProject.bin'),
    'QUARANTINE',
    ['unsafe-file'],
  ],
  [
    'B083: Excel with macros is for security only',
    'x.xlsm',
    office('xl/vbaProject.bin'),
    'QUARANTINE',
    ['unsafe-file'],
  ],
  [
    'B085: a link file (.url) is for security only',
    'x.url',
    latin('[InternetShortcut]\r\nURL=http://a.test'),
    'QUARANTINE',
    ['unsafe-file'],
  ],
  [
    'B085: a shortcut (.lnk) is for security only',
    'x.lnk',
    latin('L\0\0\0\x01\x14\x02\0'),
    'QUARANTINE',
    ['unsafe-file'],
  ],
  [
    'B085: a script (.js) is for security only',
    'x.js',
    latin('var a = new ActiveXObject("WScript.Shell");'),
    'QUARANTINE',
    ['unsafe-file'],
  ],
  [
    'B085: a web program (.hta) is for security only',
    'x.hta',
    latin('<script language="VBScript">x</script>'),
    'QUARANTINE',
    ['unsafe-file'],
  ],
  ['B085: a disc (.iso) is for security only', 'x.iso', aDisc(), 'QUARANTINE', ['unsafe-file']],
  [
    'B087: a text of another office (.odt) is kept, and a PDF asked for',
    'x.odt',
    anOdt(),
    'REVIEW',
    ['unsupported-file'],
  ],
  [
    'B087: a text of Pages is kept, and a PDF asked for',
    'x.pages',
    aZip([{ name: 'Index/Document.iwa', bytes: latin('x') }]),
    'REVIEW',
    ['unsupported-file'],
  ],
  [
    'B056: a program whose name is turned to look like a PDF is known by its bytes',
    'cert\u202efdp.exe',
    program,
    'QUARANTINE',
    ['unsafe-file'],
  ],
];

describe('what a file is, its bytes say', () => {
  test.each(files)('%s', async (_title, name, bytes, word, codes) => {
    const became = await sent(bytes, name);

    expect(became).toMatchObject({ word, codes });
    expect(became.hashes).toContain(hashOf(bytes));
  });

  test('B074: a picture that is a zip as well is neither here: nobody unpacks it, a person looks', async () => {
    const zip = aZip([{ name: 'evil.pdf', bytes: aPdf }]);
    const became = await sent(Buffer.concat([latin('GIF89a\x01\0\x01\0\0\0\0'), zip]), 'logo.gif');

    expect(became).toMatchObject({ files: ['logo.gif'], word: 'REVIEW', codes: ['unsupported-file'] });
  });
});

test('B086: a link in place of a file is listed for a person, in the words of the mail', async () => {
  const became = await becomes(aMail([aText('My form: https://drive.google.com/file/d/1/view')]));

  expect(became.files).toEqual([]);
  expect(became.mail?.fileLinks).toEqual(['https://drive.google.com/file/d/1/view']);
});

describe('pictures beside the letter', () => {
  const png = (width: number, height: number, bytes: number) => {
    const picture = Buffer.alloc(bytes, 1);
    latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR').copy(picture);
    picture.writeUInt32BE(width, 16);
    picture.writeUInt32BE(height, 20);
    return picture;
  };
  const letter = aText('<p>Hello <img src="cid:a@x"><img src="http://t.test/p.gif"></p>', 'text/html');
  const inline = (bytes: Buffer) =>
    becomes(aMail([letter, aFile(bytes, 'image001.png', 'image/png', ['Content-ID: <a@x>'])]));

  test('B115: the logo of a signature is no paper, and is kept', async () => {
    expect(await inline(png(120, 60, 4000))).toMatchObject({ word: 'ACCEPT', files: [], others: ['image001.png'] });
  });

  test('B116: the photo of a form pasted into the letter is a paper', async () => {
    expect(await inline(png(3000, 4000, 3_000_000))).toMatchObject({ word: 'ACCEPT', files: ['image001.png'] });
  });

  test('B117: a picture of one dot is no paper', async () => {
    expect(await inline(png(1, 1, 70))).toMatchObject({ word: 'ACCEPT', files: [], others: ['image001.png'] });
  });
});

/** The name of the standard stands at the beginning of the seventeenth block. */
function aDisc(): Buffer {
  const disc = Buffer.alloc(36_000);
  disc.write('\x01CD001\x01', 32_768, 'latin1');
  return disc;
}

function anOdt(): Buffer {
  return aZip([
    { name: 'mimetype', bytes: latin('application/vnd.oasis.opendocument.text') },
    { name: 'content.xml', bytes: latin('<x/>') },
  ]);
}
