import type { Finding, Verdict } from '#shared/domain/finding.ts';
import { type ApplicantWords, sayTo } from '#shared/rules/applications-page.ts';
import type { FactName } from '#shared/rules/facts.ts';
import { missingIn } from '#shared/rules/nearest-miss.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type ApplicationPapers, openQuestionsOf } from './application-facts.ts';

type Sentences = { here: string[]; missing: string[] };

/**
 * What has come and what is still needed, in the programme's words for letters. Nothing is called missing that the rules do
 * not call missing for certain, and no question about the applicant's own life is named.
 */
export function whatApplicantsHear(
  programme: Programme,
  papers: ApplicationPapers,
  findings: readonly Finding[],
): Sentences {
  const page = programme.applications;
  const facts = new Set(missingIn(programme, findings).map(({ fact }) => fact));
  const here = (fact: FactName, name: ApplicantWords) =>
    verdictOn(programme, fact, findings) === 'met' ? [sayTo(page, name)] : [];
  const missing = (fact: FactName, name: ApplicantWords) => (facts.has(fact) ? [sayTo(page, name)] : []);
  return {
    here: [
      ...here('questions without answer', 'questions complete'),
      ...here('application signed', 'signature complete'),
      ...here('education evidence attached', 'school paper complete'),
    ],
    missing: [
      ...(facts.has('questions without answer') ? questionsInWords(programme, papers) : []),
      ...missing('application signed', 'signature'),
      ...missing('education evidence attached', 'school paper'),
    ],
  };
}

function verdictOn(programme: Programme, fact: FactName, findings: readonly Finding[]): Verdict | undefined {
  const rules = programme.eligibility.filter(({ metWhen }) => metWhen.some((clause) => clause.fact === fact));
  return findings.find(({ rule, verdict }) => verdict !== 'does-not-apply' && rules.some(({ id }) => id === rule))
    ?.verdict;
}

function questionsInWords(programme: Programme, papers: ApplicationPapers): string[] {
  const open = openQuestionsOf(programme, papers);
  const page = programme.applications;
  if (!open) return [];
  const named = open.named.map((question) => sayTo(page, 'a question').replaceAll('{question}', question));
  if (open.unnamed === 0) return named;
  const others = sayTo(page, open.unnamed === 1 ? 'one other question' : 'other questions');
  return [...named, others.replaceAll('{count}', String(open.unnamed))];
}
