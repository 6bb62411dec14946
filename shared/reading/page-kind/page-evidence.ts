import type { DocumentKind } from '#shared/domain/document.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import { familySurely, familyWords } from './kind-phrases.ts';
import { type Line, linesOf } from './page-lines.ts';
import { type Score, scoresOf } from './score-kinds.ts';
import { isSensitivePaper } from './sensitive-paper.ts';
import { certificateParts } from './whole-certificate.ts';

/** What one page says about itself. */
export type PageEvidence = {
  page: number;
  kind: DocumentKind;
  confidence: number;
  /** it begins a paper of its own */
  opens: boolean;
  /** the kind it has some words of, though too few to be called by it */
  leaning: DocumentKind | null;
  isUnread: boolean;
  isBlank: boolean;
  isSensitive: boolean;
  /** "Page 2 of 3" and the like */
  isLaterPage: boolean;
  /** an agenda, terms, instructions: what stands on the back of other papers */
  isBackSide: boolean;
};

/** Below this sum of clues a page is not called by any kind; below the second it has nothing of it. */
export const scoreMin = 5;
const leaningMin = 3;
const wordsOfBlankPage = 3;

/** What a page, or what was cut from one, says about itself. */
export function weighPage(page: PageReading, isCut = false): PageEvidence {
  if (page.isWithheld) return { ...nothingOn(page.number), isSensitive: true, confidence: 0.9 };
  if (page.medium === 'unread' && page.unreadCause === 'blank') return { ...nothingOn(page.number), isBlank: true };
  if (page.medium === 'unread') return { ...nothingOn(page.number), isUnread: true };
  if (isBlank(page)) return { ...nothingOn(page.number), isBlank: true };
  const lines = linesOf(page, isCut);
  const text = lines.map((line) => line.text).join('\n');
  const scores = scoresOf(lines);
  const [best, second] = scores;
  if (best === undefined) return nothingOn(page.number);
  if (isSensitive(lines, best)) return { ...nothingOn(page.number), isSensitive: true, confidence: 0.9 };
  const isKnown = best.kind !== 'other' && best.score >= scoreMin;
  const isBackSide = !isKnown && lines.some((line) => line.isHeading && backSide.test(line.text));
  const known = scores.find(({ kind }) => kind !== 'other');
  return {
    ...nothingOn(page.number),
    kind: isKnown ? withFamily(best.kind, text) : 'other',
    confidence: isKnown ? confidenceOf(best.score, best.score - (second?.score ?? 0)) : 0.5,
    opens: !isBackSide && isOpening(best, lines),
    leaning: known && known.score >= leaningMin ? withFamily(known.kind, text) : null,
    isLaterPage: laterPage.test(text),
    isBackSide,
  };
}

const nothingOn = (page: number): PageEvidence => ({
  ...{ page, kind: 'other', confidence: 0.5, opens: true, leaning: null },
  ...{ isUnread: false, isBlank: false, isSensitive: false, isLaterPage: false, isBackSide: false },
});

/** Specks and the shine of the other side are read as a letter here and there. */
function isBlank({ words, formFields, medium, ink }: PageReading): boolean {
  const isWord = (text: string, confidence: number) => /[\p{L}\p{N}]{3}/u.test(text) && confidence >= 0.4;
  const real = medium === 'ocr' ? words.filter(({ text, confidence }) => isWord(text, confidence)) : words;
  const hasFields = formFields.some(({ value, checked }) => value !== null || checked === true);
  return real.length <= wordsOfBlankPage && words.length <= 30 && !hasFields && ink.length <= wordsOfBlankPage;
}

/** A letter, a title of its own, or so much of a certificate that it can only be one. */
function isOpening({ kind, score, hasTitle }: Score, lines: readonly Line[]): boolean {
  const isLetter = lines.some(({ text }) => /^\W*(?:to whom it may concern|dear \p{L}+)/u.test(text));
  return hasTitle || isLetter || (kind === 'certificate' && score >= 8);
}

const laterPage =
  /\bpage\s+(?:[2-9]|\d\d)\s*(?:of|\/)\s*\d|^\W*(?:page|pg\.?|p\.)\s*(?:[2-9]|\d\d)\W*$|^\W*(?:[2-9])\s*(?:of|\/)\s*[2-9]\W*$|\bcontinued\b|\(cont|\bpagina\s+[2-9]\b|\breverse side\b/m;

const backSide =
  /^\W*(?:(?:course|training|program|conference|session|class|daily|event|tentative) )?(?:agenda|schedule|outline|objectives|learning objectives|content|description|syllabus|modules?|topics covered|itinerary|program details)\b|^\W*(?:terms|disclosures?|accreditation|references|notes|about (?:this|the|us)|verification of this|how to verify|instructions?|general information|privacy|this side)\b|\bterms (?:and|&) conditions\b|\baccreditation statement\b|\bobjetivos\b|\bprograma del\b/;

/** A form's own words outweigh what somebody writes into it; a certificate is no shelter for a treatment paper. */
function isSensitive(lines: readonly Line[], { kind, score, hasTitle }: Score): boolean {
  const isForm = kind !== 'certificate' && kind !== 'other' && hasTitle && score >= scoreMin * 1.5;
  if (isForm) return false;
  const { somebody, hours, day } = certificateParts(lines);
  const isCertificate = kind === 'certificate' && hasTitle && somebody && hours && day;
  return isSensitivePaper(lines.map((line) => line.text).join(' '), isCertificate);
}

function withFamily(kind: DocumentKind, text: string): DocumentKind {
  const isOfFamily = familySurely.test(text) || new Set(text.match(familyWords)).size >= 2;
  return kind === 'training-application' && isOfFamily ? 'family-training-application' : kind;
}

function confidenceOf(score: number, margin: number): number {
  const sure = 0.55 + Math.min(score, 14) * 0.02 + Math.min(margin, 8) * 0.02;
  return Math.round(Math.min(0.99, sure) * 100) / 100;
}
