import type { Chance } from '#test/corpus/make/chance.ts';
import { aZip } from '../a-zip.ts';

export type PaperFile = { name: string | null; bytes: Buffer; type: string };

const latin = (text: string) => Buffer.from(text, 'latin1');
const endings: Record<string, string> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};
const names = [
  'form',
  'CE report 2026',
  'Certificado de formación',
  'Renée – déclaration (final)',
  'IMG_2041',
  'scan;2, page 1',
  'a "quoted" paper',
  '証明書',
  'certificate.signed',
  `very long ${'name '.repeat(30)}end`,
];

/** A file of a kind that is read, whose bytes are its own: no two are the same. */
export function aPaperFile(chance: Chance): PaperFile {
  const type = chance.pick(Object.keys(endings));
  const name = chance.is(1 / 12) ? null : `${chance.pick(names)}${endings[type] ?? ''}`;
  return { name, bytes: bytesOf(type, chance), type };
}

const noiseOf = (chance: Chance, count: number) =>
  Buffer.from(Array.from({ length: count }, () => chance.whole(0, 255)));

function bytesOf(type: string, chance: Chance): Buffer {
  const noise = noiseOf(chance, chance.whole(20, 720));
  if (type === 'application/pdf')
    return Buffer.concat([
      latin('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\n'),
      noise,
      latin('\n%%EOF\n'),
    ]);
  if (type === 'image/jpeg') return Buffer.concat([latin('\xff\xd8\xff\xe0\0\x10JFIF\0'), noise, latin('\xff\xd9')]);
  if (type === 'image/png')
    return Buffer.concat([
      latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x08\0\0\0\x08\0'),
      noise,
      latin('\0\0\0\0IEND\xaeB`\x82'),
    ]);
  if (type === 'image/tiff') return Buffer.concat([latin('II*\0\x08\0\0\0'), noise]);
  return aZip([
    { name: '[Content_Types].xml', bytes: latin('<x/>') },
    { name: 'word/document.xml', bytes: noise },
  ]);
}
