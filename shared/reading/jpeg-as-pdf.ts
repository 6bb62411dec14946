import { readPictureSizes } from './picture-size.ts';

/**
 * A PDF of one page that holds a JPEG as it is: so PDFium, which is there anyway, decodes photos where there is no sharp.
 * The page is as many points wide and high as the picture is drawn in pixels at 72 dots an inch. Null when it is no JPEG
 * in grey or three colours.
 */
export function jpegAsPdf(jpeg: Uint8Array, longSideMax: number): Uint8Array | null {
  const size = readPictureSizes(jpeg)?.[0];
  const colours = coloursOf(jpeg);
  if (size === undefined || colours === null) return null;
  const scale = Math.min(1, longSideMax / Math.max(size.width, size.height));
  const [wide, high] = [Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale))];
  const show = `${wide} 0 0 ${high} 0 0 cm /P Do`;
  const picture =
    `<</Type/XObject/Subtype/Image/Width ${size.width}/Height ${size.height}/ColorSpace/Device${colours}` +
    `/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>`;
  const resources = '/Resources<</XObject<</P 4 0 R>>>>';
  return fileOf([
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${wide} ${high}]${resources}/Contents 5 0 R>>`],
    [picture, 'stream\n', jpeg, '\nendstream'],
    [`<</Length ${show.length}>>`, `stream\n${show}\nendstream`],
  ]);
}

/** The frame header of a JPEG says how many colours a pixel has. */
function coloursOf(jpeg: Uint8Array): 'Gray' | 'RGB' | null {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = 2; at + 10 <= jpeg.length && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker < 0xc0 || marker > 0xcf || [0xc4, 0xc8, 0xcc].includes(marker)) continue;
    const colours = view.getUint8(at + 9);
    return colours === 1 ? 'Gray' : colours === 3 ? 'RGB' : null;
  }
  return null;
}

type Part = string | Uint8Array;

function fileOf(objects: readonly (readonly Part[])[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  let length = parts[0]?.length ?? 0;
  const add = (part: Part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  const starts = objects.map((object, index) => {
    const start = length;
    for (const part of [`${index + 1} 0 obj\n`, ...object, '\nendobj\n']) add(part);
    return start;
  });
  const table = length;
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const start of starts) add(`${String(start).padStart(10, '0')} 00000 n \n`);
  add(`trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}
