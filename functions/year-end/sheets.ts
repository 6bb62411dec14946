import { sampleMethod } from '#shared/domain/audit-sample.ts';
import { tallied } from '#shared/domain/read-figures.ts';
import type { Cell, Sheet } from '#shared/domain/spreadsheet.ts';
import type { AuditSample } from './audit-sample.ts';
import type { YearTotals } from './gather-year.ts';
import type { PersonAtYearsEnd } from './person-at-years-end.ts';
import { cameOf } from './unresolved.ts';
import { cameInWords, codeInWords, daysInWords, shareInCells, standingInWords } from './words.ts';

const shareHeads = ['Cases', 'Of', 'Share in percent', 'Least (95 %)', 'Most (95 %)'] as const;

/** The figures of a year, a table for each thing that is told. */
export function totalSheets(totals: YearTotals): Sheet[] {
  const { numbers, waited } = totals;
  const { straightThrough, blind } = numbers;
  const about: Cell[][] = [
    ['Programme', totals.programme],
    ['Report year', totals.year],
    ['Mails received from', totals.from],
    ['Mails received until', totals.until],
    ['Made at', totals.madeAt],
    ['People with a standing', totals.people],
    ['Mails received', numbers.received],
    ['Letters written about them', numbers.letters],
    ['Reminders written', totals.reminders],
    ['Letters sent about what a person decided of a period', totals.decisionLetters.sent],
    ['Of these, came back', totals.decisionLetters.cameBack],
    ['Cases a person decided', waited.decided],
    ['Half of them decided within', daysInWords(waited.half)],
    ['Nine of ten decided within', daysInWords(waited.nineOfTen)],
    ['Reading bought, US dollars', numbers.cost.microdollars / 1_000_000],
  ];
  return [
    { name: 'Totals', heads: ['What', 'Value'], rows: about },
    {
      name: 'Standings',
      heads: ['Standing', 'People'],
      rows: totals.standings.map(({ word, count }) => [standingInWords[word], count]),
    },
    {
      name: 'Rates',
      heads: ['Rate', ...shareHeads],
      rows: [
        ['Accepted without a person', ...shareInCells(straightThrough)],
        ['Wrong among those, by the blind sample', ...shareInCells(blind.wrong)],
      ],
    },
    {
      name: 'Reasons',
      heads: ['Reason', 'Cases'],
      rows: numbers.reasons.map(({ code, count }) => [codeInWords(code), count]),
    },
    {
      name: 'Reading',
      heads: ['Field', 'How it was read', 'Values corrected', ...shareHeads.slice(1)],
      rows: tallied(numbers.read).map(({ field, medium, seen, corrected }) => [
        field,
        medium,
        ...shareInCells({ of: corrected, all: seen }),
      ]),
    },
    { name: 'Waiting', heads: ['Decided within', 'Cases'], rows: waited.steps.map(stepRow) },
    { name: 'Lacking', heads: ['What people past the last day lack', 'People'], rows: totals.lacking.map(lackRow) },
  ];
}

const stepRow = ({ upToDays, count }: { upToDays: number | null; count: number }) =>
  [upToDays === null ? 'longer' : `${upToDays} ${upToDays === 1 ? 'day' : 'days'}`, count] as const;
const lackRow = ({ inWords, count }: { inWords: string; count: number }) => [inWords, count] as const;

/** Everybody who is proposed for a person's decision, with what is missing, what came and what was sent. */
export function unresolvedSheet(people: readonly PersonAtYearsEnd[]): Sheet {
  const heads = [
    ...['Id', 'Name', 'Credential', 'Employer', 'E-mail', 'Last day', 'Since', 'What came', 'Missing', 'Why'],
    ...['Mails', 'Letters sent to them'],
  ];
  return { name: 'Past the deadline', heads, rows: people.map(unresolvedRow) };
}

function unresolvedRow(person: PersonAtYearsEnd): Cell[] {
  const { standing, specialist, mails, letters } = person;
  return [
    standing.specialistId,
    specialist?.legalName ?? 'not on the roster',
    specialist?.credentialType ?? '',
    specialist?.employer ?? '',
    specialist?.email ?? '',
    standing.due ?? 'not published',
    standing.since.slice(0, 10),
    cameInWords[cameOf(person)],
    standing.missing.map(({ inWords }) => inWords).join('; '),
    standing.why.join(' '),
    mails.map(({ reference, receivedAt, isLate }) => `${reference} ${receivedAt}${isLate ? ' late' : ''}`).join('; '),
    letters.map(({ writtenAt, state, subject }) => `${writtenAt.slice(0, 10)} ${state}: ${subject}`).join('; '),
  ];
}

/** The sample, with all that is needed to draw it again beside it. */
export function sampleSheets(sample: AuditSample, nameOf: (specialistId: string) => string): Sheet[] {
  const { seed, year, percent, shareFrom, of, drawn } = sample;
  return [
    {
      name: 'Audit sample',
      heads: ['Order', 'Id', 'Name', 'SHA-256'],
      rows: drawn.map(({ specialistId, digest }, at) => [at + 1, specialistId, nameOf(specialistId), digest]),
    },
    {
      name: 'How it was drawn',
      heads: ['What', 'Value'],
      rows: [
        ['Seed', seed],
        ['Report year', year],
        ['Share in percent', percent],
        ['The share is from', shareFrom],
        ['Drawn out of (reports met)', of],
        ['Drawn', drawn.length],
        ['How', sampleMethod],
      ],
    },
  ];
}
