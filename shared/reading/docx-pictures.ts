import { readPictureSizes } from './picture-size.ts';

/** Parts of a Word file by their name in it. */
export type Parts = Record<string, Uint8Array>;

/** A picture in a Word file that is large enough to be a page by itself. `size` is null for a kind nobody opens here. */
export type DocxPicture = { bytes: Uint8Array; size: { width: number; height: number } | null };

/** A logo or the picture of a signature has fewer pixels: no letter of a whole page could be told on it. */
const longSideMin = 700;
const pixelsMin = 300_000;
const picturesMax = 100;
/** Inches, as shown: a letterhead may have many pixels and be small on the paper. */
const shownMin = { long: 3.5, short: 2 };
/** Windows' own drawings (EMF, WMF) tell no pixels; a large one may be a page. */
const unknownBytesMin = 100_000;

/** The scans and photos pasted into the text, in its order, each once. Headers and footers hold logos and are left out. */
export function picturesIn(parts: Parts): DocxPicture[] {
  const text = decoded(parts['word/document.xml']);
  const targets = targetsById(decoded(parts['word/_rels/document.xml.rels']));
  const drawings = Array.from(text.matchAll(/<w:(drawing|pict)\b[\s\S]*?<\/w:\1>/g), ([drawing]) => drawing);
  const ids = drawings.filter(isShownLarge).flatMap((drawing) => idsIn(drawing));
  const names = new Set(ids.flatMap((id) => targets.get(id) ?? []));
  return [...names].flatMap((name) => pictureOf(parts[name]) ?? []).slice(0, picturesMax);
}

const idsIn = (drawing: string) =>
  Array.from(drawing.matchAll(/\br:(?:embed|id)="([^"]{1,100})"/g), ([, id = '']) => id);

/** By its extent (914,400 to the inch), or the points of the older way of drawing; large when neither says. */
function isShownLarge(drawing: string): boolean {
  const extent = /<wp:extent\s[^>]*\bcx="(\d{1,12})"[^>]*\bcy="(\d{1,12})"/.exec(drawing);
  const points = /style="[^"]*\bwidth:([\d.]{1,9})pt;[^"]*\bheight:([\d.]{1,9})pt/.exec(drawing);
  const inches = extent !== null ? shown(extent, 914_400) : points !== null ? shown(points, 72) : null;
  return inches === null || (Math.max(...inches) >= shownMin.long && Math.min(...inches) >= shownMin.short);
}

const shown = ([, across, down]: RegExpExecArray, unit: number) =>
  [Number(across) / unit, Number(down) / unit] as const;

function targetsById(relations: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [relation] of relations.matchAll(/<Relationship\s[^>]{1,2000}>/g)) {
    const id = /\bId="([^"]{1,100})"/.exec(relation)?.[1];
    const target = /\bTarget="\/?(?:word\/)?(media\/[^"]{1,200})"/.exec(relation)?.[1];
    if (id !== undefined && target !== undefined) found.set(id, `word/${target}`);
  }
  return found;
}

function pictureOf(bytes: Uint8Array | undefined): DocxPicture | null {
  if (bytes === undefined) return null;
  const size = readPictureSizes(bytes)?.[0] ?? null;
  if (size === null) return bytes.length < unknownBytesMin ? null : { bytes, size };
  const isPage = Math.max(size.width, size.height) >= longSideMin && size.width * size.height >= pixelsMin;
  return isPage ? { bytes, size } : null;
}

const decoded = (part: Uint8Array | undefined) => (part === undefined ? '' : new TextDecoder().decode(part));
