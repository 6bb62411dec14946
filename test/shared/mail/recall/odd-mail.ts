import { PDFDocument } from '@cantoo/pdf-lib';
import { aCmsOf } from '#test/builders/a-signed-mail.ts';
import { anOutlookMessage } from '#test/builders/an-outlook-message.ts';
import { type Chance, chanceOf } from '#test/corpus/make/chance.ts';
import { aWinmail } from '../a-winmail.ts';
import { aZip } from '../a-zip.ts';
import { aPaperFile, type PaperFile } from './a-paper-file.ts';
import { partHeaders } from './part-headers.ts';
import { travelling } from './transfer.ts';

/** `hows` says how it was made, for whoever looks at one that failed. */
export type OddMail = { raw: Buffer; papers: Buffer[]; hows: string[] };
type Part = { text: string; isBinary: boolean };
type Making = { chance: Chance; papers: Buffer[]; hows: string[]; boundaries: number; faults: boolean };

const latin = (text: string) => Buffer.from(text, 'latin1');

/** One mail of a layout that the seed chooses, and the papers that lie in it. */
export async function oddMail(seed: string): Promise<OddMail> {
  const chance = chanceOf(seed);
  const making: Making = { chance, papers: [], hows: [], boundaries: 0, faults: chance.is(0.35) };
  const body = await aBody(making, 0);
  const raw = latin(onTheWay(making, `${topHeaders(chance)}\r\n${body.text}`, body.isBinary));
  return { raw, papers: making.papers, hows: making.hows };
}

function topHeaders(chance: Chance): string {
  const lines = [
    'Received: from a.example.org by mx.office.example; Tue, 30 Dec 2025 23:59:59 -0600',
    'From: Pat Doe <pat@example.org>',
    'To: intake@example.test',
    `Subject: ${chance.pick(['my papers', '=?utf-8?B?w4k=?=', 'Fwd: CE'])}`,
    'Message-ID: <x1@example.org>',
    'Date: Tue, 30 Dec 2025 23:59:59 -0600',
  ];
  return [...lines, ...(chance.is(0.9) ? ['MIME-Version: 1.0'] : [])].join('\r\n');
}

/** Line ends and first lines as some servers leave them. */
function onTheWay({ chance, hows }: Making, mail: string, isBinary: boolean): string {
  const front = chance.is(0.1)
    ? chance.pick(['\r\n', '\xef\xbb\xbf', 'From pat@example.org Tue Dec 30 23:59:59 2025\r\n'])
    : '';
  const end = isBinary || chance.is(0.6) ? '\r\n' : chance.pick(['\n', '\n', '\r']);
  if (front !== '' || end !== '\r\n') hows.push(`front ${JSON.stringify(front)}, lines end in ${JSON.stringify(end)}`);
  const whole = front + mail;
  return end === '\r\n' ? whole : whole.replaceAll('\r\n', end);
}

type Layout = (making: Making, depth: number) => Promise<Part>;

/** What stands below the first headers: always a part with headers of its own. */
async function aBody(making: Making, depth: number): Promise<Part> {
  const layouts: [string, Layout][] = [
    ['mixed', async (own, at) => multipart(own, 'mixed', [aLetter(own), ...(await files(own, at))])],
    ['files first', async (own, at) => multipart(own, 'mixed', [...(await files(own, at)), aLetter(own)])],
    ['related', async (own, at) => multipart(own, 'related; type="text/html"', [anHtml(), ...(await files(own, at))])],
    [
      'alternative with files',
      async (own, at) => multipart(own, 'alternative', [aLetter(own), ...(await files(own, at))]),
    ],
    [
      'Apple: files between texts',
      async (own, at) =>
        multipart(own, 'alternative', [
          aLetter(own),
          multipart(own, 'mixed', [anHtml(), ...(await files(own, at)), anHtml()]),
        ]),
    ],
    [
      'alternative, then files',
      async (own, at) =>
        multipart(own, 'mixed', [multipart(own, 'alternative', [aLetter(own), anHtml()]), ...(await files(own, at))]),
    ],
    [
      'signed beside',
      async (own, at) =>
        multipart(own, 'signed; protocol="application/pkcs7-signature"; micalg=sha-256', [
          multipart(own, 'mixed', [aLetter(own), ...(await files(own, at))]),
          plain(
            ['Content-Type: application/pkcs7-signature; name="smime.p7s"', 'Content-Transfer-Encoding: base64'],
            'MIIB',
          ),
        ]),
    ],
    ['of an unknown kind', async (own, at) => multipart(own, 'x-unknown', [aLetter(own), ...(await files(own, at))])],
    ['digest', async (own, at) => multipart(own, 'digest', [await inDigest(own, at)])],
    ['one paper alone', async (own) => onePaper(own)],
    ['the whole in a signature', signedWhole],
  ];
  const [how, layout] = depth > 2 ? (layouts[0] ?? making.chance.pick(layouts)) : making.chance.pick(layouts);
  making.hows.push(how);
  return layout(making, depth);
}

