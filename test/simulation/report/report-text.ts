import type { Check } from '../checks/check.ts';
import type { YearLived } from '../run-year.ts';
import { plotText } from './plot-text.ts';
import type { ReadingOfYear } from './reading.ts';
import type { Totals } from './totals.ts';

const brokenShown = 20;

/** The report of a simulated year. The same wish gives the same letters: no clock, no path and no duration stands in it. */
export function reportText(
  lived: YearLived,
  { checks, totals, reading }: { checks: readonly Check[]; totals: Totals; reading: ReadingOfYear },
): string {
  const { wish, mails, desk, days, office } = lived;
  const looked = days.reduce((sum, day) => sum + day.looked, 0);
  return `${[
    `A programme's year, lived by a simulation: ${wish.people} people, ${wish.year}, seed "${wish.seed}"`,
    'Nobody here exists. Every mail went through the real intake as raw bytes; what is true of it was worked out beside it.',
    '',
    ...plotText(lived),
    '',
    `Mails received: ${mails.all.length}. Answers and letters sent: ${office.mailbox.sent.length}, of them reminders: ${lived.reminders.length}; ${office.mailbox.refused.length} letters came to a mailbox that is gone.`,
    `By the machine alone:  ${inWords(totals.first, mails.all.length)}`,
    `In the end:            ${inWords(totals.last, mails.all.length)}`,
    `Given to a person where nothing was doubtful: ${totals.withoutNeed.length}`,
    ...totals.withoutNeed.map((each) => `  ${each}`),
    `Cases that still wait for their sender: ${totals.waitForSender}`,
    '',
    `At the desk: ${desk.decided} decisions, ${desk.seconded} looked at by a second person, ${desk.blind} cases judged blind.`,
    `Put right by hand: ${inWords(countsOf(desk.corrected))}`,
    `Read: ${reading.papers} papers, ${reading.values} values, ${reading.values - sum(reading.otherwise)} of them as printed. Otherwise: ${inWords(reading.otherwise)}`,
    `Sweeps: ${days.length} nights, ${looked} looks at somebody's papers.`,
    '',
    `After the last day: ${lived.resolved.listed} people were listed for a person's decision; of ${lived.resolved.inactive.length} who had sent nothing two people said that they do not remain active.`,
    `How everybody stands in the end: ${inWords(totals.words, wish.people)}`,
    '',
    ...habitLines(totals),
    '',
    'What has to hold:',
    ...checks.flatMap(checkLines),
  ].join('\n')}\n`;
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, count) => all + count, 0);

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** "accepted 640 (62.1 %), needs-sender 120 (11.7 %)", the most first. */
function inWords(counts: ReadonlyMap<string, number>, of?: number): string {
  const sorted = [...counts].sort(([left, one], [right, other]) => other - one || (left < right ? -1 : 1));
  const share = (count: number) => (of === undefined ? '' : ` (${((100 * count) / Math.max(1, of)).toFixed(1)} %)`);
  return sorted.map(([name, count]) => `${name} ${count}${share(count)}`).join(', ') || 'nothing';
}

function habitLines({ habits }: Totals): string[] {
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(26) : String(cell).padStart(12))).join('');
  return [
    line(['habit', 'people', 'mails', 'by machine', 'by person', 'met']),
    ...[...habits].map(([habit, one]) => line([habit, one.people, one.mails, one.alone, one.byPerson, one.met])),
  ];
}

function checkLines({ says, looked, broken }: Check): string[] {
  const shown = broken.slice(0, brokenShown).map((each) => `    ${each}`);
  const more = broken.length > brokenShown ? [`    and ${broken.length - brokenShown} more`] : [];
  return [`  ${broken.length === 0 ? 'holds ' : 'BROKEN'}  ${says} (${looked} looked at)`, ...shown, ...more];
}

export const allHold = (checks: readonly Check[]) => checks.every(({ broken }) => broken.length === 0);
