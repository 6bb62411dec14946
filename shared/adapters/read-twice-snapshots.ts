import { createHash } from 'node:crypto';
import { TryAgain } from '#shared/domain/faults.ts';
import type { RecordSnapshots } from '#shared/ports/record-snapshots.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';

/** The first two usually say the same. */
const readingsMax = 6;

/**
 * For a store that has no snapshots, as DynamoDB: all is read twice. Where both readings found the very same rows, nothing of them
 * was changed from the first to the second, so all stood so at the moment between the two. Where they differ it is read again.
 */
export function readTwiceSnapshots(records: RecordStore): RecordSnapshots {
  return {
    async atOneMoment(read) {
      let before: string | null = null;
      for (let reading = 1; reading <= readingsMax; reading += 1) {
        const witness = watched(records);
        const found = await read(witness.records);
        const seen = witness.seen();
        if (seen === before) return found;
        before = seen;
      }
      throw new TryAgain('so much is decided at this moment that no list of it adds up');
    },
  };
}

/** The store, with a digest of all that was asked and answered, whatever the order. What was answered in two ways is never the same. */
function watched(store: RecordStore): { records: RecordStore; seen(): string } {
  const answers = new Map<string, string>();
  const note = <Answer>(asked: unknown, answer: Answer): Answer => {
    const question = JSON.stringify(asked);
    const digest = createHash('sha256').update(JSON.stringify(answer)).digest('base64');
    const known = answers.get(question);
    answers.set(question, known === undefined || known === digest ? digest : `${known} ${digest} ${performance.now()}`);
    return answer;
  };
  return {
    records: {
      find: async (key) => note(['find', key.pk, key.sk], await store.find(key)),
      list: async (query) => note(['list', query], await store.list(query)),
      count: async (query) => note(['count', query], await store.count(query)),
      write: async () => 'conflict',
    },
    seen: () => JSON.stringify([...answers].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}
