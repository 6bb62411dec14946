import type { Comparison, RuleSummary } from './compare-people.ts';
import type { ComparedVerdict } from './judge-stored.ts';

export const comparedInWords: Readonly<Record<ComparedVerdict, string>> = {
  met: 'met',
  'not-met': 'not met',
  'cannot-tell': 'cannot tell',
  'does-not-apply': 'does not apply',
  'not-stored': 'cannot be told from what is stored',
  'no-rule': 'no rule',
};

/** A comparison for a terminal: first who changes, then a line for each rule. */
export function comparisonInLines({ over, count, changes, rules, ofOtherPages }: Comparison): string[] {
  const moved = changes.filter(({ before, after }) => before !== after && after !== 'not-stored');
  const people = new Set(moved.map(({ person }) => person)).size;
  const open = new Set(changes.filter(({ after }) => after === 'not-stored').map(({ person }) => person)).size;
  const who = over === 'people' ? 'people' : 'examples';
  return [
    ...changes.map(({ person, rule, before, after, why }) => {
      const verdicts = `${comparedInWords[before]} -> ${comparedInWords[after]}`;
      return `${person}  ${rule}  ${verdicts}: ${why}`;
    }),
    ...(changes.length > 0 ? [''] : []),
    ...rules.filter(isWorthALine).flatMap(summaryLines),
    `${people} of ${count} ${who} change.`,
    ...(open > 0 ? [`For ${open} of ${count} ${who} something cannot be told from what is stored.`] : []),
    ...(ofOtherPages > 0
      ? [`${ofOtherPages} were judged by pages that are not those of the first folder: read their lines with care.`]
      : []),
  ];
}

const isWorthALine = ({ changes, differences }: RuleSummary) => changes.length > 0 || differences.length > 0;

function summaryLines({ rule, title, differences, changes, unchanged }: RuleSummary): string[] {
  const counts = changes.map(
    ({ before, after, count }) => `${count} from ${comparedInWords[before]} to ${comparedInWords[after]}`,
  );
  return [
    `${rule}  ${title}`,
    ...differences.map((each) => `  written otherwise: ${each}`),
    `  ${[...counts, `${unchanged} as before`].join(', ')}`,
    '',
  ];
}
