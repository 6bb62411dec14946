import type { Box } from '#shared/domain/reading.ts';
import type { Place, SecondReading } from '#shared/ports/second-reader.ts';
import { holdsCentreOf } from '#shared/reading/box-geometry.ts';
import { type Block, type Quarters, turnedBox } from './textract-answer.ts';

/**
 * Thresholds by kind of block, since their confidences do not compare (shared/reading.md 7 and 10.5): a value and its
 * label, a cell: from 60, and each of its words from 95; a box to tick from 60; a signature from 30.
 */
const pairFrom = 60;
const wordFrom = 95;
const tickFrom = 60;
const signatureFrom = 30;

/** A block and where it lies on the page as it was read. */
type Placed = Block & { box: Box };

/** What was analysed, ready to be asked about places. */
export type Analysis = { placed: readonly Placed[]; byId: ReadonlyMap<string, Placed> };

export function analysisOf(blocks: readonly Block[], turned: Quarters): Analysis {
  const placed = blocks.flatMap((block): Placed[] =>
    block.Geometry ? [{ ...block, box: turnedBox(block.Geometry.Polygon, turned) }] : [],
  );
  return { placed, byId: new Map(placed.map((block) => [block.Id ?? '', block])) };
}

/** Null for a place that cannot be judged from what Textract found. */
export function readPlace(analysis: Analysis, place: Place): SecondReading | null {
  if (!isOnPage(place.box)) return null;
  if (place.look === 'mark') return readMark(analysis, place);
  return place.look === 'signature' ? readSignature(analysis, place) : readText(analysis, place);
}

/**
 * The one value or cell that lies at the place. Its letters count only when every word is sure: the word reader is the
 * same as in plain text detection, so what is new here is which words belong to the value, not how they are spelt.
 */
function readText(analysis: Analysis, place: Place): SecondReading | null {
  const candidates = analysis.placed.filter(place.inTable ? isCell(analysis) : isValue(analysis));
  const [block, ...others] = candidates.filter(({ box }) => isAt(place.box, box));
  if (block === undefined || others.length > 0 || (block.Confidence ?? 0) < pairFrom) return null;
  const words = wordsOf(analysis, block);
  if (words.length === 0) return textReading(place, null, block.Confidence ?? 0);
  const least = Math.min(...words.map(({ Confidence = 0 }) => Confidence));
  return textReading(place, least < wordFrom ? null : words.map(({ Text = '' }) => Text).join(' '), least);
}

const textReading = ({ id }: Place, text: string | null, percent: number): SecondReading => ({
  id,
  look: 'text',
  text,
  confidence: percent / 100,
});

/** A box to tick is a value too, but not one of letters. */
const isValue =
  ({ byId }: Analysis) =>
  (block: Placed) =>
    block.BlockType === 'KEY_VALUE_SET' &&
    (block.EntityTypes ?? []).includes('VALUE') &&
    !childrenOf(block).some((id) => byId.get(id)?.BlockType === 'SELECTION_ELEMENT');

/** Cells that were merged into one are its parts and no cells of their own. */
function isCell({ placed }: Analysis): (block: Placed) => boolean {
  const merged = placed.filter(({ BlockType }) => BlockType === 'MERGED_CELL');
  const parts = new Set(merged.flatMap(childrenOf));
  return ({ BlockType, Id = '' }) => BlockType === 'MERGED_CELL' || (BlockType === 'CELL' && !parts.has(Id));
}

const childrenOf = ({ Relationships }: Block): string[] =>
  (Relationships ?? []).filter(({ Type }) => Type === 'CHILD').flatMap(({ Ids }) => Ids);

/** In the order given; a merged cell has its words in its parts. A box to tick has no text. */
function wordsOf(analysis: Analysis, block: Block): Placed[] {
  const children = childrenOf(block).flatMap((id) => analysis.byId.get(id) ?? []);
  return children.flatMap((child) => (child.BlockType === 'CELL' ? wordsOf(analysis, child) : [child])).filter(isWord);
}

const isWord = ({ BlockType, Text }: Block) => BlockType === 'WORD' && Text !== undefined && Text !== '';

/** The one box there; of two nobody knows which was meant. Highlighted print comes as a ticked box around its words. */
function readMark(analysis: Analysis, place: Place): SecondReading | null {
  const words = analysis.placed.filter((block) => isWord(block) && (block.Text ?? '').length > 2);
  const [mark, ...others] = analysis.placed.filter(
    ({ BlockType, box }) =>
      BlockType === 'SELECTION_ELEMENT' && isAt(place.box, box) && !words.some((word) => holdsCentreOf(box, word.box)),
  );
  if (mark === undefined || others.length > 0) return null;
  const { Confidence = 0, SelectionStatus } = mark;
  const present = SelectionStatus === undefined || Confidence < tickFrom ? null : SelectionStatus === 'SELECTED';
  return { id: place.id, look: 'mark', present, confidence: Confidence / 100 };
}

/** A date beside the line is at times taken for the signature: it has figures, a signature has none. */
function readSignature(analysis: Analysis, place: Place): SecondReading {
  const there = analysis.placed.filter(
    ({ BlockType, box }) => BlockType === 'SIGNATURE' && (isAt(place.box, box) || holdsCentreOf(place.box, box)),
  );
  const best = there.reduce((most, { Confidence = 0 }) => Math.max(most, Confidence), 0);
  const sure = there.filter(({ Confidence = 0 }) => Confidence >= signatureFrom);
  const signed = sure.filter(({ box }) => !holdsFigures(analysis, box));
  const asked = { id: place.id, look: 'signature' } as const;
  if (sure.length === 0) return { ...asked, present: false, confidence: 1 - best / 100 };
  return { ...asked, present: signed.length > 0 ? true : null, confidence: best / 100 };
}

const holdsFigures = ({ placed }: Analysis, box: Box): boolean =>
  placed.some((block) => isWord(block) && /\d.*\d/.test(block.Text ?? '') && holdsCentreOf(box, block.box));

const isOnPage = ([left, top, width, height]: Box): boolean =>
  width > 0 && height > 0 && left < 1 && top < 1 && left + width > 0 && top + height > 0;

/** Both mean the same spot: at least half of the smaller of the two lies in the other. */
function isAt(place: Box, box: Box): boolean {
  const across = Math.min(place[0] + place[2], box[0] + box[2]) - Math.max(place[0], box[0]);
  const down = Math.min(place[1] + place[3], box[1] + box[3]) - Math.max(place[1], box[1]);
  if (across <= 0 || down <= 0) return false;
  return across * down >= 0.5 * Math.min(place[2] * place[3], box[2] * box[3]);
}