const plain = (headers: readonly string[], body: string, isBinary = false): Part => ({
  text: `${headers.join('\r\n')}\r\n\r\n${body}`,
  isBinary,
});
const anHtml = () => plain(['Content-Type: text/html; charset=utf-8'], '<p>Here are my papers</p>');

function aLetter({ chance }: Making): Part {
  const charset = chance.pick(['utf-8', 'iso-8859-1', 'us-ascii', 'x-unknown']);
  const text = chance.pick([
    'Here are my papers.',
    '',
    'Dear office,\r\n\r\n--\r\nPat',
    '--\r\nPat Doe\r\n--not a boundary',
  ]);
  return plain([`Content-Type: text/plain; charset=${charset}`, 'Content-Transfer-Encoding: 7bit'], text);
}

async function files(making: Making, depth: number): Promise<Part[]> {
  const count = making.chance.whole(1, 3);
  const parts: Part[] = [];
  for (let at = 0; at < count; at += 1) parts.push(await aFilePart(making, depth));
  return parts;
}

function newPaper({ chance, papers }: Making): PaperFile {
  const paper = aPaperFile(chance);
  papers.push(paper.bytes);
  return paper;
}

function filePart(making: Making, file: PaperFile): Part {
  const { encoding, body, isBinary } = travelling(file.bytes, making.chance);
  if (encoding !== 'base64') making.hows.push(`travels as ${encoding}`);
  const coded = encoding === null ? [] : [`Content-Transfer-Encoding: ${encoding}`];
  return plain([...partHeaders(file, making.chance), ...coded], body, isBinary);
}

async function onePaper(making: Making): Promise<Part> {
  return filePart(making, newPaper(making));
}

/** A paper, or something that holds papers. */
async function aFilePart(making: Making, depth: number): Promise<Part> {
  if (depth > 1 || making.chance.is(0.65)) return onePaper(making);
  const holders: [string, Layout][] = [
    ['forwarded', forwarded],
    ['a winmail.dat', async (own) => held(own, 'winmail.dat', 'application/ms-tnef', aWinmail(own2(own).map(asTnef)))],
    ['a zip', async (own) => held(own, 'papers.zip', 'application/zip', zipOf(own))],
    ['an Outlook message', async (own) => held(own, 'papers.msg', 'application/vnd.ms-outlook', messageOf(own))],
    ['a signed file', async (own) => held(own, 'paper.p7m', 'application/pkcs7-mime', aCmsOf(newPaper(own).bytes))],
    ['a portfolio', portfolio],
  ];
  const [how, holder] = making.chance.pick(holders);
  making.hows.push(how);
  return holder(making, depth);
}

const own2 = (making: Making): PaperFile[] => Array.from({ length: making.chance.whole(1, 2) }, () => newPaper(making));
const asTnef = ({ name, bytes }: PaperFile) => ({
  title: 'PAPER~1.BIN',
  ...(name === null ? {} : { longName: name }),
  bytes,
});

function held(making: Making, name: string, type: string, bytes: Buffer): Part {
  return filePart(making, { name, type, bytes });
}

function zipOf(making: Making): Buffer {
  return aZip(
    own2(making).map(({ name, bytes }, at) => ({ name: `folder/${at} ${(name ?? 'x').slice(0, 40)}`, bytes })),
  );
}

function messageOf(making: Making): Buffer {
  const own = own2(making).map(({ name, bytes }) => ({ name: name ?? 'unnamed', bytes }));
  const inner = making.chance.is(0.3)
    ? [{ name: 'FW: more', message: [{ name: 'papers.zip', bytes: zipOf(making) }] }]
    : [];
  return anOutlookMessage([...own, ...inner]);
}

