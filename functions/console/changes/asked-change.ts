import type { ProposedRules } from '../console-deps.ts';

/** What somebody wants to see compared. Every part is one of what was offered, whatever stands in the address. */
export type AskedChange = {
  readonly proposal: string;
  readonly year: number;
  /** the year whose amounts and versions the proposed pages are taken with */
  readonly rulesOf: number;
};
export type OfferedChanges = {
  readonly proposals: readonly string[];
  readonly years: readonly number[];
  readonly rulesOf: readonly number[];
};

const yearsAhead = 5;
const yearsBackMax = 10;

export async function offeredChanges(
  proposed: ProposedRules,
  { rulesSince, thisYear }: { rulesSince: number; thisYear: number },
): Promise<OfferedChanges> {
  const first = Math.min(thisYear, Math.max(rulesSince, thisYear - yearsBackMax));
  const from = (year: number, until: number) => Array.from({ length: until - year + 1 }, (_, at) => year + at);
  return {
    proposals: await proposed.names(),
    years: from(first, thisYear + 1),
    rulesOf: from(first, thisYear + yearsAhead),
  };
}

type Query = { readonly with?: string; readonly year?: string; readonly 'rules-of'?: string };

/** Null when nobody proposes anything. */
export function askedChange(offered: OfferedChanges, query: Query, thisYear: number): AskedChange | null {
  const proposal = offered.proposals.find((name) => name === query.with) ?? offered.proposals[0];
  if (proposal === undefined) return null;
  const year = offered.years.find((each) => String(each) === query.year) ?? thisYear;
  const rulesOf = offered.rulesOf.find((each) => String(each) === query['rules-of']) ?? year;
  return { proposal, year, rulesOf };
}

export function addressOfChange({ proposal, year, rulesOf }: AskedChange, page = 1): string {
  const query = new URLSearchParams({ with: proposal, year: String(year), 'rules-of': String(rulesOf) });
  if (page > 1) query.set('page', String(page));
  return `/rules/what-would-change?${query}`;
}
