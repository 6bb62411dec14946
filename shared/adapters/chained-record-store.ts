import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import { type NewRecord, type RecordStore, type Write, writesAtOnceMax } from '#shared/ports/record-store.ts';
import {
  type ChainHead,
  findHeadRecord,
  headIn,
  headRecord,
  isAuditKey,
  linkOf,
  withLink,
} from '#shared/records/audit-chain.ts';
import { checkWrites, keyOf } from './record-writes.ts';

/** Other processes that write to the same chain at this very moment; here they wait for each other. */
const triesMax = 50;

type End = Pick<ChainHead, 'count' | 'hash'> & { chain: string; version: number };

/**
 * Every audit row that is written becomes part of the chain of its partition, in the same transaction. It is part of both stores, so
 * nobody can write one past it, change one or take one away. Writers of one chain take turns; those of others know nothing of it.
 */
export function chainedRecordStore(store: RecordStore): RecordStore {
  const inTurn = makeTurns();
  return {
    find: (key) => store.find(key),
    list: (query) => store.list(query),
    count: (query) => store.count(query),
    async write(writes) {
      const chains = chainsOf(writes);
      if (chains.length === 0) return store.write(writes);
      checkWrites(writes);
      if (writes.length + chains.length > writesAtOnceMax)
        throw new GiveUp(`a write is at most ${writesAtOnceMax} changes, with one for each audit trail it adds to`);
      return inTurn(chains, () => writeChained(store, writes, chains));
    },
  };
}

function chainsOf(writes: readonly Write[]): string[] {
  const audits = writes.filter((write) => !('check' in write) && isAuditKey(keyOf(write)));
  const isOnlyAdded = audits.every((write) => 'put' in write && write.expect === 'absent' && isPlain(write.put));
  if (!isOnlyAdded) throw new GiveUp('an audit row is only ever added, in no index: never changed, never taken away');
  return [...new Set(audits.map((write) => keyOf(write).pk))];
}

const isPlain = ({ body, index1, index2 }: NewRecord) =>
  typeof body === 'object' && body !== null && !('chain' in body) && index1 === undefined && index2 === undefined;

async function writeChained(store: RecordStore, writes: readonly Write[], chains: readonly string[]) {
  for (let time = 1; time <= triesMax; time += 1) {
    const ends = await Promise.all(chains.map((chain) => endOf(store, chain)));
    if ((await store.write(linkedWrites(writes, ends))) === 'written') return 'written';
    // somebody else's row came in between, or it is a conflict of the caller's own
    const now = await Promise.all(chains.map((chain) => endOf(store, chain)));
    if (now.every(({ version }, at) => version === ends[at]?.version)) return 'conflict';
  }
  throw new TryAgain('too many write to one audit trail at this moment');
}

async function endOf(store: RecordStore, chain: string): Promise<End> {
  const record = await findHeadRecord(store, chain);
  if (record === null) return { chain, count: 0, hash: '', version: 0 };
  const head = headIn(record);
  if (head === null) throw new GiveUp('the head of an audit trail does not have its shape: npm run audit -- verify');
  return { chain, count: head.count, hash: head.hash, version: record.version };
}

function linkedWrites(writes: readonly Write[], ends: readonly End[]): Write[] {
  const last = new Map(ends.map((end) => [end.chain, end]));
  const linked = writes.map((write): Write => {
    const end = last.get(keyOf(write).pk);
    if (!('put' in write) || end === undefined || !isAuditKey(write.put)) return write;
    const put = withLink(write.put, end);
    const hash = linkOf({ ...put, version: 1 })?.link.hash ?? '';
    last.set(end.chain, { ...end, count: end.count + 1, hash });
    return { ...write, put };
  });
  const heads = [...last.values()].map(({ version, ...head }): Write => {
    return { put: headRecord(head, 'unsealed'), expect: version === 0 ? 'absent' : { version } };
  });
  return [...linked, ...heads];
}

/** Whoever names the same chains waits for those who came before, whatever became of them. */
function makeTurns() {
  const last = new Map<string, Promise<unknown>>();
  return async function inTurn<Result>(names: readonly string[], work: () => Promise<Result>): Promise<Result> {
    const before = names.flatMap((name) => last.get(name) ?? []);
    const done = Promise.all(before).then(work);
    const settled = done.catch(() => undefined);
    for (const name of names) last.set(name, settled);
    try {
      return await done;
    } finally {
      for (const name of names) if (last.get(name) === settled) last.delete(name);
    }
  };
}
