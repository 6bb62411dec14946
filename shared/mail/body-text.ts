const htmlMax = 512_000;
const textMax = 20_000;
const blockTags = /^\/?(?:p|div|br|tr|li|ul|ol|table|h[1-6]|blockquote|hr|section|article|header|footer|pre)$/;
const silentTags = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg']);
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  copy: '©',
  reg: '®',
  bull: '•',
  eacute: 'é',
};

/** What the person wrote, as plain text of at most 20 kB. The HTML is used only where there is no plain text. */
export function readBodyText(text: string, html: string): string {
  const body = text.trim() === '' ? htmlToText(html) : text;
  return tidy(body.slice(0, textMax * 2)).slice(0, textMax);
}

/** HTML reduced to its text in one pass: no tree is built, so depth costs nothing. */
export function htmlToText(html: string): string {
  const source = html.slice(0, htmlMax);
  let text = '';
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const end = open < 0 ? source.length : open;
    text += decodeEntities(source.slice(at, end).replace(/[\r\n\t]/g, ' '));
    if (open < 0) break;
    const tag = readTag(source, open);
    if (blockTags.test(tag.name)) text += '\n';
    at = tag.next;
  }
  return text;
}

function readTag(source: string, open: number): { name: string; next: number } {
  if (source.startsWith('<!--', open)) return { name: '', next: after(source, '-->', open) };
  const name = /^\/?[A-Za-z][A-Za-z0-9]{0,20}/.exec(source.slice(open + 1, open + 24))?.[0].toLowerCase() ?? '';
  if (!silentTags.has(name)) return { name, next: after(source, '>', open) };
  const close = source.slice(open).search(new RegExp(`</${name}`, 'i'));
  return { name: '', next: close < 0 ? source.length : after(source, '>', open + close) };
}

function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? source.length : at + mark.length;
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
  });
}

function tidy(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .split('\n');
  const trimmed = lines.map((line) => line.replaceAll('\u00a0', ' ').trim());
  return trimmed
    .filter((line, at) => line !== '' || trimmed[at - 1] !== '')
    .join('\n')
    .trim();
}
