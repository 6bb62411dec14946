import { checkProgramme } from '../check-programme.ts';
import type { Problem } from '../markdown-page.ts';
import type { Programme } from '../programme.ts';
import { type Pages, tryProgramme } from '../read-programme.ts';
import { compareExamples } from './compare-examples.ts';
import { type Comparison, comparePeople, type Judged } from './compare-people.ts';
import { type PageDifference, pageDifferences } from './page-differences.ts';
import { withRulesOf } from './rule-differences.ts';

export type Book = { readonly programme: Programme; readonly pages: Pages };
export type Stored = {
  readonly year: number;
  /** the year whose amounts and versions the proposed pages are taken with */
  readonly rulesOf: number;
  readonly people: readonly Judged[];
};

/** What the proposed pages would change, or what is wrong with them so that nothing can be said. */
export type WhatWouldChange = {
  readonly pages: readonly PageDifference[];
  /** why the proposed pages cannot be applied; then nothing was judged */
  readonly unreadable: readonly Problem[];
  /** what is to be put right on them before they take effect */
  readonly toMend: readonly Problem[];
  readonly examples: Comparison | null;
  readonly people: Comparison | null;
};

export function compareProgrammes(now: Book, proposed: Pages, stored: Stored): WhatWouldChange {
  const pages = pageDifferences(now.pages, proposed);
  const { programme, problems } = tryProgramme(proposed);
  if (programme === null || problems.length > 0)
    return { pages, unreadable: problems, toMend: [], examples: null, people: null };
  const { year, rulesOf, people } = stored;
  const applied = rulesOf === year ? programme : withRulesOf(programme, rulesOf, year);
  return {
    pages,
    unreadable: [],
    toMend: checkProgramme(programme),
    examples: compareExamples(now.programme, programme),
    people: people.length === 0 ? null : comparePeople(now.programme, applied, people, year),
  };
}
