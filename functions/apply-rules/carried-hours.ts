import type { CaseFile } from '#shared/domain/case-file.ts';
import { parseHours } from '#shared/domain/hours.ts';
import { type Bounds, boundsIn } from '#shared/rules/bounds.ts';
import { carriedOver } from '#shared/rules/counting/carry-over.ts';
import { factsOf } from '#shared/rules/decide.ts';
import type { FactName, Facts } from '#shared/rules/facts.ts';
import type { ReportPeriod } from '#shared/rules/period/person-periods.ts';
import { type Programme, rulesIn } from '#shared/rules/programme.ts';

const none: Bounds = { least: 0, most: 0 };
const any: Bounds = { least: 0, most: null };

/**
 * Hours that the period before leaves over, from and to, by what was found of it: any number where nothing was, or where a
 * person still looks; none into somebody's first period. Undefined where a programme carries nothing over, or does not say:
 * then its page says it.
 */
export function hoursCarriedOver(
  programme: Programme,
  before: CaseFile | null,
  { countedFrom, span }: ReportPeriod,
  roster: Facts,
): Bounds | undefined {
  if (programme.period.carryOver.isAllowed !== true) return undefined;
  const since = countedFrom === null ? undefined : roster[countedFrom];
  if (typeof since === 'string' && span !== null && since >= span.start) return none;
  const [first, ...others] = before === null ? [] : totalsOf(programme, before);
  if (first === undefined || others.length > 0) return any;
  const { own, carried, needed } = first;
  const left = (had: number, need: number) => carriedOver(programme.period.carryOver, had, Math.max(0, need)) ?? 0;
  // nobody has said whether hours that came over are used up first: from the one reading to the other
  const least = left(own.least, needed);
  return own.most === null || carried.most === null
    ? { least, most: programme.period.carryOver.atMost }
    : { least, most: left(own.most, needed - carried.most) };
}

const inReview: ReadonlySet<string> = new Set<FactName>(['hours in review', 'documents in review']);

type Total = { own: Bounds; carried: Bounds; needed: number };

/** What the rules about all hours found: those that want a minimum of a sum over every training. */
function totalsOf(programme: Programme, { findings, year, carriedHours = any }: CaseFile): Total[] {
  const sums = programme.counting.measures.filter(({ counts, where }) => counts === 'hours' && where.length === 0);
  const names = ['counted hours', ...sums.map(({ name }) => name)];
  return rulesIn(programme.rules, year).flatMap((rule): Total[] => {
    const clause = rule.metWhen.find(({ fact, comparison }) => names.includes(fact) && comparison === 'is at least');
    const finding = findings.find((each) => each.rule === rule.id && each.verdict !== 'does-not-apply');
    const needed = parseHours(finding?.required ?? '');
    if (!clause || !finding || needed === null) return [];
    const known = boundsIn(factsOf(finding), clause.fact) ?? any;
    // a paper that a person still had before them may have added to it
    const had = finding.missing.some((name) => inReview.has(name)) ? { ...known, most: null } : known;
    const adds = sums.some(({ name, addsCarriedOver }) => name === clause.fact && addsCarriedOver);
    if (!adds) return [{ own: had, carried: none, needed }];
    const most = had.most === null || carriedHours.most === null ? null : had.most - carriedHours.most;
    return [{ own: { least: had.least - carriedHours.least, most }, carried: carriedHours, needed }];
  });
}
