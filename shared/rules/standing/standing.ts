import { dayInWords } from '#shared/domain/calendar.ts';
import type { Finding, Missing } from '#shared/domain/finding.ts';
import type { Resolved } from '#shared/domain/resolution.ts';
import type { StandingWord } from '#shared/domain/standing-word.ts';
import { missingInWords } from '../nearest-miss.ts';
import { isPast, lastDayInTime, type ReportPeriod, spanInWords } from '../period/person-periods.ts';
import { isNameOfHours } from '../vocabulary.ts';

/** `why`: sentences for a reader of the office, in the order in which they led to the word. */
export type Standing = { readonly word: StandingWord; readonly why: readonly string[] };

/** What is on record about one period of one person. */
export type YearOnRecord = {
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
  /** mails that wait for a person of the office */
  readonly waiting: number;
  /** mails that were accepted, by the machine or a person */
  readonly accepted: number;
};

/** What people of the office said: about this period, and on the roster. */
export type SaidByOffice = { readonly resolved: Resolved | null; readonly status: string };
const nothingSaid: SaidByOffice = { resolved: null, status: '' };

/**
 * How a person's period stands by what is on record. Nobody is made inactive here: what follows from a missed report is a
 * named person's to say. `record` is null when nothing came. `today` is a day where the programme lives.
 */
export function standingOf(
  period: ReportPeriod,
  record: YearOnRecord | null,
  today: string,
  said: SaidByOffice = nothingSaid,
): Standing {
  const judged = judgedStanding(extended(period, said.resolved), record, today);
  return bySaid(judged, said);
}

/** The period with the last day that a named person gave, where that is a later one. */
export function extended(period: ReportPeriod, resolved: Resolved | null): ReportPeriod {
  const until = resolved?.word === 'extended' ? resolved.until : null;
  const last = lastDayInTime(period) ?? '';
  return until !== null && until > last ? { ...period, due: until } : period;
}

/** What a named person said stands until a named person lifts it; the roster's own "inactive" hides no report that is met. */
function bySaid(judged: Standing, { resolved, status }: SaidByOffice): Standing {
  if (resolved?.word === 'inactive' || resolved?.word === 'closed') {
    const what = resolved.word === 'inactive' ? 'made this inactive' : 'closed this';
    const now = judged.word === 'past-deadline-unresolved' ? [] : ['What is on record since says:', ...judged.why];
    return { word: resolved.word, why: [`A named person ${what}: ${resolved.reason}`, ...now] };
  }
  if (resolved?.word === 'extended' && resolved.until !== null && judged.word !== 'met')
    return { ...judged, why: [...judged.why, `A named person gave time until then: ${resolved.reason}`] };
  const isHidden = judged.word !== 'met' && judged.word !== 'in-review';
  if (isHidden && status.trim().toLowerCase() === 'inactive')
    return { word: 'inactive', why: ['The office itself wrote "inactive" on the roster.'] };
  return judged;
}

function judgedStanding(period: ReportPeriod, record: YearOnRecord | null, today: string): Standing {
  const before = beforeAnyReport(period);
  if (before !== null) return before;
  if (record === null) return nothingCame(period, today);
  const applying = record.findings.filter(({ verdict }) => verdict !== 'does-not-apply');
  const isMet = applying.length > 0 && applying.every(({ verdict }) => verdict === 'met');
  if (isMet && (record.waiting === 0 || record.accepted > 0)) return metBy(applying, record);
  if (record.waiting > 0) return { word: 'in-review', why: [waitingInWords(record.waiting), ...openIn(applying)] };
  if (applying.length === 0) return cannotTell('Something came, and no rule was answered for it.');
  return stillOpen(period, applying, record, today);
}

/** What can be said by the period alone. */
function beforeAnyReport({ kind, year, span, notOnFile, isRuled }: ReportPeriod): Standing | null {
  if (!isRuled) return cannotTell(`The programme's pages do not go back to ${year}.`);
  if (notOnFile !== null) return cannotTell(`The ${notOnFile} is not on the roster, and the period hangs on it.`);
  if (kind === 'none') return { word: 'not-yet-due', why: [`None of this person's periods ends in ${year}.`] };
  if (kind === 'not due')
    return { word: 'not-yet-due', why: ['No report is due for this period: it is the one of the first day.'] };
  if (kind === 'waived') return { word: 'not-yet-due', why: ['Nothing is asked for this first, short period.'] };
  return kind === null || span === null ? cannotTell('How long this period is has not been published.') : null;
}

function nothingCame(period: ReportPeriod, today: string): Standing {
  const due = dueInWords(period);
  if (isPast(period, today))
    return { word: 'past-deadline-unresolved', why: [`Nothing was received. ${due}`, forAPerson] };
  return { word: 'nothing-received', why: [`Nothing was received yet. ${due}`] };
}

function metBy(applying: readonly Finding[], { waiting }: YearOnRecord): Standing {
  const overridden = applying.filter(({ override }) => override !== undefined).length;
  const rules = `${applying.length === 1 ? 'The one rule that applies is' : `All ${applying.length} rules that apply are`} met.`;
  const byPerson = overridden === 0 ? [] : [`A person said so against the rule itself in ${overridden} of them.`];
  return { word: 'met', why: [rules, ...byPerson, ...(waiting === 0 ? [] : [waitingInWords(waiting)])] };
}

function stillOpen(
  period: ReportPeriod,
  applying: readonly Finding[],
  { missing }: YearOnRecord,
  today: string,
): Standing {
  const lacks = missing.length === 0 ? [] : [`Missing: ${missingInWords(missing)}.`];
  const why = [...lacks, ...(lacks.length === 0 ? openIn(applying) : [])];
  if (isPast(period, today)) return { word: 'past-deadline-unresolved', why: [...why, dueInWords(period), forAPerson] };
  const hasNotMet = applying.some(({ verdict }) => verdict === 'not-met');
  return { word: hasNotMet ? openWordOf(missing) : 'cannot-tell', why: [...why, dueInWords(period)] };
}

/** Hours can still be earned; a form, a certificate or a signature has to be sent for what was earned already. */
function openWordOf(missing: readonly Missing[]): StandingWord {
  return missing.some(({ fact }) => !isNameOfHours(fact)) ? 'documents-incomplete' : 'in-progress';
}

const forAPerson = 'What follows from that is for a named person to decide.';
const cannotTell = (why: string): Standing => ({ word: 'cannot-tell', why: [why] });
const waitingInWords = (count: number) =>
  count === 1 ? 'One mail waits for a person.' : `${count} mails wait for a person.`;

function openIn(applying: readonly Finding[]): string[] {
  return applying.filter(({ verdict }) => verdict !== 'met').map(({ rule, why }) => `${rule}: ${why}`);
}

function dueInWords({ due, span }: ReportPeriod): string {
  if (due !== null) return `The report is due by ${dayInWords(due)}.`;
  const which = span === null ? 'this period' : spanInWords(span);
  return `By when a report for ${which} is due has not been published.`;
}
