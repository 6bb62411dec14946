import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { becomes, type Word } from './what-becomes.ts';

/** Made-up mails beside the repository, each with one fault, and the hashes of the files that are truly in them. */
const folder = new URL('../../../shared/mails/synth/', import.meta.url);
const truthSchema = z.record(z.string(), z.object({ leaves: z.array(z.object({ sha: z.string() })) }));

type Row = [title: string, mail: string, word: Word, flags: string[], files: string[]];

const form = ['form.pdf'];
const rows: Row[] = [
  [
    'B007: the one PDF inside five forwards is found once, under the names of all five',
    's37_fwd5',
    'ACCEPT',
    [],
    ['f5.eml/f4.eml/f3.eml/f2.eml/f1.eml/form.pdf'],
  ],
  ['B014: bare LF at line ends changes nothing', 's03_lf', 'ACCEPT', [], form],
  ['B015: bare CR at line ends is put right before parsing, and noted', 's04_cr', 'ACCEPT', ['bare-cr'], form],
  ['B016: a byte order mark before the first header is passed over, and noted', 's49_bom', 'ACCEPT', ['bom'], form],
  ['B017: a blank line before the first header hides nothing', 's50_leadblank', 'ACCEPT', ['leading-blank'], form],
  ['B018: the From line of an mbox file hides nothing', 's48_mboxfrom', 'ACCEPT', ['mbox-from'], form],
  ['B019: blanks behind a boundary lose no file', 's29_boundaryws', 'ACCEPT', ['boundary-padding'], form],
  [
    'B020: a closing boundary that is missing is noted, and the whole file is there',
    's02_noclose',
    'ACCEPT',
    ['unclosed'],
    form,
  ],
  [
    'B023: an inner boundary that begins with the outer one loses neither file',
    's30_prefix',
    'ACCEPT',
    [],
    ['form.pdf', 'two.pdf'],
  ],
  ['B024: two boundary parameters are a doubt, since parsers disagree', 's66_2boundary', 'REVIEW', ['disagree'], form],
  ['B026: two Content-Type lines in a part are a doubt', 's54_dupct', 'REVIEW', ['dup-ct'], form],
  ['B027: BASE64 in capitals with a blank behind it is base64', 's23_ctecase', 'ACCEPT', [], form],
  ['B028: base64 with a comment behind it is base64', 's24_ctecomment', 'ACCEPT', [], form],
  ['B029: blanks and other signs in base64 are passed over', 's25_b64noise', 'ACCEPT', [], form],
  ['B030: two padded blocks of base64, joined, are the bytes of both', 's27_b64concat', 'ACCEPT', [], form],
  ['B031: a PDF sent as binary keeps each of its line ends', 's53_binarycte', 'ACCEPT', [], form],
  [
    'B032: a PDF uuencoded in the letter is offered decoded, and is a doubt',
    's51_uuencode',
    'REVIEW',
    ['uuencode'],
    form,
  ],
  ['B033: an attachment sent as x-uuencode is decoded, and is a doubt', 's52_xuu', 'REVIEW', ['uuencode'], form],
  ['B045: a signed mail gives its PDF, and the signature is no paper', 's45_signed', 'ACCEPT', [], form],
  ['B046: an invitation beside a PDF is no paper', 's58_calendar', 'ACCEPT', [], form],
  ['B047: of an AppleDouble pair only the PDF is a paper', 's59_appledouble', 'ACCEPT', [], form],
  ['B055: of a name that leads out of its folder only the name is left', 's18_traversal', 'ACCEPT', [], ['x.pdf']],
  [
    'B057: a name with NUL is shown with it written out, and the bytes say PDF',
    's20_nul',
    'ACCEPT',
    [],
    ['form.pdf\\u{0}.exe'],
  ],
  [
    'B062: the pieces of a name that come out of order are joined in order',
    's12_2231ooo',
    'ACCEPT',
    [],
    ['certification.pdf'],
  ],
  ['B063: a name in folded encoded words is decoded', 's14_2047fold', 'ACCEPT', [], ['spécialiste pairs.pdf']],
  ['B064: a name in raw Latin-1 loses neither name nor file', 's16_rawlatin1', 'ACCEPT', [], ['José.pdf']],
  ['B065: two files of one name are two files', 's40_dupnames', 'ACCEPT', [], ['form.pdf', 'form.pdf']],
  ['B068: a PDF sent as octet-stream is a PDF', 's06_octet', 'ACCEPT', [], form],
  ['B069: a PDF labelled text/plain is a PDF', 's56_textpdf', 'ACCEPT', [], form],
  [
    'B084: an .eml sent as octet-stream is opened, and its PDF listed under it',
    's39_emloctet',
    'ACCEPT',
    [],
    ['fwd.eml/form.pdf'],
  ],
];

/** Nothing of these may count as whole; what could be read is kept. */
const doubtful: [title: string, mail: string, flags: string[]][] = [
  ['B021: a mail cut inside the base64 of its PDF is never a complete form', 's62_truncb64', ['truncated']],
  ['B022: what stands behind the closing boundary is not dropped silently', 's34_epilogue', ['multi-close']],
  ['B025: an unquoted boundary of odd signs is no empty mail', 's33_noquoteb', ['boundary-unused']],
  ['B034: one piece of a message that was sent in pieces is not taken for the whole', 's63_partial', ['partial']],
  ['B035: a pointer to a file elsewhere is shown and never followed', 's64_extbody', ['external-body']],
];

const isThere = existsSync(folder);
const truth = isThere ? truthSchema.parse(JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8'))) : {};
const read = (name: string) => readFileSync(new URL(`${name}.eml`, folder));

describe.skipIf(!isThere)('mails with one fault', () => {
  test.each(rows)('%s', async (_title, name, word, flags, files) => {
    const became = await becomes(read(name));

    expect(became).toMatchObject({ word, flags, files });
    // an .eml is opened, so the truth about it is the file that lies in it
    const known = name === 's39_emloctet' ? 's01_plain' : name;
    const hashes = (truth[known]?.leaves ?? []).map(({ sha }) => sha);
    for (const hash of became.hashes) expect(hashes).toContain(hash);
  });

  test.each(doubtful)('%s', async (_title, name, flags) => {
    const became = await becomes(read(name));

    expect(became.word).toBe('REVIEW');
    expect(became.codes).toContain('needs-human-decision');
    expect(became.flags).toEqual(expect.arrayContaining(flags));
  });

  test('B058: a name of 5000 letters is shown with 150 of them and its ending', async () => {
    const [name = ''] = (await becomes(read('s21_long'))).files;

    expect(Array.from(name)).toHaveLength(150);
    expect(name.endsWith('….pdf')).toBe(true);
  });

  test('B073: an attachment without a byte is a doubt that says so', async () => {
    const became = await becomes(read('s61_emptyatt'));

    expect(became).toMatchObject({ word: 'REVIEW', codes: ['unsupported-file'], files: form });
  });
});
