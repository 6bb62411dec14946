import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { fileWrite, findFile } from '#shared/records/file-records.ts';
import type { FileInput } from '#shared/workflow/steps.ts';

/** One file that could not be read does not stop the others: it is marked, and its mail goes to a person. */
export function makeLeaveFileUnread({ records }: { records: RecordStore }) {
  return async ({ submissionId, runId, fileId }: FileInput) => {
    const found = await findFile(records, submissionId, fileId);
    if (!found) throw new GiveUp('there is no such file');
    const refused = {
      code: 'needs-human-decision' as const,
      text: 'This file could not be read by machine. A person will look at it.',
    };
    const written = await records.write([fileWrite({ ...found.file, refused }, { version: found.version })]);
    if (written === 'conflict') throw new TryAgain('somebody else changed the file');
    return { submissionId, runId, fileId };
  };
}
