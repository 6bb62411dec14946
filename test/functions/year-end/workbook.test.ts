import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { workbook } from '#functions/year-end/workbook.ts';
import { sheetAsCsv } from '#shared/domain/spreadsheet.ts';

const madeAt = '2027-01-05T12:00:00.000Z';
const hostile = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1',
  ' =1+1',
  '＝1+1',
  "=cmd|'/C calc'!A0",
  '=HYPERLINK("http://x","y")',
];

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' };
const unescaped = (text: string) =>
  text.replace(/&([^;&]*);/g, (_all, name: string) => entities[name] ?? `(no entity ${name})`);

/** Every tag is closed in its order, and no sign that needs an escape stands without one. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml [^>]*\?>\n/, '')
    .replace(/<(\/?)([\w:.]+)((?: [\w:]+="[^"<]*")*)(\/?)>/g, (_tag, end, name, _with, empty) => {
      if (end) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
      return '';
    });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|#13;)/);
}

/** The cells of the first sheet, as any reader of the format sees them. */
function cellsOf(bytes: Uint8Array): { text: string; kind: string | null; style: string | null }[] {
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expectWellFormed(xml);
  const cells = xml.matchAll(
    /<c r="[A-Z]+\d+" s="(\d)"(?: t="(\w+)")?>(?:<v>|<is><t xml:space="preserve">)(.*?)(?:<\/v>|<\/t><\/is>)<\/c>/gs,
  );
  return Array.from(cells, ([, style = null, kind = null, text = '']) => ({ text: unescaped(text), kind, style }));
}
const oneColumn = (rows: readonly (string | number)[]) => [
  { name: 'People', heads: ['Name'], rows: rows.map((cell) => [cell]) },
];

describe('the workbook', () => {
  it('holds what looks like a formula as text, never as a formula, and keeps it text when it is edited', () => {
    const bytes = workbook(oneColumn(hostile), madeAt);
    const [, ...cells] = cellsOf(bytes);
    // a carriage return comes back as such; nothing is put in front of the text itself
    expect(cells.map(({ text }) => text)).toEqual(hostile);
    for (const { kind, style } of cells) expect({ kind, style }).toEqual({ kind: 'inlineStr', style: '2' });
    const parts = unzipSync(bytes);
    for (const [path, part] of Object.entries(parts)) {
      expect([path, /<f[ >/]/.test(strFromU8(part))]).toEqual([path, false]);
      expect(path).not.toMatch(/vba|externalLink|connections/i);
    }
    expect(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())).toContain('<xf quotePrefix="1" xfId="0"/>');
  });

  it('gives any text back letter for letter, but for signs that XML has no place for', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 1, maxLength: 8 }), (texts) => {
        const [, ...cells] = cellsOf(workbook(oneColumn(texts), madeAt));
        const shown = (text: string) =>
          text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ');
        expect(cells.map(({ text }) => text)).toEqual(texts.map(shown));
      }),
    );
  });

  it('holds numbers as numbers, each sheet under a name that Excel takes, all of it well-formed', () => {
    const sheets = ['Totals', 'A/B?', 'A:B*', 'x'.repeat(60), 'x'.repeat(60)].map((name) => ({
      name,
      heads: ['A', 'B'],
      rows: [['a', 12.5]],
    }));
    const bytes = workbook(sheets, madeAt);
    expect(cellsOf(bytes).at(-1)).toMatchObject({ text: '12.5', kind: null });
    const parts = unzipSync(bytes);
    for (const part of Object.values(parts)) expectWellFormed(strFromU8(part));
    const names = Array.from(
      strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/sheet name="([^"]+)"/g),
      ([, name]) => name ?? '',
    );
    expect(names).toHaveLength(5);
    expect(new Set(names).size).toBe(5);
    for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
  });

  it('is the same file for the same figures', () => {
    const bytes = () => Buffer.from(workbook(oneColumn(['a', 1]), madeAt)).toString('hex');
    expect(bytes()).toBe(bytes());
  });
});

describe('the CSV', () => {
  it('puts an apostrophe before what a spreadsheet would take for a formula, and leaves numbers numbers', () => {
    const [head, ...lines] = sheetAsCsv({
      name: 'People',
      heads: ['Name', 'Hours'],
      rows: hostile.map((text) => [text, -1.5]),
    }).split('\r\n');
    expect(head).toBe('\uFEFF"Name","Hours"');
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^"'.*",-1\.5$/u);
  });
});
