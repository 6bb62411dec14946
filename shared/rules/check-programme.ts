import type { Verdict } from '#shared/domain/finding.ts';
import { checkAnswers } from './answers/check-answers.ts';
import { checkBook, checkVersions } from './check-book.ts';
import { isNeverPublished, missingBoundaries } from './check-boundaries.ts';
import { checkIdentityLetter } from './identity-letter.ts';
import type { Problem } from './markdown-page.ts';
import { checkPeriodLetters } from './period-letters/check-period-letters.ts';
import { type Amount, everyRule, type Programme, type Rule } from './programme.ts';
import { type Pages, tryProgramme } from './read-programme.ts';
import { checkReminders } from './reminders/check-reminders.ts';
import { type ExampleRun, runExamples } from './run-examples.ts';
import { checkTopics } from './topics/check-topics.ts';

/** Everything that is wrong with a programme's pages, in words an officer can act on. Empty: it may be used. */
export function checkPages(pages: Pages): Problem[] {
  const { programme, problems } = tryProgramme(pages);
  return programme ? [...problems, ...checkProgramme(programme)] : problems;
}

export function checkProgramme(programme: Programme): Problem[] {
  const runs = runExamples(programme);
  return [
    ...everyRule(programme).flatMap((rule) =>
      checkRule(
        programme,
        rule,
        runs.filter((run) => run.rule === rule),
      ),
    ),
    ...checkVersions(programme),
    ...checkBook(programme),
    ...checkAnswers(programme),
    ...checkTopics(programme),
    ...missingApplications(programme),
    ...checkReminders(programme),
    ...checkPeriodLetters(programme),
    ...checkIdentityLetter(programme),
  ];
}

function checkRule(programme: Programme, rule: Rule, runs: readonly ExampleRun[]): Problem[] {
  const says = [
    ...(rule.quote && rule.citation ? [] : ['quote the sentence of the programme ("> …") and its source ("> — …").']),
    ...(rule.title ? [] : ['begin the page with a title ("# …").']),
    ...rule.amounts.flatMap((amount) => checkAmount(programme, rule, amount)),
    ...checkReach(rule, runs),
    ...missingBoundaries(programme, rule),
    ...repeatedClauses(rule),
  ];
  return [...says.map((text) => ({ page: rule.page, line: 1, says: text })), ...failedExamples(runs)];
}

function failedExamples(runs: readonly ExampleRun[]): Problem[] {
  const failed = runs.filter((run) => run.finding.verdict !== run.example.verdict);
  return failed.map(({ rule, example, finding }) => ({
    page: rule.page,
    line: example.line,
    says: `the example "${example.because}" says ${example.verdict}, the rule says ${finding.verdict}.`,
  }));
}

/** The dates of an amount rise, and the first is not after the first year the programme speaks about. */
function checkAmount(programme: Programme, rule: Rule, amount: Amount): string[] {
  const years = amount.dated.map((each) => each.fromYear);
  const [first] = years;
  const says: string[] = [];
  if (first === undefined) return [`"${amount.name}" has no amount.`];
  const since = Math.max(programme.rulesSince, rule.holds.from ?? 0);
  if (first > since) {
    says.push(`"${amount.name}" begins in ${first}: ${since} to ${first - 1} have no amount.`);
  }
  if (years.some((year, place) => year <= (years[place - 1] ?? 0))) {
    says.push(`the years of "${amount.name}" must rise from line to line; two lines hold for the same year.`);
  }
  const used = [...rule.applies, ...rule.metWhen, ...rule.waitWhile].some(
    (clause) => clause.operand.is === 'amount' && clause.operand.name === amount.name,
  );
  return used ? says : [...says, `"${amount.name}" is not used in the rule.`];
}

/** Each verdict the rule can give has words; each sentence has a verdict that an example reaches. */
function checkReach(rule: Rule, runs: readonly ExampleRun[]): string[] {
  const reached = new Set<Verdict>(runs.map((run) => run.finding.verdict));
  const worded = new Set<Verdict>(rule.words.map((wording) => wording.verdict));
  const without = [...reached].filter(
    (verdict) => !rule.words.some((words) => words.verdict === verdict && words.aboutFact === null),
  );
  const unreached = [...worded].filter((verdict) => !reached.has(verdict));
  const isOpen = [...rule.applies, ...rule.metWhen].some((clause) => isNeverPublished(rule, clause));
  const neverMet = reached.has('met') || isOpen ? [] : ['no example reaches "met".'];
  return [
    ...without.map((verdict) => `add a sentence for "${verdict}" that does not hang on one fact.`),
    ...unreached.map((verdict) => `there are words for "${verdict}", and no example reaches it.`),
    ...neverMet,
  ];
}

/** A line written twice, or a line to wait for that can only hold when the rule is met anyway. */
function repeatedClauses(rule: Rule): string[] {
  return [rule.applies, rule.metWhen, rule.waitWhile]
    .flatMap((clauses) => {
      const texts = clauses.map((clause) => clause.text);
      const again = texts.filter((text, place) => texts.indexOf(text) !== place);
      return again.map((text) => `"${text}" is written twice.`);
    })
    .concat(
      rule.waitWhile
        .filter((wait) => rule.metWhen.length === 1 && rule.metWhen[0]?.text === wait.text)
        .map((wait) => `"${wait.text}" is never reached: the rule is met then.`),
    );
}

/** Who applies by a form is asked what the programme's page says, and hears its words. */
function missingApplications({ applications, credentials }: Programme): Problem[] {
  const isAppliedFor = credentials.some(({ application }) => application !== null);
  if (!isAppliedFor || applications !== null) return [];
  return [{ page: 'applications.md', line: 1, says: 'this page is missing: a credential has a form to apply by.' }];
}
