import { type Decision, isStuck } from '#shared/domain/decision.ts';
import type { Submission } from '#shared/domain/submission.ts';
import { type Check, foundOrFine, minutesBefore } from '#shared/domain/watch.ts';
import { listDecisionsToCarryOut } from '#shared/records/decision-records.ts';
import { findSubmission, listOpenSubmissions } from '#shared/records/submission-records.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** What was promised: a mail that was taken is a case, or a problem that somebody sees, within so many minutes. */
const promisedMinutes = 15;
/** A run that is at work longer waits for something that does not come. */
const atWorkMinutes = 6 * 60;

/** Mails that were accepted, are not filed, and nobody works on; and those that are worked on for hours. */
export async function stuckCases({ records, runs }: WatchPorts, now: string): Promise<Check> {
  const promised = minutesBefore(now, promisedMinutes);
  const atWork = minutesBefore(now, atWorkMinutes);
  const stuck: string[] = [];
  let after: string | undefined;
  do {
    const page = await listOpenSubmissions(records, { limit: 200, ...(after === undefined ? {} : { after }) });
    const old = page.submissions.map(({ submission }) => submission).filter((one) => since(one) <= promised);
    for (const one of old)
      if (since(one) <= atWork || !(await isWorkedOn({ records, runs }, one))) stuck.push(one.reference);
    after = page.after;
  } while (after !== undefined);
  return foundOrFine(stuck, {
    one: 'mail was accepted, is not filed, and nobody works on it',
    many: 'mails were accepted, are not filed, and nobody works on them',
    none: `Every mail that came more than ${promisedMinutes} minutes ago is filed, or is being worked on.`,
  });
}

/** An item is worked on by the run of its mail, or, once that was cut off, by its own. */
async function isWorkedOn({ records, runs }: Pick<WatchPorts, 'records' | 'runs'>, one: Submission): Promise<boolean> {
  const mail = one.itemOf ? await findSubmission(records, one.itemOf.mail) : null;
  const own = [one.runId, ...(mail ? [mail.submission.runId] : [])];
  return (await Promise.all(own.map((runId) => runs.isGoingOn('intake', runId)))).includes(true);
}

const since = ({ envelope }: Submission) => envelope.receivedAt;

/** So long after it took effect all that follows from a decision is done. */
const settledMinutes = 30;

/** Decisions of people whose time has come, and that are not carried out. */
export async function settlingTooLong({ records }: WatchPorts, now: string): Promise<Check> {
  const latest = minutesBefore(now, settledMinutes);
  const isLate = (one: Decision) =>
    isStuck(one, now) || (one.state === 'in-effect' && (one.takesEffectAt ?? one.at) <= latest);
  const late = (await listDecisionsToCarryOut(records)).filter(isLate);
  return foundOrFine(
    late.map(({ submissionId, number }) => `${submissionId} decision ${number}`),
    {
      one: 'decision took effect and is not carried out',
      many: 'decisions took effect and are not carried out',
      none: 'Every decision whose time has come is carried out.',
    },
  );
}
