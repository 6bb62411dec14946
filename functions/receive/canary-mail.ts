import { type CanaryRun, canaryHeader } from '#shared/domain/canary-run.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import { sameAddress } from '#shared/domain/mail-stop.ts';
import { readHeaderLines, valuesOf } from '#shared/mail/header-lines.ts';
import { readHeaders } from '#shared/mail/read-headers.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import {
  canaryNameWrite,
  canaryRunWrite,
  findAnsweredRun,
  findCanaryRun,
  hashOfToken,
} from '#shared/records/canary-run-records.ts';

const headBytes = 64_000;

/**
 * The packet that this mail is, if it is one of ours: it bears a token that was made for one packet and that no other mail has spent,
 * and names the address that packet was sent from. Every other mail is a mail like any other, whatever it says of itself.
 */
export async function packetIn(
  records: RecordStore,
  { raw, rawSha256 }: { raw: Uint8Array; rawSha256: string },
): Promise<CanaryRun | null> {
  const head = raw.subarray(0, headBytes);
  const [token, ...others] = valuesOf(readHeaderLines(head), canaryHeader.toLowerCase());
  if (token === undefined || others.length > 0) return null;
  const found = await findCanaryRun(records, hashOfToken(token));
  if (found === null) return null;
  const { run, version } = found;
  const { from, messageId, flags } = readHeaders(head);
  const isFromUs = from !== null && sameAddress(from, run.from) && !flags.has('dup-from') && !flags.has('several-from');
  if (!isFromUs) return null;
  if (run.spentBy !== null) return run.spentBy === rawSha256 ? run : null;
  const spent = { ...run, spentBy: rawSha256, messageId };
  const written = await records.write([
    canaryRunWrite(spent, version),
    ...(messageId === null ? [] : [canaryNameWrite(messageId, run.tokenHash)]),
  ]);
  // somebody else spent it meanwhile: perhaps with these very bytes
  return written === 'written' ? spent : packetIn(records, { raw, rawSha256 });
}

/**
 * The packet that this letter of ours answered, come back to the address it was sent from: that is noted, and nothing else is done
 * with it. Only who has read the packet's Message-ID, which the mail service made, can write one.
 */
export async function packetAnsweredBy(
  records: RecordStore,
  { raw, recipients, at }: { raw: Uint8Array; recipients: readonly string[]; at: string },
): Promise<CanaryRun | null> {
  // nearly all mails end here, and nobody is asked
  if (!recipients.some((address) => address.toLowerCase().startsWith('canary@'))) return null;
  const { references } = readHeaders(raw.subarray(0, headBytes));
  for (const messageId of references.slice(0, namedMost)) {
    const found = await findAnsweredRun(records, messageId);
    if (found === null || !recipients.some((address) => sameAddress(address, found.run.from))) continue;
    const back = { ...found.run, answerBackAt: found.run.answerBackAt ?? at };
    const written = await records.write([canaryRunWrite(back, found.version)]);
    if (written === 'conflict') throw new TryAgain('somebody else changed the row of this packet');
    return back;
  }
  return null;
}

/** Our letter names the one mail that it answers. */
const namedMost = 3;