/** The cover of a portfolio is a paper as well. */
async function portfolio(making: Making): Promise<Part> {
  const cover = await PDFDocument.create();
  cover.addPage();
  const inside = aPaperFile(making.chance);
  await cover.attach(inside.bytes, inside.name ?? 'unnamed', {
    creationDate: new Date(0),
    modificationDate: new Date(0),
  });
  const bytes = Buffer.from(await cover.save({ useObjectStreams: making.chance.is(0.5) }));
  making.papers.push(bytes, inside.bytes);
  return held(making, 'portfolio.pdf', 'application/pdf', bytes);
}

async function aWholeMail(making: Making, depth: number): Promise<Part> {
  const body = await aBody(making, depth + 1);
  return {
    text: `From: Somebody <some@example.net>\r\nSubject: earlier\r\nDate: Mon, 1 Dec 2025 10:00:00 -0600\r\n${body.text}`,
    isBinary: body.isBinary,
  };
}

async function forwarded(making: Making, depth: number): Promise<Part> {
  const { chance } = making;
  const mail = await aWholeMail(making, depth);
  const name = chance.is(0.5) ? '; name="earlier.eml"' : '';
  if (chance.is(0.5))
    return plain([`Content-Type: message/rfc822${name}`, 'Content-Disposition: attachment'], mail.text, mail.isBinary);
  const type = chance.is(0.5) ? 'application/octet-stream; name="earlier.eml"' : `message/rfc822${name}`;
  const base64 =
    latin(mail.text)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return plain([`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64'], base64.join('\r\n'));
}

/** Parts of a digest are mails, though nothing says so above them. */
async function inDigest(making: Making, depth: number): Promise<Part> {
  const mail = await aWholeMail(making, depth);
  return { text: `\r\n${mail.text}`, isBinary: mail.isBinary };
}

async function signedWhole(making: Making, depth: number): Promise<Part> {
  const inner = await aBody(making, depth + 1);
  const cms = aCmsOf(latin(inner.text), making.chance.pick(['closed', 'open']));
  const headers = [
    'Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"',
    'Content-Transfer-Encoding: base64',
  ];
  return plain(headers, (cms.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n'));
}

/** Boundaries in all their styles; with faults, also those that mail programs and scanners get wrong. */
function multipart(making: Making, type: string, parts: readonly Part[]): Part {
  const { chance } = making;
  making.boundaries += 1;
  const number = making.boundaries;
  const [written, boundary] = chance.pick<[string, string]>([
    [`"BB${number}"`, `BB${number}`],
    [`"----=_Part_${number}_=.x"`, `----=_Part_${number}_=.x`],
    [`BB${number}`, `BB${number}`],
    [`"B B'()+_,-./:=?${number}"`, `B B'()+_,-./:=?${number}`],
    [`"${'x'.repeat(number)}"`, 'x'.repeat(number)],
    ...(making.faults ? [[`=_${number};y`, `=_${number};y`] satisfies [string, string]] : []),
  ]);
  const fault =
    making.faults && chance.is(0.5)
      ? chance.pick(['padding', 'no close', 'behind the close', 'preamble', 'two boundaries', 'two types'])
      : null;
  if (fault) making.hows.push(fault);
  const padding = fault === 'padding' ? ' \t' : '';
  const lines = parts.map(({ text }) => `--${boundary}${padding}\r\n${text}\r\n`);
  const last = fault === 'behind the close' ? (lines.pop() ?? '') : '';
  const close = fault === 'no close' ? '' : `--${boundary}--${padding}\r\n`;
  const preamble = fault === 'preamble' ? 'This is a message in MIME.\r\n--BB\r\n\r\n' : '';
  const twice = fault === 'two types' ? 'Content-Type: text/plain\r\n' : '';
  const second = fault === 'two boundaries' ? '; boundary="other"' : '';
  return {
    text: `${twice}Content-Type: multipart/${type}; ${chance.pick(['', '\r\n\t'])}boundary=${written}${second}\r\n\r\n${preamble}${lines.join('')}${close}${last}`,
    isBinary: parts.some(({ isBinary }) => isBinary),
  };
}
