import { TryAgain } from '#shared/domain/faults.ts';
import type { Disposal, DisposalCase } from '#shared/domain/retention.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { deskAuditWrite } from '#shared/records/history-records.ts';
import { disposalWrite, disposedKeys, disposedWrite, listDisposals } from '#shared/records/retention-records.ts';
import type { RetentionPorts } from './propose-disposal.ts';
import { type Due, whatIsDue } from './what-is-due.ts';

type Ports = RetentionPorts & { files: FileStore };
type CarriedOut = { destroyed: number; kept: number };

/** Carries out what two people agreed to, as far as it still may be: a hold or a mail that came since keeps what it needs. */
export function makeCarryOutDisposals(ports: Ports) {
  const { records, clock, retention } = ports;
  return async (): Promise<CarriedOut> => {
    const total = { destroyed: 0, kept: 0 };
    for (const { disposal, version } of await listDisposals(records)) {
      if (disposal.state !== 'agreed') continue;
      const at = clock.now();
      const due = await whatIsDue(records, retention, at);
      const kept: Disposal['kept'] = [];
      let destroyed = 0;
      for (const one of disposal.cases) {
        const { gone, left } = await parted(records, one, due);
        await destroy(ports, { ...one, objects: gone }, { disposalId: disposal.disposalId, at });
        destroyed += gone.length;
        kept.push(...left);
      }
      const codes = [disposal.disposalId, String(destroyed)];
      const audit = deskAuditWrite({ at, by: 'machine', action: 'disposal-done', codes });
      const done = disposalWrite({ ...disposal, state: 'done', doneAt: at, kept }, version);
      if ((await records.write([done, audit])) === 'conflict') throw new TryAgain('somebody changed this list');
      total.destroyed += destroyed;
      total.kept += kept.length;
    }
    return total;
  };
}

type Parted = { gone: DisposalCase['objects']; left: Disposal['kept'] };

async function parted(records: RecordStore, { submissionId, objects }: DisposalCase, due: Due): Promise<Parted> {
  // a night that was cut off had written this down, and is gone on with
  const before = await disposedKeys(records, submissionId);
  const now = due.cases.find((one) => one.submissionId === submissionId)?.objects ?? [];
  const isDue = (key: string) => (before.has(key) ? !due.needed.has(key) : now.some((object) => object.key === key));
  const why = (key: string) => (due.held.has(submissionId) ? 'held' : due.needed.has(key) ? 'needed' : 'not-due');
  return {
    gone: objects.filter(({ key }) => isDue(key)),
    left: objects.filter(({ key }) => !isDue(key)).map(({ key }) => ({ key, why: why(key) })),
  };
}

/** The log first: what is destroyed and not written down would be lost. */
async function destroy(
  { records, files }: Ports,
  one: DisposalCase,
  { disposalId, at }: { disposalId: string; at: string },
) {
  const [first] = one.objects;
  if (first === undefined) return;
  const isLogged = (await disposedKeys(records, one.submissionId)).has(first.key);
  const codes = [...new Set(one.objects.map(({ rule }) => rule))];
  const writes: Write[] = [
    disposedWrite(one, disposalId, at),
    auditWrite(one.submissionId, { at, by: 'machine', action: 'disposed', codes }, disposalId),
  ];
  if (!isLogged && (await records.write(writes)) === 'conflict') throw new TryAgain('this was written down before');
  for (const { key } of one.objects) await files.remove(key);
}
