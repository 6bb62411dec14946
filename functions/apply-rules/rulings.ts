import type { Credit } from '#shared/domain/credit.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { CreditRuling, SignedRulings } from '#shared/domain/ruling.ts';
import { isSameTitle } from '#shared/domain/title-likeness.ts';
import { type Concern, concern } from './concern.ts';

type Signed<Ruling> = Ruling & Pick<SignedRulings, 'by' | 'at'>;

/** Of several about one thing the one that was made last, whichever mail it was about. */
function newest<Ruling>(
  rulings: readonly SignedRulings[],
  pick: (of: SignedRulings) => readonly Ruling[],
  fits: (ruling: Ruling) => boolean,
): Signed<Ruling> | null {
  const inOrder = [...rulings].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const all = inOrder.flatMap((of) => pick(of).map((ruling) => ({ ...ruling, by: of.by, at: of.at })));
  return all.filter(fits).at(-1) ?? null;
}

/**
 * A line as a person ruled on it. A line that was ruled out and comes again from another paper, or that was ruled on under
 * another title, is not counted by the machine: a person looks again.
 */
export function ruledCredit(credit: Credit, rulings: readonly SignedRulings[]): Credit {
  const ruling = newest(
    rulings,
    ({ credits }) => credits,
    (one) => isAbout(one, credit),
  );
  if (!ruling) return isRuledBefore(credit, rulings) && credit.status === 'counted' ? { ...credit, ...again } : credit;
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

/**
 * The same line, or the same part of the same paper, its row on the form may be another one now; always under the same title: a
 * row that was put right since, or a paper whose training the register names otherwise now, is not what was ruled on.
 */
function isAbout(ruling: CreditRuling, { creditId, title }: Credit): boolean {
  if (!isTitledAlike(ruling.title, title)) return false;
  if (ruling.creditId === creditId) return true;
  const [[paper, , part], [otherPaper, , otherPart]] = [ruling.creditId.split('#'), creditId.split('#')];
  return paper === otherPaper && part === otherPart && paper !== 'none' && title !== '';
}

const isTitledAlike = (one: string, other: string) => one === other || isSameTitle(one, other);

/** A training of this name was ruled out, or somebody ruled on this very line when it bore another name. */
function isRuledBefore({ creditId, title }: Credit, rulings: readonly SignedRulings[]): boolean {
  const pick = ({ credits }: SignedRulings) => credits;
  const ofTitle = newest(rulings, pick, (one) => isSameTitle(one.title, title));
  const ofLine = newest(rulings, pick, (one) => one.creditId === creditId);
  return ofTitle === null ? ofLine !== null : !ofTitle.counts;
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

/**
 * A verdict that a person gave when they decided about another mail, and that the rule would not give by what is here now: they did
 * not see that. It goes on holding, and a person looks. `own`: what was ruled about this mail itself.
 */
export function inheritedConcerns(findings: readonly Finding[], own: readonly SignedRulings[]): Concern[] {
  return findings.flatMap(({ rule, verdict, override }) => {
    const isOwn = own.some(({ by, at }) => by === override?.by && at === override.at);
    if (!override || isOwn || override.verdictByRule === verdict) return [];
    const why = `A person of the office has decided about rule ${rule} before, and by the papers it would be otherwise now; a person will look again.`;
    return [concern('needs-human-decision', why)];
  });
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
