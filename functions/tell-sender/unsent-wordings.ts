import { GiveUp } from '#shared/domain/faults.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listWaitingAnswers } from '#shared/records/answer-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { Programme } from '#shared/rules/programme.ts';

const namedMax = 5;

/**
 * A page of letters that somebody took away, while a letter drafted with it has not gone: nobody stands behind its words any more. Throws
 * `GiveUp` with the page and the cases. Which version it was stays on record, so the page can be put back as it stood.
 */
export async function refuseGoneWordings(records: RecordStore, programme: Programme): Promise<void> {
  const gone = (await listWaitingAnswers(records)).filter(
    ({ answer: { wordedBy } }) => wordedBy !== undefined && programme.letters[wordedBy.letter] === undefined,
  );
  const [first] = gone;
  if (first === undefined) return;
  const pages = [...new Set(gone.map(({ answer }) => `letters/${answer.wordedBy?.letter}.md`))].join(', ');
  const found = await Promise.all(
    gone.slice(0, namedMax).map(({ submissionId }) => findSubmission(records, submissionId)),
  );
  const cases = found.flatMap((one) => (one ? [one.submission.reference] : [])).join(', ');
  const more = gone.length > namedMax ? ` and ${gone.length - namedMax} more` : '';
  throw new GiveUp(
    `The program cannot start: ${pages} is gone from the programme, and letters drafted with it have not been sent yet (${cases}${more}). Put the page back until they have gone, or decide these cases first.`,
  );
}
