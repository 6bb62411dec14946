import type { Chance } from '#test/corpus/make/chance.ts';

/** Words that steer one of the readers; a random byte would hardly ever write them. */
const words = [
  '\r\n',
  '\r',
  '\n\n',
  '--BB',
  '--BB--\r\n',
  'boundary=',
  'Content-Type: multipart/mixed; boundary=BB\r\n\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'charset=utf-7',
  'begin 644 x\r\n',
  '=ybegin line=128 size=9 name=x\r\n',
  'data:image/png;base64,',
  'JVBERi0xLjQK',
  '=?utf-8?Q?',
  '?=',
  '(((((((((',
  '"\\',
  '%PDF-1.4\n',
  '1 0 obj<</Type/ObjStm/First 9/N 9/Filter/FlateDecode>>stream\n',
  '/EF<</F 1 0 R>>',
  '/Length 1 0 R',
  '<<<<<<<<',
  'endobj',
  '/Kids[1 0 R]',
  '0 R',
  'PK\x03\x04',
  'PK\x01\x02',
  'PK\x05\x06',
  '\x30\x80',
  '\x24\x80',
  '\0\0',
  '\x78\x9f\x3e\x22',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '\xff\xff\xff\xff',
  '\xff\xff\xff\x7f',
  '\0\0\0\x80',
  '\xfe\xff\xff\xff',
  '| a | b |\\n',
  '## Amounts\\n',
  '`{{',
  '**',
  'https://',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<w:p>',
];

type Break = (bytes: Buffer, chance: Chance, other: Buffer) => Buffer;

const place = (bytes: Buffer, chance: Chance) => chance.whole(0, bytes.length);
const cut = (bytes: Buffer, from: number, to: number, instead: Buffer) =>
  Buffer.concat([bytes.subarray(0, from), instead, bytes.subarray(Math.max(from, to))]);
const wordOf = (chance: Chance) => Buffer.from(chance.pick(words), 'latin1');

const breaks: Break[] = [
  (bytes, chance) => {
    const changed = Buffer.from(bytes);
    for (let times = chance.whole(1, 12); times > 0 && changed.length > 0; times -= 1)
      changed.writeUInt8(chance.whole(0, 255), chance.whole(0, changed.length - 1));
    return changed;
  },
  (bytes, chance) => {
    const changed = Buffer.from(bytes);
    if (changed.length < 4) return changed;
    changed.writeInt32LE(
      chance.pick([-1, -2, 0, 1, 0x7fffffff, -0x80000000, 0xffff]),
      chance.whole(0, changed.length - 4),
    );
    return changed;
  },
  (bytes, chance) => cut(bytes, place(bytes, chance), 0, wordOf(chance)),
  (bytes, chance) => {
    const at = place(bytes, chance);
    const word = wordOf(chance);
    return cut(bytes, at, at + word.length, word);
  },
  (bytes, chance) =>
    cut(
      bytes,
      place(bytes, chance),
      0,
      Buffer.concat(Array.from({ length: chance.whole(2, 400) }, () => wordOf(chance))),
    ),
  (bytes, chance) => {
    const at = place(bytes, chance);
    return cut(bytes, at, at + chance.whole(1, 200), Buffer.alloc(0));
  },
  (bytes, chance) => bytes.subarray(0, place(bytes, chance)),
  (bytes, chance) => {
    const [from, length] = [place(bytes, chance), chance.whole(1, 500)];
    const piece = bytes.subarray(from, from + length);
    return cut(bytes, place(bytes, chance), 0, Buffer.concat(Array.from({ length: chance.whole(1, 60) }, () => piece)));
  },
  (bytes, chance, other) => {
    const from = place(other, chance);
    return cut(bytes, place(bytes, chance), 0, other.subarray(from, from + chance.whole(1, 2000)));
  },
];
const bytesMax = 2_000_000;

/** An input with a few of its places cut out, repeated, overwritten or taken from another one. */
export function breakBytes(whole: Buffer, other: Buffer, chance: Chance): Buffer {
  let bytes = whole;
  for (let times = chance.whole(1, 5); times > 0; times -= 1) bytes = chance.pick(breaks)(bytes, chance, other);
  return bytes.subarray(0, bytesMax);
}

const linesOfPages = [
  '',
  '| | |',
  '|---|---|',
  '- when it is not before 2024',
  '## Amounts',
  '# Rule',
  '1. one',
  '```',
  '\\u0000',
];

/** Pages of rules stay a list of pages; what stands in one of them changes. */
export function breakPages(whole: Buffer, other: Buffer, chance: Chance): Buffer {
  const read = (bytes: Buffer): [string, string][] => Object.entries(JSON.parse(bytes.toString('utf8')));
  const pages = read(whole);
  const at = chance.whole(0, pages.length - 1);
  const [path, text] = pages[at] ?? ['programme.md', ''];
  const foreign = chance.pick(read(other))[1];
  const lines = text.split('\n');
  const line = chance.whole(0, lines.length);
  const ways: (() => string)[] = [
    () => breakBytes(Buffer.from(text), Buffer.from(foreign), chance).toString('utf8'),
    () => [...lines.slice(0, line), chance.pick(linesOfPages), ...lines.slice(line)].join('\n'),
    () => lines.filter((_, number) => number !== line).join('\n'),
    () => [...lines.slice(0, line), ...foreign.split('\n').slice(0, 20), ...lines.slice(line)].join('\n'),
    () => text.replace(/\d+/g, (digits) => (chance.is(0.05) ? '99999999999999999999' : digits)),
    () => `${text}${'\n| x | y |'.repeat(chance.whole(1, 3000))}`,
  ];
  pages[at] = [chance.is(0.05) ? foreign.slice(0, 20) : path, chance.pick(ways)()];
  return Buffer.from(JSON.stringify(Object.fromEntries(pages)));
}
