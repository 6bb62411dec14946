import { makeWhatIf } from '#functions/apply-rules/what-if.ts';
import { makeCorrect } from '#functions/desk/correct.ts';
import { makeLeases } from '#functions/desk/leases.ts';
import { makeTryOut } from '#functions/desk/try-out.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { aDeskOfMails } from './a-desk-of-mails.ts';
import { submissionIdFor } from './a-submission.ts';
import { ann } from './staff.ts';

const programme = readProgrammeFolder('shared/rules/programmes/louisiana-rpss');

/** The desk of mails with reviewers at it: their clock stands still until a test moves it. */
export async function aReviewersDesk(roster?: readonly Specialist[]) {
  const mails = await aDeskOfMails(roster);
  const { records } = mails;
  let now = Date.parse('2026-12-02T15:00:00.000Z');
  const clock = { now: () => new Date(now).toISOString() };
  const leases = makeLeases({ records, clock });
  const correct = makeCorrect({ records, clock });
  const whatIf = makeWhatIf({ records, clock, programme: await programme });
  const version = async (number: number) => (await findSubmission(records, submissionIdFor(number)))?.version ?? 0;
  return {
    ...mails,
    clock,
    leases,
    correct,
    whatIf,
    tryOut: makeTryOut({ records, whatIf }),
    version,
    programme: await programme,
    seconds(number: number): void {
      now += number * 1000;
    },
    claim: (number: number, who: StaffId = ann) => leases.claim(submissionIdFor(number), who),
    /** Corrections of a reviewer whose page is up to date. */
    say: async (number: number, changes: unknown[], who: StaffId = ann) =>
      correct({ submissionId: submissionIdFor(number), who, version: await version(number), changes }),
    /** All rows of a mail, to see that nothing was written. */
    rows: async (number: number) => (await records.list({ pk: `SUB#${submissionIdFor(number)}`, limit: 1000 })).records,
  };
}
