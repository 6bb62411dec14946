import { GiveUp } from '#shared/domain/faults.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { type NotedReturn, noteReturned } from '#shared/records/returned-mail.ts';
import { returnedIn } from './ses-event.ts';

/** Notes what the mail service reports of mails of ours that came back or were called unwanted. */
export function makeNoteBounces({ records, clock }: { records: RecordStore; clock: Clock }) {
  return async (event: unknown): Promise<{ noted: NotedReturn[] }> => {
    const returned = returnedIn(event);
    if (returned === null) throw new GiveUp('this event is neither a bounce nor a complaint');
    const noted: NotedReturn[] = [];
    for (const one of returned) noted.push(await noteReturned(records, one, clock.now()));
    return { noted };
  };
}
