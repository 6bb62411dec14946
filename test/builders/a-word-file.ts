import { strToU8, zipSync } from 'fflate';

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';

export const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
export const run = (text: string, looks = '') =>
  `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const checkBox = (checked: boolean) =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(checked ? '\u2612' : '\u2610')}</w:sdtContent></w:sdt>`;
export const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** The parts of a Word file with this body. `own` adds parts or replaces them. */
export function aWordFile(body: string, own: Record<string, Uint8Array> = {}, prologue = ''): Uint8Array {
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>${prologue}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ),
    ...own,
  });
}

/** A Word file with a picture behind `body`, shown so many inches wide and high. */
export function pastedPicture(body: string, picture: Uint8Array, name: string, wide: number, high: number): Uint8Array {
  const extent = `<wp:extent cx="${Math.round(wide * 914_400)}" cy="${Math.round(high * 914_400)}"/>`;
  const blip =
    '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>';
  const spaces = [
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  ].join(' ');
  const drawing = `<w:drawing><wp:inline ${spaces}>${extent}${blip}</wp:inline></w:drawing>`;
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const image = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  return aWordFile(body + paragraph(`<w:r>${drawing}</w:r>`), {
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="rId7" Type="${image}" Target="media/${name}"/></Relationships>`,
    ),
    [`word/media/${name}`]: picture,
  });
}
