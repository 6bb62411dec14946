import type { Chance } from '#test/corpus/make/chance.ts';
import type { PaperFile } from './a-paper-file.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const percent = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const quoted = (text: string) => `"${text.replace(/(["\\])/g, '\\$1')}"`;
const isPlain = (text: string) => /^[\x20-\x7e]*$/.test(text);

/** A parameter with a name in one of the ways that mail programs write it. */
function nameParameter(key: string, name: string, chance: Chance): string {
  const word = `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`;
  const pieces = percent(name).match(/(?:%[0-9A-Fa-f]{2}|[^%]){1,20}/g) ?? [''];
  const continued = pieces.map((piece, at) => `${key}*${at}*=${at === 0 ? "utf-8''" : ''}${piece}`);
  const ways = [
    `${key}*=utf-8''${percent(name)}`,
    continued.join(';\r\n '),
    [...continued].reverse().join(';\r\n\t'),
    `${key}=${quoted(word)}`,
    `${key}=${word}`,
    `${key}=${quoted(utf8(name))}`,
  ];
  if (isPlain(name)) ways.push(`${key}=${quoted(name)}`, `${key}=${quoted(name)}`, `${key} = ${quoted(name)}`);
  if (/^[\w.-]+$/.test(name)) ways.push(`${key}=${name}`);
  return chance.pick(ways);
}

/** What stands above a file: its type, its name and how it is meant to be shown, right or wrong as in the wild. */
export function partHeaders({ name, type }: PaperFile, chance: Chance): string[] {
  const types = [
    type,
    type,
    type,
    'application/octet-stream',
    type.toUpperCase(),
    `${type};`,
    'application/x-download',
  ];
  const disposition = chance.pick(['attachment', 'attachment', 'inline', 'Attachment', 'ATTACHMENT', null]);
  const inType = name !== null && chance.is(1 / 2);
  const inDisposition = name !== null && (!inType || chance.is(1 / 2));
  const typed = chance.pick(types);
  const headers = [
    `Content-Type: ${typed}${inType && name !== null ? `${typed.endsWith(';') ? '' : ';'} ${nameParameter('name', name, chance)}` : ''}`,
  ];
  if (disposition !== null)
    headers.push(
      `Content-Disposition: ${disposition}${inDisposition && name !== null ? `;\r\n ${nameParameter('filename', name, chance)}` : ''}`,
    );
  if (chance.is(1 / 4)) headers.push('X-Attachment-Id: f_1');
  if (chance.is(1 / 4)) headers.push('Content-Description: a paper');
  return chance.is(1 / 2) ? headers : headers.reverse();
}
