import type { Judgement } from './judgement.ts';
import { isSameTitle } from './title-likeness.ts';

type Line = Judgement['credits'][number];

/**
 * What somebody claimed and would lose, in words: a training that counted, or was still open, and would not count any more, or
 * for fewer hours than the machine counted. By what means, a ruling or a correction, makes no difference. What is open before
 * and after is not lost: the sender is asked about it.
 */
export function lostClaims(before: Judgement, after: Judgement): string[] {
  const personOf = ({ people }: Judgement, { person }: Line) => people[person]?.specialistId ?? null;
  const lost = trainingsOf(before.credits).flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const owner = personOf(before, first);
    const mine = after.credits.filter((line) => owner === null || personOf(after, line) === owner);
    const sentence = lossOf(lines, standingFor(first, before.credits, mine));
    return sentence === null ? [] : [sentence];
  });
  const isLessInAll = countedHours(after.credits) < countedHours(before.credits);
  return lost.length === 0 && isLessInAll ? ['Fewer hours would count in all than before.'] : lost;
}

/** Rules that were met for somebody and would not be. */
export function lostRules(before: Judgement, after: Judgement): string[] {
  const keyOf = ({ people }: Judgement, { person, rule, year, applicationId }: Judgement['findings'][number]) =>
    `${people[person]?.specialistId}#${rule}#${year}#${applicationId}`;
  const met = ({ findings }: Judgement) => findings.filter(({ verdict }) => verdict === 'met');
  const still = new Set(met(after).map((finding) => keyOf(after, finding)));
  const lost = met(before).filter((finding) => !still.has(keyOf(before, finding)));
  return lost.map(({ rule }) => `Rule ${rule} was met and would not be met any more.`);
}

/** `after`: what became of the lines of one training. */
function lossOf(before: readonly Line[], after: readonly Line[]): string | null {
  const title = before[0]?.title || 'A training without a title';
  const counted = countedHours(after);
  const isCounted = after.some(({ status }) => status === 'counted');
  if (before.some(({ status }) => status === 'counted')) {
    if (!isCounted) return `"${title}" counted and would not count any more.`;
    return counted < countedHours(before) ? `"${title}" would count for fewer hours than before.` : null;
  }
  const isOpen = (lines: readonly Line[]) => lines.some(({ status }) => status === 'undecided');
  return isOpen(before) && !isCounted && !isOpen(after)
    ? `"${title}" was claimed, is still open, and would not count.`
    : null;
}

/** Two parts of one training differ in the last number of their ids. */
function trainingsOf(lines: readonly Line[]): Line[][] {
  return [...Map.groupBy(lines, trainingOf).values()];
}

const trainingOf = ({ creditId, person }: Line) => `${person}#${creditId.slice(0, creditId.lastIndexOf('#'))}`;

/**
 * The lines that a training has become: by its certificate, else by its name and day. A row without either whose title was put
 * right is known by its place on the form, where no other training of before stands there now.
 */
function standingFor(line: Line, before: readonly Line[], after: readonly Line[]): Line[] {
  const byPaper = after.filter((other) => sharesCertificate(line, other));
  const alike = after.filter((other) => isSameTraining(line, other));
  if (byPaper.length > 0 || alike.length > 0) return [...new Set([...byPaper, ...alike])];
  return after.filter(
    (other) => other.creditId === line.creditId && !before.some((one) => one !== line && isSameTraining(one, other)),
  );
}

function sharesCertificate(one: Line, other: Line): boolean {
  const papers = one.evidence.filter(({ role }) => role === 'certificate');
  return papers.some((paper) =>
    other.evidence.some(
      ({ role, submissionId, document }) =>
        role === 'certificate' && submissionId === paper.submissionId && document === paper.document,
    ),
  );
}

function isSameTraining(one: Line, other: Line): boolean {
  const isSameDay = one.completedOn === null || one.completedOn === other.completedOn;
  return isSameDay && isSameTitle(one.title, other.title);
}

const countedHours = (lines: readonly Line[]) =>
  lines.reduce((sum, { status, hours }) => sum + (status === 'counted' ? (hours ?? 0) : 0), 0);
