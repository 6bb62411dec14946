import type { DryChange } from '#shared/adapters/dry-record-store.ts';
import { letterSchema } from '#shared/domain/letter.ts';
import { standingChangeSchema } from '#shared/domain/person-standing.ts';
import type { SweepRun } from '#shared/domain/sweep-run.ts';

/** A run of the sweep for whoever started it by hand. People stand there by their ids. */
export function runInWords({ runId, day, counts, units, dollars, findings, missedDays }: SweepRun): string[] {
  const words = Object.entries(counts.words).map(([year, of]) => `${year}: ${tally(of)}`);
  const read = Math.ceil(units.read).toLocaleString('en-US');
  return [
    `Sweep ${runId}, judged by ${day}${missedDays.length === 0 ? '' : `; ${missedDays.length} nights before it were missed`}`,
    `People     ${counts.walked} walked past, ${counts.looked} looked at (${tally(counts.causes) || 'nobody'})`,
    ...words.map((line) => `Standing   ${line}`),
    `Changed    ${tally(counts.changed) || 'nothing'}`,
    ...Object.entries(counts.beside).map(([name, rows]) => `Besides    ${name}: ${rows} rows`),
    ...findings.map(({ code, inWords }) => `Finding    ${code}: ${inWords}`),
    `On DynamoDB it would cost $${dollars.toFixed(4)}: ${read} read units, ${units.written.toLocaleString('en-US')} write units`,
  ];
}

/** What a dry run would have written: a line for each standing that changes, and one for each other row, by its key. */
export function triedInWords(changes: readonly DryChange[]): string[] {
  const lines = [...changes.map(inWords).filter((line) => line !== null), ...lettersInWords(changes)];
  return lines.length === 0
    ? ['Nothing would be written but the run itself.']
    : ['Would be written, and was not:', ...lines];
}

/** How many get which letter; word for word they stand on the page /sweep/tonight. */
function lettersInWords(changes: readonly DryChange[]): string[] {
  const counts: Record<string, number> = {};
  for (const { after } of changes) {
    const letter = letterSchema.safeParse(after?.body).data;
    if (letter === undefined) continue;
    const name = `${letter.letter} (${letter.language}${letter.state === 'held' ? ', nowhere to go' : ''})`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return Object.keys(counts).length === 0 ? [] : [`Letters: ${tally(counts)}`];
}

function inWords({ key, before, after }: DryChange): string | null {
  const { pk, sk } = key;
  // a standing is told by the change beside it, and the run by its numbers above
  if (pk.startsWith('SWEEP#') || sk.startsWith('STANDING#')) return null;
  if (/^(BOOK|PAGE)#|^LETTERS$/.test(pk) || /^MAILED#/.test(sk)) return null;
  const letter = letterSchema.safeParse(after?.body).data;
  if (letter !== undefined)
    return `  ${letter.specialistId} ${letter.year}: letter ${letter.letter}, ${letter.line}, ${letter.state}`;
  const change = sk.startsWith('STANDING-CHANGE#') ? standingChangeSchema.safeParse(after?.body).data : undefined;
  if (change === undefined) return `  ${signOf(before, after)} ${pk} / ${sk}`;
  const { specialistId, year, was, is, causes } = change;
  return `  ${specialistId} ${year}: ${was?.word ?? 'none'} → ${is.word} (${causes.join(', ')}) ${is.why.join(' ')}`;
}

function signOf(before: DryChange['before'], after: DryChange['after']): string {
  if (after === null) return '-';
  return before === null ? '+' : '~';
}

function tally(counts: Readonly<Partial<Record<string, number>>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
