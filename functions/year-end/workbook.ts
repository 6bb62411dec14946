import { strToU8, type Zippable, zipSync } from 'fflate';
import { type Cell, isFormulaLike, type Sheet } from '#shared/domain/spreadsheet.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What a cell may hold in Excel. */
const lettersMax = 32_000;
/** Cell formats below in `styles`: plain, heading, and text that stays text when somebody types over it. */
const [plain, heading, quoted] = [0, 1, 2] as const;

/**
 * Sheets as an Office Open XML workbook. Each text is an inline string, which no spreadsheet reads as a formula; what looks like
 * one is marked as quoted besides, so that it stays text when the cell is edited. Nothing is linked, nothing is calculated.
 */
export function workbook(sheets: readonly Sheet[], madeAt: string): Uint8Array {
  const names = tabNames(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related([
      ...sheets.map((_sheet, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
  };
  const mtime = new Date(madeAt);
  const files = Object.entries(parts).map(([path, xml]): [string, Zippable[string]] => {
    return [path, [strToU8(declared + xml), { mtime }]];
  });
  return zipSync(Object.fromEntries(files));
}

function sheetXml({ heads, rows }: Sheet): string {
  const all = [rowXml(heads, 1, heading), ...rows.map((row, at) => rowXml(row, at + 2, plain))];
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  return `<worksheet xmlns="${main}"><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${Math.max(1, heads.length)}" width="24" customWidth="1"/></cols><sheetData>${all.join('')}</sheetData></worksheet>`;
}

function rowXml(cells: readonly Cell[], number: number, format: number): string {
  return `<row r="${number}">${cells.map((cell, at) => cellXml(cell, `${columnName(at)}${number}`, format)).join('')}</row>`;
}

function cellXml(cell: Cell, place: string, format: number): string {
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}" s="${format}"><v>${cell}</v></c>`;
  const text = String(cell).slice(0, lettersMax).toWellFormed();
  const style = format === plain && isFormulaLike(text) ? quoted : format;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** 0 → A, 25 → Z, 26 → AA */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${columnName(Math.floor(at / 26) - 1)}${letter}`;
}

/** At most 31 letters, none of those that Excel forbids, and no name twice. */
function tabNames(sheets: readonly Sheet[]): string[] {
  const names: string[] = [];
  for (const { name } of sheets) {
    const short = name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 28) || 'Sheet';
    names.push(names.includes(short) ? `${short} ${names.length + 1}` : short);
  }
  return names;
}

/** XML 1.0 has no place for most control characters, not even escaped. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

function related(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const override = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}" ContentType="${office}.${kind}+xml"/>`;
  const each = Array.from({ length: sheets }, (_sheet, at) => override(`worksheets/sheet${at + 1}.xml`, 'worksheet'));
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${each.join('')}</Types>`;
}

const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/><xf quotePrefix="1" xfId="0"/></cellXfs></styleSheet>`;
