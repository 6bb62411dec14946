import { describe, expect, test } from 'vitest';
import { openMail } from '#shared/mail/open-mail.ts';
import { parseMail, secondOpinion } from '#shared/mail/parse-mail.ts';
import { aFile, aMail, aPdf, aText } from './a-mail.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const usual = 'From: Pat Doe <pat@example.org>\r\nSubject: my form\r\n';

async function open(raw: Buffer) {
  const opened = await openMail(raw);
  if (opened.outcome !== 'opened') throw new Error(opened.reason.text);
  const { files, mail, concerns } = opened;
  const papers = files.filter(({ isDecoration }) => !isDecoration);
  return {
    names: papers.map(({ attachment }) => attachment),
    bytes: papers.map(({ bytes }) => Buffer.from(bytes)),
    mail,
    concerns,
    files,
  };
}

/** yEnc: each byte plus 42, and four of the results are written as "=" and themselves plus 64. */
function yencOf(bytes: Uint8Array, name: string): string {
  const letters = Array.from(bytes, (byte) => {
    const sum = (byte + 42) % 256;
    return [0, 10, 13, 61].includes(sum) ? `=${String.fromCharCode((sum + 64) % 256)}` : String.fromCharCode(sum);
  });
  const lines = letters.join('').match(/(?:=[\s\S]|[^=]){1,120}/g) ?? [];
  return [`=ybegin line=128 size=${bytes.length} name=${name}`, ...lines, `=yend size=${bytes.length}`].join('\r\n');
}

describe('a file written into the text of a letter', () => {
  test('as yEnc comes out byte for byte, and a person looks', async () => {
    const every = Buffer.concat([aPdf, Buffer.from(Array.from({ length: 256 }, (_, at) => at))]);
    const { names, bytes, mail, concerns } = await open(latin(`${usual}\r\n${yencOf(every, 'form.pdf')}\r\n`));

    expect([names, bytes, mail.flags]).toEqual([['form.pdf'], [every], ['yenc']]);
    expect(concerns).toHaveLength(1);
  });

  test('as base64 comes out byte for byte, and a person looks', async () => {
    const lines = aPdf.toString('base64').replace(/.{60}/g, '$&\r\n');
    const { bytes, mail, concerns } = await open(latin(`${usual}\r\nDear office,\r\n\r\n${lines}\r\n\r\nPat\r\n`));

    expect([bytes, mail.flags]).toEqual([[aPdf], ['payload-in-text']]);
    expect(concerns).toHaveLength(1);
  });

  test('as the source of a whole mail comes out', async () => {
    const source = aMail([aFile(aPdf, 'form.pdf')], [], 'inner').toString('latin1');
    const { bytes, concerns } = await open(latin(`${usual}\r\nSee the source:\r\n\r\n${source}`));

    expect(bytes).toEqual([aPdf]);
    expect(concerns.length).toBeGreaterThan(0);
  });

  test('as a picture in the HTML is listed: a small one is a decoration, a large one a paper', async () => {
    const png = (width: number) => {
      const bytes = Buffer.alloc(40_000, 1);
      latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR').copy(bytes);
      bytes.writeUInt32BE(width, 16);
      bytes.writeUInt32BE(1500, 20);
      return bytes;
    };
    const image = (width: number) => `<img src="data:image/png;base64,${png(width).toString('base64')}">`;
    const { files } = await open(aMail([aText(`<p>Hi</p>${image(2000)}${image(100)}`, 'text/html')]));

    expect(files.map(({ isDecoration }) => isDecoration)).toEqual([false, true]);
  });
});

describe('letters in UTF-7', () => {
  test('B037: are shown as they came, and hide no file', async () => {
    const parts = [aText('+ADw-script+AD4-', 'text/plain;\r\n charset="UTF-7"'), aFile(aPdf, 'form.pdf')];
    const { mail, names } = await open(aMail(parts, ['Subject: =?utf-7?Q?+ADw-b+AD4-?=']));

    expect([mail.bodyText, mail.flags, names]).toEqual(['+ADw-script+AD4-', ['utf-7'], ['form.pdf']]);
    expect(mail.subject).toBe('=?utf-7?Q?+ADw-b+AD4-?=');
  });

  test('a file that speaks of UTF-7 keeps its bytes', async () => {
    const page = Buffer.concat([aPdf, latin('charset=utf-7\r\nContent-Type')]);
    const { bytes } = await open(aMail([aFile(page, 'form.pdf')]));

    expect(bytes).toEqual([page]);
  });
});

test('the second opinion has a time of its own: without it the mail is opened in one way, and that is said', async () => {
  const mail = aMail([aText('hello'), aFile(aPdf, 'form.pdf')]);

  expect(await secondOpinion(mail, await parseMail(mail), 0)).toBeNull();
  expect(await secondOpinion(mail, await parseMail(mail))).toHaveLength(1);
});

describe('a mail that ends before its end', () => {
  const whole = aMail([
    aText('hello'),
    aFile(Buffer.concat([aPdf, Buffer.alloc(3000, 0x20), latin('%%EOF')]), 'form.pdf'),
  ]);

  test.each([200, 203, 204, 207, 208, 300, 512])(
    'is a doubt wherever its file is cut, here %i before it',
    async (cut) => {
      const { mail, concerns } = await open(whole.subarray(0, whole.length - cut));

      expect(mail.flags).toContain('truncated');
      expect(concerns.length).toBeGreaterThan(0);
    },
  );
});
