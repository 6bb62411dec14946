import { dayInWords } from '#shared/domain/calendar.ts';
import type { Verdict } from '#shared/domain/finding.ts';
import type { Programme, Rule, SentencePart } from '../programme.ts';

/** A sentence of a page as it is written there, and with its braces filled in some way. */
type Filled = { written: string; filled: string; page: string };

/** An answer tells what is met and what is not; where the rule cannot tell, another sentence says why. */
const told: ReadonlySet<Verdict> = new Set<Verdict>(['met', 'not-met']);

/** Every sentence of the programme's pages that may stand in an answer. */
export function filledWordings(programme: Programme): Filled[] {
  const { rules, applications } = programme;
  const ofForms = Object.values(applications?.words ?? {}).filter((words) => words !== undefined);
  const questions = (applications?.questions ?? []).flatMap(({ inLetter }) => inLetter ?? []);
  const [question = 'your name'] = questions;
  return [
    ...rules.flatMap(wordingsOf),
    ...[...ofForms, ...questions].map((written) => ({
      written,
      filled: filledWith(
        { count: '3', question, place: 'A Place', address: 'a@b.example', inbox: 'a@b.example' },
        written,
      ),
      page: 'applications.md',
    })),
  ];
}

const filledWith = (values: Readonly<Record<string, string>>, text: string): string =>
  text.replace(/\{([^{}]+)\}/g, (whole, name: string) => values[name] ?? whole);

function wordingsOf({ words, page }: Rule): Filled[] {
  return words
    .filter(({ verdict }) => told.has(verdict))
    .map(({ parts }) => ({
      written: parts.map(asWritten).join(''),
      filled: parts.map(asFilled).join(''),
      page,
    }));
}

function asWritten(part: SentencePart): string {
  if (part.is === 'words') return part.text;
  return part.is === 'fact' ? `{${part.name}}` : part.is === 'amount' ? `{${part.amount.name}}` : `{${part.is}}`;
}

function asFilled(part: SentencePart): string {
  if (part.is === 'words') return part.text;
  if (part.is !== 'fact') return '3';
  return part.kind === 'day' ? dayInWords('2026-12-31') : part.kind === 'year' ? '2026' : '3';
}
