import type { Book } from '#shared/domain/book.ts';
import type { FactValue, Verdict } from '#shared/domain/finding.ts';
import type { ReasonCode } from '#shared/domain/reason.ts';
import type { Translations } from './answers/translation.ts';
import type { ApplicationsPage } from './applications-page.ts';
import type { ConditionsPage } from './conditions.ts';
import type { CreditsPage } from './counting/read-credits-page.ts';
import type { EmployersPage } from './employers-page.ts';
import type { PeriodPage } from './period/read-period.ts';
import type { RemindersPage } from './reminders/reminders-page.ts';
import type { TopicBook } from './topics/topic-book.ts';
import type { FactKind, Vocabulary } from './vocabulary.ts';

export const comparisons = [
  'is one of',
  'is not',
  'is at least',
  'is at most',
  'is more than',
  'is on or before',
  'is on or after',
  'is before',
  'is after',
  'is',
] as const;
export type Comparison = (typeof comparisons)[number];

/** The right side of a clause: another fact, an amount of the page's table, or a value written out. */
export type Operand =
  | { readonly is: 'fact'; readonly name: string }
  | { readonly is: 'amount'; readonly name: string }
  | { readonly is: 'value'; readonly value: boolean | number | string }
  | { readonly is: 'list'; readonly values: readonly string[] };

export type Clause = {
  readonly fact: string;
  readonly kind: FactKind;
  readonly comparison: Comparison;
  readonly operand: Operand;
  /** the line as it stands on the page */
  readonly text: string;
};

/** An amount and the report year from which it holds, until the next line. Hours in whole hundredths. */
export type DatedAmount = {
  readonly fromYear: number;
  /** null: the programme has not published it, so nothing can be said for these years */
  readonly value: number | null;
  readonly source: string;
};
export type Amount = {
  readonly name: string;
  readonly kind: 'hours' | 'count';
  readonly dated: readonly DatedAmount[];
};

export type Example = {
  readonly because: string;
  readonly year: number;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly verdict: Verdict;
  readonly line: number;
};

/** What the person is told. `aboutFact` is the sentence for a verdict that hangs on that one fact. */
export type Wording = {
  readonly verdict: Verdict;
  readonly aboutFact: string | null;
  readonly parts: readonly SentencePart[];
};

/** Words of the page as they stand, or what fills a {placeholder} between them. */
export type SentencePart =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'missing' }
  | { readonly is: 'short by' }
  | { readonly is: 'fact'; readonly name: string; readonly kind: FactKind }
  | { readonly is: 'amount'; readonly amount: Amount };

/** A rule about an application rather than a year lives in the folder of eligibility. */
export function isAboutApplications(page: string): boolean {
  return page.startsWith('eligibility/');
}

/** A: the machine decides; R: a person confirms what hurts; H: a person only. */
export type Severity = 'A' | 'R' | 'H';
export type WhoDecides = 'machine' | 'proposed' | 'person-only';

export type Rule = {
  readonly id: string;
  readonly severity: Severity;
  /** path inside the programme's folder, e.g. continuing-education/ethics-hours.rule.md */
  readonly page: string;
  readonly sha256: string;
  readonly title: string;
  /** the programme's own sentence */
  readonly quote: string;
  readonly citation: string;
  /** all must hold, or the rule does not apply */
  readonly applies: readonly Clause[];
  /** all must hold */
  readonly metWhen: readonly Clause[];
  /** any one of them turns "not met" into "cannot tell" */
  readonly waitWhile: readonly Clause[];
  readonly notMetIs: WhoDecides;
  readonly amounts: readonly Amount[];
  readonly words: readonly Wording[];
  readonly examples: readonly Example[];
  /** the report years for which this page holds; a later page with the same id follows it */
  readonly holds: { readonly from: number | null; readonly until: number | null };
  /** the day since which the page is only tried out beside the live ones; null: it is live */
  readonly shadowSince: string | null;
  /** every fact that the conditions or the sentences name: what a finding keeps, so that a replay gives the same words too */
  readonly uses: readonly string[];
  /** what the rule may ask, with the facts of the programme's own pages */
  readonly vocabulary: Vocabulary;
};

export type Credential = {
  readonly word: string;
  readonly meaning: string;
  readonly aliases: readonly string[];
  readonly basis: string;
  /** the kind of document by which somebody applies for it; null where none is known */
  readonly application: string | null;
};

export type Letter = {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
};
export type ReasonWords = { readonly says: string; readonly fix: string };

/** A programme as read from its folder of pages. */
export type Programme = {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly referencePrefix: string;
  readonly timeZone: string;
  /** empty: the programme takes no reports by e-mail, or has not said where */
  readonly inbox: string;
  /** first report year these pages speak about */
  readonly rulesSince: number;
  readonly credentials: readonly Credential[];
  /** credentials of other bodies that are seen in the same inbox and are not ours */
  readonly otherCredentials: readonly string[];
  /** about a person's year */
  readonly rules: readonly Rule[];
  /** about an application */
  readonly eligibility: readonly Rule[];
  /** pages in shadow: judged beside the live ones, and without any effect */
  readonly shadow: readonly Rule[];
  readonly period: PeriodPage;
  readonly counting: CreditsPage;
  readonly conditions: ConditionsPage;
  /** null: the programme takes no forms of applicants, or has no page about them */
  readonly applications: ApplicationsPage | null;
  readonly vocabulary: Vocabulary;
  /** by what the title of a training is sorted */
  readonly topics: TopicBook;
  readonly letters: Readonly<Record<string, Letter>>;
  /** null: nobody is written to unasked */
  readonly reminders: RemindersPage | null;
  /** who may send papers for the people who work there; none where there is no page about it */
  readonly employers: EmployersPage;
  readonly book: Book;
  /** the pages of letters as they stood when the programme was read */
  readonly letterBook: Book;
  readonly reasonWords: Readonly<Partial<Record<ReasonCode, ReasonWords>>>;
  /** what fills an answer in the other languages of the letters */
  readonly translations: Translations;
};

/** The programme's own word for a credential as somebody wrote it ("CPSS", "peer support specialist"), or null. */
export function credentialOf(programme: Programme, written: string): string | null {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const wanted = plain(written);
  const found = programme.credentials.find((credential) =>
    [credential.word, credential.meaning, ...credential.aliases].some((name) => plain(name) === wanted),
  );
  return found?.word ?? null;
}

/** All pages of rules, live ones and those in shadow. */
export function everyRule({ rules, eligibility, shadow }: Programme): Rule[] {
  return [...rules, ...eligibility, ...shadow];
}

/** The pages that hold for a report year. */
export function rulesIn(rules: readonly Rule[], year: number): Rule[] {
  return rules.filter(({ holds }) => (holds.from ?? 0) <= year && year <= (holds.until ?? 9999));
}
