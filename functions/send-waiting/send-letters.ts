import { segments } from '#shared/domain/segment.ts';
import type { HandOverPorts } from '#shared/records/hand-over-answer.ts';
import { pageOfLettersToSend, type VersionedLetter } from '#shared/records/letter-records.ts';
import { giveBackSending, takeSending } from '#shared/records/sending-lease-records.ts';
import { handOverLetter, makeHasWritten, type Sending, type Tried } from './hand-over-letter.ts';

export type SentLetters = { sent: number; stillWaiting: number; withdrawn: number; refused: number };

/** A night of a large roster has more letters than one call has time for: the next call goes on. */
const secondsMost = 200;
/** Longer than a call may take: whoever was cut off in the middle holds up nobody for long. */
const leaseSeconds = 360;
const perPage = 100;
/** A relay and a table far away answer many at once as quickly as one; how many go in a second is the sender's own bound. */
const atOnce = 10;
/** So many refused in a row are no accident: the others are not even tried, and all wait for the next call. */
const busyMost = 20;

/** What one call has done, and whether it should go on. */
type Round = { done: SentLetters; end: number; busyInARow: number };

/**
 * Sends the letters of the schedule, and those about what a person decided, whose hour has come. Each is looked at once more before
 * it goes: what was right at night may not be right in the morning, and of who has written since nobody can tell until the next sweep.
 * Two calls at once share the segments between them.
 */
export function makeSendLetters(ports: HandOverPorts) {
  return async (): Promise<SentLetters> => {
    const round: Round = {
      done: { sent: 0, stillWaiting: 0, withdrawn: 0, refused: 0 },
      end: Date.parse(ports.clock.now()) + secondsMost * 1000,
      busyInARow: 0,
    };
    const sending = { ...ports, hasWritten: makeHasWritten(ports) };
    for (const segment of segments) if (!isOver(sending, round)) await sendSegment(sending, round, segment);
    return round.done;
  };
}

const isOver = ({ clock }: Sending, { end, busyInARow }: Round) =>
  busyInARow >= busyMost || Date.parse(clock.now()) > end;

async function sendSegment(ports: Sending, round: Round, segment: string): Promise<void> {
  const { records, clock } = ports;
  const now = clock.now();
  const first = await pageOfLettersToSend(records, segment, { now, limit: perPage });
  if (first.letters.length === 0) return;
  const until = new Date(Date.parse(now) + leaseSeconds * 1000).toISOString();
  const lease = await takeSending(records, segment, { now, until });
  if (lease === null) return;
  try {
    let page = first;
    await sendPage(ports, round, page.letters);
    while (page.after !== undefined && !isOver(ports, round)) {
      page = await pageOfLettersToSend(records, segment, { now, limit: perPage, after: page.after });
      await sendPage(ports, round, page.letters);
    }
  } finally {
    await giveBackSending(records, segment, lease);
  }
}

/** Some at a time, each the next one that is left. */
async function sendPage(ports: Sending, round: Round, letters: readonly VersionedLetter[]): Promise<void> {
  const left = letters.values();
  const work = async () => {
    for (const one of left) {
      if (isOver(ports, round)) return;
      count(round, await handOverLetter(ports, one));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function count(round: Round, tried: Tried): void {
  if (tried === 'relay-busy') round.busyInARow += 1;
  if (tried === 'sent') round.busyInARow = 0;
  if (tried !== 'gone') round.done[tried === 'relay-busy' ? 'stillWaiting' : tried] += 1;
}
