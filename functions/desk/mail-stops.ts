import type { StaffId } from '#shared/domain/staff.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import {
  findMailStop,
  listStopRequestsOf,
  mailStopWrite,
  stopRequestWrite,
} from '#shared/records/mail-stop-records.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { touchPersonWrite } from '#shared/records/touched-records.ts';

type Ports = { records: RecordStore; clock: Clock };
export type MailStopAnswer =
  | 'written-again'
  | 'letters-stopped'
  | 'stop-dismissed'
  | 'no-reason-given'
  | 'nothing-to-do';
type About = { specialistId: string; who: StaffId };

const reasonMax = 500;

/** What a person of the office says of an address that takes no reminders, and of somebody who asked for none. */
export function makeMailStops(ports: Ports) {
  return {
    /** The address works after all, or the person wants the letters again. */
    callOver: (about: About & { address: string; reason: string }) => callOver(ports, about),
    /** `isStopped` false: the person meant something else. */
    answerRequest: (about: About & { submissionId: string; isStopped: boolean }) => answerRequest(ports, about),
  };
}

async function callOver(
  { records, clock }: Ports,
  { specialistId, address, reason, who }: About & { address: string; reason: string },
): Promise<MailStopAnswer> {
  const why = reason.trim();
  if (why === '' || why.length > reasonMax) return 'no-reason-given';
  const found = await findMailStop(records, specialistId, address);
  if (found === null || found.stop.over !== null) return 'nothing-to-do';
  const at = clock.now();
  const written = await records.write([
    mailStopWrite({ ...found.stop, over: { by: who, at, reason: why } }, found.version),
    personAuditWrite(specialistId, { at, by: 'person', action: 'address-written-again', codes: [], who }),
    // a letter that was held may be due still
    touchPersonWrite(specialistId),
  ]);
  return written === 'conflict' ? 'nothing-to-do' : 'written-again';
}

async function answerRequest(
  { records, clock }: Ports,
  { specialistId, submissionId, isStopped, who }: About & { submissionId: string; isStopped: boolean },
): Promise<MailStopAnswer> {
  const requests = await listStopRequestsOf(records, specialistId);
  const found = requests.find(({ request }) => request.submissionId === submissionId && request.state === 'open');
  if (found === undefined) return 'nothing-to-do';
  const { request, version } = found;
  const at = clock.now();
  const state = isStopped ? ('stopped' as const) : ('dismissed' as const);
  const decided: Write = stopRequestWrite({ ...request, state, by: who, decidedAt: at }, version);
  const action = isStopped ? 'letters-stopped' : 'stop-dismissed';
  const audit = personAuditWrite(specialistId, { at, by: 'person', action, codes: [submissionId], who });
  const before = await findMailStop(records, specialistId, request.address);
  const stop = {
    specialistId,
    address: request.address,
    cause: 'asked-to-stop',
    status: '',
    at,
    by: who,
    over: null,
  } as const;
  const isNew = isStopped && (before === null || before.stop.over !== null);
  const writes = isNew ? [mailStopWrite(stop, before?.version ?? null)] : [];
  return (await records.write([decided, audit, ...writes])) === 'conflict' ? 'nothing-to-do' : action;
}
