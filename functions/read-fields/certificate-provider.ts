import type { FieldValue } from '#shared/domain/document.ts';
import { bottomOf, middleOf, topOf } from '#shared/reading/box-geometry.ts';
import type { Block, Part } from './blocks-of-page.ts';
import { partOf } from './blocks-of-page.ts';
import { type CertificatePaper, doubted, foundAs } from './certificate-paper.ts';
import { findDates } from './dates.ts';
import { asText, valueFrom } from './field-values.ts';
import { readField } from './form-reading.ts';
import { isProperName, organisationAt, organisationsIn, tidyName } from './organisation-phrases.ts';
import { isPersonName, organisationScore } from './person-name.ts';

const notAnOrganisation =
  /\bcertificate\b|\bcertif|\bcompletion\b|\battend|\bhours?\b|\bcontact\b|\bpresented\b|\bawarded\b|@|\bhttps?:|\bwww\.|\bp\.?\s?o\.?\s?box\b|\bstreet\b|\bsuite\b|\b(?:rd|ave|blvd)\b|\(\d{3}\)|\bdirector\b|\bmanager\b|\bcoordinator\b|\bpage\b|\bdear\b|\bthank\b|\bapproved\b|\bcontinuing education (?:for|hours|certificate)/i;

/** What stands beside such a label is an organisation, even where it looks like a person's name. */
const asksOrganisation =
  /\b(?:organi[sz]ation|provider|sponsor|agency|institution|school|company|proveedor|organizaci[oó]n)\b/i;

export function providerOf(
  { form, blocks, reasons }: CertificatePaper,
  name: FieldValue | null,
  title: FieldValue | null,
): FieldValue | null {
  const labelled = readField(form, 'provider', (text, context) => {
    const isPerson = isPersonName(text) && organisationScore(text) === 0 && !asksOrganisation.test(context.label);
    return isPerson ? null : asText(organisationAt(text).text, context);
  });
  if (labelled?.value.value) return labelled.value;
  const taken = [name, title].flatMap((value) => (typeof value?.value === 'string' ? [value.value] : []));
  const found = providerIn(blocks, taken);
  if (found === null) return labelled?.value ?? null;
  const value = valueFrom(foundAs(found, found.how), found.text);
  return found.rivals > 0 ? doubted(value, 'provider', reasons) : value;
}

type Provider = Part & { how: 'phrase' | 'guess'; rivals: number };

/** Who gave the training: after "presented by", or the line that is an organisation's name, first of all the letterhead. */
function providerIn(blocks: readonly Block[], taken: readonly string[]): Provider | null {
  const [said] = organisationsIn(blocks);
  if (said) return { ...said, how: 'phrase', rivals: 0 };
  return likeliest(blocks, taken);
}

const tidy = (part: Part): Part => ({ ...part, text: tidyName(part.text) });

function likeliest(blocks: readonly Block[], taken: readonly string[]): Provider | null {
  const parts = blocks.flatMap((block) => linesOf(block));
  const first = [...parts]
    .sort((a, b) => topOf(a.box) - topOf(b.box))
    .find(({ text }) => !/\bcertificate\b/i.test(text));
  const candidates = parts
    .filter(({ text }) => isPossible(text, taken))
    .map((part) => ({ ...part, score: scoreOf(part, first) }))
    .filter(({ score }) => score >= 3)
    .sort((a, b) => b.score - a.score || topOf(a.box) - topOf(b.box));
  const [best] = candidates;
  if (best === undefined) return null;
  const rivals = candidates.filter(
    ({ text, score }) => score === best.score && plain(text) !== plain(best.text),
  ).length;
  return { ...tidy(best), how: 'guess', rivals };
}

/** A name set in a narrow column runs over several lines: the whole block counts as well as each line of it. */
function linesOf(block: Block): Part[] {
  const whole = partOf(block, 0, block.text.length);
  const split = block.lines.length === 1 ? piecesOf(block) : [];
  const isNarrow = block.lines.length > 1 && block.lines.length <= 4 && block.box[2] < 0.3;
  let at = 0;
  const lines = block.lines.map((line) => {
    const part = partOf(block, at, at + line.text.length);
    at += line.text.length + 1;
    return part;
  });
  return isNarrow ? [whole, ...lines] : [...lines, ...split];
}

/** "May 6, 2026 • 2 hours • Cane River Academy": the pieces of a line that is a list. */
function piecesOf(block: Block): Part[] {
  const pieces = block.text.split(/(\s[•|·]\s)/u);
  if (pieces.length < 3) return [];
  let at = 0;
  return pieces.flatMap((piece, i) => {
    const start = at;
    at += piece.length;
    return i % 2 === 0 ? [partOf(block, start, start + piece.length)] : [];
  });
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function isPossible(text: string, taken: readonly string[]): boolean {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 9 || text.length > 80) return false;
  if (
    notAnOrganisation.test(text) ||
    (isPersonName(text) && organisationScore(text) === 0) ||
    /\d{3,}/.test(text) ||
    findDates(text).length > 0
  )
    return false;
  if (/^\p{Ll}/u.test(text) || /[:?]$/.test(text)) return false;
  return !taken.some((other) => plain(other).includes(plain(text)) || plain(text) === plain(other));
}

function scoreOf(part: Part, first: Part | undefined): number {
  const organisation = organisationScore(part.text);
  const isLetterhead =
    first !== undefined && part.page === first.page && topOf(part.box) < bottomOf(first.box) && topOf(part.box) < 0.25;
  const isCentred = Math.abs(middleOf(part.box) - 0.5) < 0.04;
  if (!isProperName(part.text)) return 0;
  return (
    organisation + (isLetterhead ? 3 : 0) + (isCentred && organisation > 0 ? 1 : 0) - (topOf(part.box) > 0.88 ? 2 : 0)
  );
}
