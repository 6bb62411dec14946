import type { DocumentKind } from '#shared/domain/document.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import { sharedHeight, topOf } from '#shared/reading/box-geometry.ts';
import { type Segment, segmentsOfPage } from '#shared/reading/lines-of-page.ts';
import { type Clue, clues, columnWords, familyClue, type SortedKind } from './kind-phrases.ts';
import { isSensitivePaper } from './sensitive-paper.ts';

/** What one page says about itself. `opens` is true when it begins a paper of its own. */
export type PageEvidence = {
  page: number;
  kind: DocumentKind;
  confidence: number;
  opens: boolean;
  isUnread: boolean;
  isBlank: boolean;
  isSensitive: boolean;
  /** "Page 2 of 3" and the like */
  isLaterPage: boolean;
};

/** Below this sum of clues a page is not called by any kind. */
const scoreMin = 5;
const wordsOfBlankPage = 3;
/** More than a page of small print; what comes after does not tell its kind any better. */
const wordsMax = 2500;
const linesMax = 400;

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

export function weighPage(page: PageReading): PageEvidence {
  const nothing = {
    page: page.number,
    kind: 'other' as const,
    confidence: 0.5,
    opens: true,
    isBlank: false,
    isSensitive: false,
    isLaterPage: false,
  };
  if (page.medium === 'unread') return { ...nothing, isUnread: true };
  const segments = segmentsOfPage(page, page.words.slice(0, wordsMax)).slice(0, linesMax);
  const fields = page.formFields.flatMap((field) => field.value ?? []);
  if (page.words.length <= wordsOfBlankPage && fields.length === 0)
    return { ...nothing, isUnread: false, isBlank: true };
  const usual = usualHeight(segments);
  const lines = segments.map((segment) => ({ text: plain(segment.text), isHeading: isHeading(segment, usual) }));
  const text = lines.map((line) => line.text).join('\n');
  const scores = scoresOf(lines, segments);
  const [best = { kind: 'other' as const, score: 0, hasHeading: false }, second] = scores;
  if (isSensitive(text, best)) return { ...nothing, isUnread: false, isSensitive: true, confidence: 0.9 };
  const isLaterPage = /\bpage\s+(?:[2-9]|\d\d)\b|\bcontinued\b|\(cont/.test(text);
  const isKnown = best.score >= scoreMin;
  const margin = best.score - (second?.score ?? 0);
  return {
    page: page.number,
    kind: isKnown ? withFamily(best.kind, text) : 'other',
    confidence: isKnown ? confidenceOf(best.score, margin) : 0.5,
    opens: best.hasHeading || isLetter(lines) || (best.kind === 'certificate' && best.score >= 8),
    ...{ isUnread: false, isBlank: false, isSensitive: false, isLaterPage },
  };
}

type Line = { text: string; isHeading: boolean };
type Score = { kind: SortedKind | 'other'; score: number; hasHeading: boolean };

/** A heading is set larger than the page's usual print, or stands at the top. */
function isHeading(segment: Segment, usual: number): boolean {
  return segment.words.length <= 14 && (topOf(segment.box) < 0.24 || segment.box[3] > usual * 1.3);
}

function usualHeight(segments: readonly Segment[]): number {
  const heights = segments.map((one) => one.box[3]).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 1;
}

function scoresOf(lines: readonly Line[], segments: readonly Segment[]): Score[] {
  const kinds: SortedKind[] = [
    'ce-report',
    'certificate',
    'ceu-guidance',
    'training-application',
    'education-evidence',
  ];
  const pairs = lines.map((line, i) => ({ ...line, text: `${line.text} ${lines[i + 1]?.text ?? ''}`, own: line.text }));
  return kinds
    .map((kind) => {
      const hits = clues[kind].flatMap((clue) => weightOf(clue, pairs));
      const score =
        hits.reduce((sum, hit) => sum + hit.weight, 0) + (kind === 'ce-report' && hasTrainingTable(segments) ? 4 : 0);
      return { kind, score, hasHeading: hits.some((hit) => hit.isHeading) };
    })
    .sort((a, b) => b.score - a.score);
}

/** Each clue counts once. What must be a heading counts little in running text. */
function weightOf(clue: Clue, lines: readonly (Line & { own: string })[]): { weight: number; isHeading: boolean }[] {
  const hits = lines.filter((line) => clue.pattern.test(line.own) || clue.pattern.test(line.text));
  if (hits.length === 0) return [];
  if (clue.isHeading !== true) return [{ weight: clue.weight, isHeading: false }];
  const isTitle = hits.some((line) => line.isHeading);
  return [{ weight: isTitle ? clue.weight * 1.5 : clue.weight * 0.25, isHeading: isTitle }];
}

function hasTrainingTable(segments: readonly Segment[]): boolean {
  const headings = segments.filter((segment) => columnWords.test(plain(segment.text)));
  return headings.some((one) => {
    const level = headings.filter((other) => sharedHeight(other.box, one.box) > 0.3 && other !== one);
    return new Set(level.map((other) => plain(other.text))).size >= 2;
  });
}

const isLetter = (lines: readonly Line[]) =>
  lines.some(({ text }) => /^(?:to whom it may concern|dear \p{L}+)/u.test(text));

/** A form's own words outweigh what somebody writes into it; a certificate is no shelter for a treatment paper. */
function isSensitive(text: string, best: Score): boolean {
  const isForm =
    best.kind !== 'certificate' && best.kind !== 'other' && best.hasHeading && best.score >= scoreMin * 1.5;
  return !isForm && isSensitivePaper(text.replace(/\n/g, ' '));
}

const withFamily = (kind: DocumentKind, text: string): DocumentKind =>
  kind === 'training-application' && familyClue.test(text) ? 'family-training-application' : kind;

function confidenceOf(score: number, margin: number): number {
  const sure = 0.55 + Math.min(score, 14) * 0.02 + Math.min(margin, 8) * 0.02;
  return Math.round(Math.min(0.99, sure) * 100) / 100;
}
