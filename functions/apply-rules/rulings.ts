import type { Credit } from '#shared/domain/credit.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { CreditRuling, SignedRulings } from '#shared/domain/ruling.ts';
import { isSameTitle } from '#shared/domain/title-likeness.ts';
import { type Concern, concern } from './concern.ts';

type Signed<Ruling> = Ruling & Pick<SignedRulings, 'by' | 'at'>;

/** Of several about one thing the newest. */
function newest<Ruling>(
  rulings: readonly SignedRulings[],
  pick: (of: SignedRulings) => readonly Ruling[],
  fits: (ruling: Ruling) => boolean,
): Signed<Ruling> | null {
  const all = rulings.flatMap((of) => pick(of).map((ruling) => ({ ...ruling, by: of.by, at: of.at })));
  return all.filter(fits).at(-1) ?? null;
}

/**
 * A line as a person ruled on it. A line that was ruled out and comes again from another paper is not counted by the
 * machine: a person looks again.
 */
export function ruledCredit(credit: Credit, rulings: readonly SignedRulings[]): Credit {
  const ruling = newest(
    rulings,
    ({ credits }) => credits,
    (one) => isAbout(one, credit),
  );
  if (!ruling) return isRuledOut(credit, rulings) && credit.status === 'counted' ? { ...credit, ...again } : credit;
  const { by, at, reason, counts } = ruling;
  return {
    ...credit,
    status: counts ? 'counted' : 'not-counted',
    bucket: ruling.bucket ?? credit.bucket,
    hours: ruling.hours ?? credit.hours,
    code: counts ? null : (ruling.code ?? 'needs-human-decision'),
    why: reason,
    ruling: { by, at, reason },
  };
}

const again = {
  status: 'undecided',
  code: 'needs-human-decision',
  why: 'A person of the office has ruled on this training before; a person will look again.',
} as const;

/** One for each line that would count, had nobody ruled it out before. */
export function ruledOutConcerns(ruled: readonly Credit[], before: readonly Credit[]): Concern[] {
  return ruled
    .filter((credit, i) => credit.status !== before[i]?.status && !credit.ruling)
    .map(({ why }) => {
      return concern('needs-human-decision', why);
    });
}

/** The same line, or the same part of the same paper under the same title: its row on the form may be another one now. */
function isAbout(ruling: CreditRuling, { creditId, title }: Credit): boolean {
  if (ruling.creditId === creditId) return true;
  const [[paper, , part], [otherPaper, , otherPart]] = [ruling.creditId.split('#'), creditId.split('#')];
  return paper === otherPaper && part === otherPart && paper !== 'none' && isSameTitle(ruling.title, title);
}

function isRuledOut({ title }: Credit, rulings: readonly SignedRulings[]): boolean {
  const ruling = newest(
    rulings,
    ({ credits }) => credits,
    (one) => isSameTitle(one.title, title),
  );
  return ruling !== null && !ruling.counts;
}

/** Whom a finding is about: somebody on the roster, or an application of somebody who may be on none. */
type About = { specialistId: string } | { applicationId: string };

/** A finding with the verdict a person gave it; the rule's own stays beside it. */
export function overridden(finding: Finding, about: About, rulings: readonly SignedRulings[]): Finding {
  const override = newest(
    rulings,
    ({ overrides }) => overrides,
    (one) => one.rule === finding.rule && isOf(one, about) && one.year === finding.year,
  );
  if (!override) return finding;
  const { by, at, reason, verdict } = override;
  return { ...finding, verdict, decidedBy: 'person', override: { by, at, reason, verdictByRule: finding.verdict } };
}

function isOf(override: SignedRulings['overrides'][number], about: About): boolean {
  return 'specialistId' in about
    ? override.specialistId === about.specialistId
    : override.applicationId === about.applicationId;
}

/** What still speaks against a mail once a person has put doubts aside. `document` null: wherever it was said. */
export function unsettled(concerns: readonly Concern[], rulings: readonly SignedRulings[]): Concern[] {
  const settled = rulings.flatMap(({ doubts }) => doubts);
  return concerns.filter(
    ({ code, about }) =>
      !settled.some((one) => one.code === code && (one.document === null || one.document === about?.at)),
  );
}
