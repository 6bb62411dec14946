import { type Check, fine, found, minutesBefore } from '#shared/domain/watch.ts';
import { oddMailsSince } from '#shared/records/odd-mail-records.ts';
import type { WatchPorts } from '../watch-ports.ts';

const hours = 24;
/** A letter of ours may be sent on to us once or twice by hand; more is a machine. */
const ownMost = 3;

/** Mails of the last day that no machine could handle as it should. Each has its case, or needs none; together they say that something is wrong. */
export async function oddMails({ records }: Pick<WatchPorts, 'records'>, now: string): Promise<Check> {
  const since = minutesBefore(now, hours * 60);
  const [notOpened, late, own] = await Promise.all([
    oddMailsSince(records, 'not-opened', since),
    oddMailsSince(records, 'scan-late', since),
    oddMailsSince(records, 'our-own', since),
  ]);
  const loop = own.length > ownMost ? own : [];
  const said = [
    ...sentence(notOpened, 'could not be opened by any parser'),
    ...sentence(late, 'had no word of the scanner within a quarter of an hour'),
    ...sentence(loop, 'were letters of our own that came back: two machines may be talking to each other'),
  ];
  const about = [...new Set([...notOpened, ...late, ...loop])];
  if (about.length === 0)
    return fine('Every mail of the last day was opened and scanned as it should be, and none was our own.');
  return found(`Of the mails of the last day ${said.join(', ')}.`, about);
}

const sentence = (references: readonly string[], what: string): string[] =>
  references.length === 0 ? [] : [`${references.length} ${what}`];
