import type { RecordRows } from '#shared/ports/record-rows.ts';
import type { Difference } from './compare-stores.ts';

/** How the machine got on, who is signed in, what is kept only to be quick, what we mailed ourselves, and who looked at what: nobody's word about a case. */
const nobodysWord =
  /^(?:RUN|MACHINE|READ|PICTURE|CANARY|CHAIN|CHAINS|SEAL|SEALS|UNSEALED|SESSION|TICKET|TRIES|LINK|DOWNLOAD|WATCH|ODD-MAILS|SWEEP|WAITING|REQUESTS|DESK|FILE|PAGE|BOOK|SUB (?:OPENED|LEASE|TOUCH|SENDING|PICTURE|PAGE-READ)|PERSON TOUCHED)\b/;

/** Kinds of rows that the old store has and the new one has not at all: nothing makes them again. */
export async function rowsLeft(old: RecordRows, fresh: RecordRows): Promise<Difference[]> {
  const [before, after] = [await countedByKind(old), await countedByKind(fresh)];
  return [...before]
    .filter(([kind]) => !after.has(kind) && !nobodysWord.test(kind))
    .map(([kind, rows]) => ({ kind: 'rows not made again', about: kind, says: `${rows} in the old store only` }));
}

async function countedByKind(rows: RecordRows): Promise<Map<string, number>> {
  const counted = new Map<string, number>();
  for await (const { pk, sk } of rows.all()) {
    const head = pk.split('#')[0] ?? '';
    const kind = head === 'SUB' || head === 'PERSON' ? `${head} ${sk.split('#')[0]}` : head;
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
  }
  return counted;
}
