import { type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { Box } from '#shared/domain/reading.ts';
import { drawPage } from '#shared/reading/draw-page.ts';
import { aSheet, bytesOf } from '#test/builders/a-pdf.ts';
import { type Chance, chanceFrom } from './marks-chance.ts';
import { aPen, drawSpot, drawStroke, type Point } from './marks-pen.ts';

/** A place to sign, and what was left there; `words` are where print stands, as a recogniser of print would say. */
export type SigningPlace = { box: Box; kind: string; truth: 'signed' | 'empty' | 'unclear' };
export type SigningPage = { png: Uint8Array; places: SigningPlace[]; words: Box[] };

const [width, height] = [612, 792];
const labels = [
  'Signature',
  'Signature of specialist',
  'Applicant signature',
  'Sign here',
  'Signed',
  'Employee Signature (required)',
] as const; // prettier-ignore
const sentences = [
  'I attest that what I say here is true and complete.',
  'Return this page with your certificates',
  'Date of birth 04/12/1981   Parish Caddo',
] as const; // prettier-ignore

type Slot = { page: PDFPage; font: PDFFont; chance: Chance; x: number; y: number; wide: number };

export async function aPageOfSignatures(seed: string, dotsPerInch: number): Promise<SigningPage> {
  const chance = chanceFrom(`signatures ${seed}`);
  const sheet = await aSheet();
  const fonts = { plain: sheet.font, italic: await sheet.document.embedFont(StandardFonts.TimesRomanItalic) };
  const [places, words]: [SigningPlace[], Box[]] = [[], []];
  for (let row = 0; row < 9; row++) {
    for (const x of [45, 325]) {
      const slot = {
        page: sheet.page,
        font: fonts.plain,
        chance,
        x,
        y: 715 - row * 78,
        wide: chance.between(150, 240),
      };
      places.push(drawPlace(slot, fonts.italic, words));
    }
  }
  const png = await drawPage({ bytes: await bytesOf(sheet), mediaType: 'application/pdf' }, 1, dotsPerInch);
  if (png === null) throw new Error('the page could not be drawn');
  return { png, places, words };
}

/** `up` is points above the foot of the box. */
const boxOf = (x: number, foot: number, wide: number, up: number): Box => [
  x / width,
  (height - foot - up) / height,
  wide / width,
  up / height,
]; // prettier-ignore

function write(
  { page, font }: Pick<Slot, 'page' | 'font'>,
  words: Box[],
  text: string,
  x: number,
  y: number,
  size: number,
): number {
  page.drawText(text, { x, y, size, font });
  const long = font.widthOfTextAtSize(text, size);
  words.push(boxOf(x, y - size * 0.22, long, size * 0.95));
  return long;
}

function drawPlace(slot: Slot, italic: PDFFont, words: Box[]): SigningPlace {
  const { page, font, chance, x, y } = slot;
  const size = chance.between(7.5, 11);
  const isUnder = chance.isLikely(0.6);
  const label = chance.oneOf(labels);
  const long = isUnder ? 0 : font.widthOfTextAtSize(`${label}:`, size) + 4;
  if (!isUnder) write(slot, words, `${label}:`, x, y + 1, size);
  else write(slot, words, label, x + chance.between(0, 20), y - size * 1.1, size);
  const wide = Math.max(90, slot.wide - long);
  const grey = chance.between(0, 0.4);
  page.drawLine({
    start: { x: x + long, y },
    end: { x: x + long + wide, y },
    thickness: chance.between(0.4, 1.2),
    color: rgb(grey, grey, grey),
  }); // prettier-ignore
  if (chance.isLikely(0.25)) write(slot, words, chance.oneOf(sentences).slice(0, 34), x, y + chance.between(30, 42), 9);
  const up = Math.max(size * 1.15 * 3, 27);
  const left = leave({ ...slot, x: x + long, wide }, italic, words);
  return { box: boxOf(x + long, y - size * 1.15, wide, up + size * 1.15), ...left };
}

function leave(slot: Slot, italic: PDFFont, words: Box[]): Pick<SigningPlace, 'kind' | 'truth'> {
  const lot = slot.chance.between(0, 1);
  if (lot < 0.34) return { kind: 'empty', truth: 'empty' };
  if (lot < 0.42) return specks(slot);
  if (lot < 0.47) return printedX(slot, words);
  if (lot < 0.5) return slip(slot);
  if (lot < 0.56) return typedName({ ...slot, font: italic }, words);
  if (lot < 0.62) return initials(slot);
  return signature(slot, lot < 0.8 ? 'loops' : 'waves');
}

function specks({ page, chance, x, y, wide }: Slot): Pick<SigningPlace, 'kind' | 'truth'> {
  for (let left = chance.whole(1, 7); left > 0; left--) {
    drawSpot(
      page,
      [x + chance.between(0, wide), y + chance.between(2, 22)],
      chance.between(0.4, 1.8),
      chance.between(0, 0.5),
    );
  }
  return { kind: 'specks', truth: 'empty' };
}

/** Where to sign is often shown by a printed X. */
function printedX(slot: Slot, words: Box[]): Pick<SigningPlace, 'kind' | 'truth'> {
  write(slot, words, 'X', slot.x + 2, slot.y + 2, slot.chance.between(9, 14));
  return { kind: 'printed x', truth: 'empty' };
}

function slip({ page, chance, x, y, wide }: Slot): Pick<SigningPlace, 'kind' | 'truth'> {
  const from: Point = [x + chance.between(0, wide), y + chance.between(2, 20)];
  drawStroke(
    page,
    chance,
    aPen(chance),
    [from, [from[0] + chance.between(6, 25), from[1] + chance.between(-4, 6)]],
    0.6,
  );
  return { kind: 'slip', truth: 'unclear' };
}

function typedName(slot: Slot, words: Box[]): Pick<SigningPlace, 'kind' | 'truth'> {
  write(
    slot,
    words,
    slot.chance.oneOf(['Dana Fontenot', 'Marie T. Landry', '/s/ J. Guidry']),
    slot.x + 6,
    slot.y + 3,
    slot.chance.between(10, 14),
  ); // prettier-ignore
  return { kind: 'typed name', truth: 'unclear' };
}

function initials({ page, chance, x, y, wide }: Slot): Pick<SigningPlace, 'kind' | 'truth'> {
  const [at, high] = [x + chance.between(5, wide / 2), chance.between(13, 24)];
  const pen = aPen(chance);
  const loop = (from: number): Point[] => [
    [from, y + 2],
    [from + 3, y + high],
    [from + high * 0.6, y + high * 0.8],
    [from + 4, y + high * 0.5],
    [from + high * 0.7, y + 1],
  ]; // prettier-ignore
  drawStroke(page, chance, pen, loop(at), 1);
  drawStroke(page, chance, pen, loop(at + high * 0.7), 1);
  return { kind: 'initials', truth: 'signed' };
}

/** A name that runs into a line: high at its capitals, then loops or waves, now and then a stroke below it all. */
function signature({ page, chance, x, y, wide }: Slot, how: 'loops' | 'waves'): Pick<SigningPlace, 'kind' | 'truth'> {
  const pen = aPen(chance);
  const low = chance.between(6, 11);
  const step = how === 'loops' ? chance.between(4, 8) : chance.between(5, 10);
  const long = chance.between(60, Math.min(150, wide));
  const base = y + chance.between(-3, 5);
  const slope = chance.between(-0.06, 0.12);
  const points: Point[] = [];
  let at = x + chance.between(0, Math.max(1, wide - long));
  const end = at + long;
  const begin = at;
  for (; at < end; at += step) {
    const isCapital = at === begin || chance.isLikely(0.15);
    const top = isCapital ? chance.between(14, 28) : low * chance.between(0.4, 1.2);
    const rise = (at - begin) * slope;
    points.push([at, base + rise], [at + step * (how === 'loops' ? 0.9 : 0.5), base + top + rise]);
    if (how === 'loops') points.push([at + step * 0.2, base + top * 0.7 + rise]);
  }
  drawStroke(page, chance, pen, points, 0.9);
  if (chance.isLikely(0.3))
    drawStroke(
      page,
      chance,
      pen,
      [
        [begin - 4, base - 3],
        [end + 8, base - 1 + long * slope],
      ],
      1.2,
    );
  return { kind: how, truth: 'signed' };
}
