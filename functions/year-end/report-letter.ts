import { dayIn, dayInWords } from '#shared/domain/calendar.ts';
import { type ReadFigures, tallied } from '#shared/domain/read-figures.ts';
import type { LetterLine, PlainLetter } from '#shared/ports/letter-printer.ts';
import type { AuditSample } from './audit-sample.ts';
import type { YearTotals } from './gather-year.ts';
import { codeInWords, daysInWords, shareInWords, standingInWords } from './words.ts';

const reasonsMax = 15;
const lackingMax = 15;

/** The report of a year as pages for print: figures and the range of each rate, no name in it. */
export function reportLetter(totals: YearTotals, sample: AuditSample | null): PlainLetter {
  const { year, programme, timeZone, madeAt, numbers, waited, people } = totals;
  const made = dayInWords(dayIn(timeZone, madeAt));
  return {
    title: `Year report ${year}: ${programme}`,
    author: programme,
    writtenAt: madeAt,
    lines: [
      heading(`Year report ${year}`),
      text(
        `${programme}. Made on ${made} from what is on record then. All rates stand with the range that holds the true one in 95 of 100 cases.`,
      ),
      section('How everybody stands'),
      ...(people === 0 ? [text('No standing is on record for this year: the nightly sweep has not run.')] : []),
      ...totals.standings
        .filter(({ count }) => count > 0)
        .map(({ word, count }) => text(`${standingInWords[word]}: ${count}${ofAll(count, people)}`)),
      ...(people === 0 ? [] : [text(`People in all: ${people}`)]),
      section('What came'),
      text(
        `Mails received: ${numbers.received} (the very same mail delivered twice counts once). Letters written about them: ${numbers.letters}. Reminders written: ${totals.reminders}. Letters sent about what a person decided of a period of ${year}: ${totals.decisionLetters.sent}, of which ${totals.decisionLetters.cameBack} came back.`,
      ),
      section('Without a person, and how often wrongly'),
      text(`Accepted without a person: ${shareInWords(numbers.straightThrough)}.`),
      text(`Wrong among those, by the blind sample: ${shareInWords(numbers.blind.wrong)}.`),
      section('Why cases were not accepted at once'),
      ...orNone(numbers.reasons.slice(0, reasonsMax).map(({ code, count }) => text(`${codeInWords(code)}: ${count}`))),
      section('How long people waited'),
      text(
        waited.decided === 0
          ? 'Not measured: no person decided a case of this year.'
          : `Cases that a person decided: ${waited.decided}. Half of them were decided within ${daysInWords(waited.half)}, nine of ten within ${daysInWords(waited.nineOfTen)}.`,
      ),
      section('How well papers were read'),
      ...readingLines(numbers.read),
      section('What people past the last day lack'),
      ...orNone(totals.lacking.slice(0, lackingMax).map(({ inWords, count }) => text(`${inWords}: ${count}`))),
      text('What follows from a missed report is for a named person to decide; nothing follows by itself.'),
      ...(sample === null ? [] : sampleLines(sample)),
    ],
  };
}

const heading = (words: string): LetterLine => ({ is: 'heading', text: words });
const section = (words: string): LetterLine => ({ is: 'answer', text: words });
const text = (words: string): LetterLine => ({ is: 'text', text: words });
const orNone = (lines: LetterLine[]): LetterLine[] => (lines.length === 0 ? [text('None.')] : lines);
const ofAll = (count: number, all: number) => ` (${((count / all) * 100).toFixed(1)} %)`;

const mediumWords: Readonly<Record<ReadFigures['medium'], string>> = {
  'form-fields': 'From form fields',
  'text-layer': 'From the text of the file',
  ocr: 'Seen on a picture',
  unread: 'On pages nobody could read',
  person: 'Read by a person',
};

function readingLines(read: readonly ReadFigures[]): LetterLine[] {
  const media = tallied(read.map((one) => ({ ...one, field: '' })));
  const lines = media.map(({ medium, seen, corrected }) =>
    text(`${mediumWords[medium]}, corrected by a person: ${shareInWords({ of: corrected, all: seen })}.`),
  );
  return lines.length === 0 ? [text('Not measured: no person decided a case of this year.')] : lines;
}

function sampleLines({ seed, percent, shareFrom, of, drawn }: AuditSample): LetterLine[] {
  return [
    section('The sample for an audit'),
    text(
      `${drawn.length} of ${of} people whose report was met were drawn: ${percent} percent, rounded up (${shareFrom}), with the seed "${seed}". The list is with the tables of this report.`,
    ),
  ];
}
