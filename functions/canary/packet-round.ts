import { type CanaryRun, type Difference, isTimeForPacket } from '#shared/domain/canary-run.ts';
import { canaryRunWrite, listCanaryRuns } from '#shared/records/canary-run-records.ts';
import type { Log } from '#shared/telemetry/log.ts';
import { checkPacket, type Expects, isOnItsWay } from './check-packet.ts';
import { type MailPacketPorts, mailPacket } from './mail-packet.ts';
import type { Packet } from './packet.ts';

export type PacketPorts = MailPacketPorts & { packet: Packet; expects: Expects; log: Pick<Log, 'error'> };

/** through: decided and answered as it must be. on-its-way: nobody can say yet. */
export type PacketFate = 'through' | 'different' | 'on-its-way';
type Look = { fate: PacketFate; differs: readonly Difference[] };

/** Looks what became of the packet that was mailed last, and says in words of ours what differs; null: none was mailed yet. */
export async function lookAtPacket(ports: LookPorts): Promise<Look | null> {
  const { records, clock, packet, expects, log } = ports;
  const last = (await listCanaryRuns(records)).at(-1);
  if (last === undefined) return null;
  const { run, version } = last;
  if (run.differs !== null) return { fate: fateOf(run.differs), differs: run.differs };
  const differs = await checkPacket(records, run, packet.page, expects);
  if (isOnItsWay(run, differs, clock.now())) return { fate: 'on-its-way', differs };
  for (const outcome of differs) log.error({ step: 'canary', submissionId: run.submissionId, outcome });
  // an answer that comes back at this moment has changed the row: then it is looked at again next time
  await records.write([canaryRunWrite({ ...run, differs }, version)]);
  return { fate: fateOf(differs), differs };
}

type LookPorts = Pick<PacketPorts, 'records' | 'clock' | 'packet' | 'expects' | 'log'>;
const fateOf = (differs: NonNullable<CanaryRun['differs']>) => (differs.length === 0 ? 'through' : 'different');

/** What became of the last packet; and mails the next when it is time, or when the last one was different: so it is soon seen to be mended. */
export async function packetRound(ports: PacketPorts): Promise<PacketFate | null> {
  const look = await lookAtPacket(ports);
  const last = (await listCanaryRuns(ports.records)).at(-1)?.run ?? null;
  if (isTimeForPacket(last, ports.clock.now())) await mailPacket(ports, ports.packet);
  return look?.fate ?? null;
}
