import { setTimeout as wait } from 'node:timers/promises';
import { notChecked, type SenderCheck, senderCheckSchema } from '#shared/domain/sender-check.ts';
import { hasSeveralSenders } from '#shared/mail/receipt-check.ts';
import type { MailToVerify, MailVerifier } from '#shared/ports/mail-verifier.ts';
import { makeContainedPool } from './contained/contained-pool.ts';
import type { Names } from './verify-mail/resolver.ts';

export type MailVerifierOptions = {
  names: Names;
  /** all lookups of one try together */
  lookupsMs?: number;
  /** before each further try of a mail whose name servers did not answer */
  pausesMs?: readonly number[];
};

const module = new URL('./verify-mail/verify-mail-module.ts', import.meta.url);
const limits = { size: 1, rssBytesMax: 2 ** 30, idleMs: 15_000 };

/**
 * Looks SPF, DKIM and DMARC up by itself, in a child process: the mail is a stranger's. Name servers that do not answer are asked three
 * times in all; then the sender is not proved, and a person looks. What the mail says of its own verdicts is not read.
 */
export function makeContainedMailVerifier(options: MailVerifierOptions): MailVerifier & { close(): Promise<void> } {
  const { names, lookupsMs = 5_000, pausesMs = [500, 1_500] } = options;
  const pool = makeContainedPool({
    ...{ module, ...limits },
    deadlineMs: lookupsMs + 15_000,
    answerSchema: senderCheckSchema,
  });
  const once = async (mail: MailToVerify): Promise<SenderCheck> => {
    const result = await pool.run({ ...mail, names, millisecondsMax: lookupsMs });
    return result.outcome === 'done' ? result.value : { ...notChecked, by: 'ourselves' };
  };
  return {
    async verify(mail) {
      if (hasSeveralSenders(mail.raw)) return { ...notChecked, by: 'ourselves', dmarc: 'fail' };
      let found = await once(mail);
      for (const pause of pausesMs) {
        if (found.dmarc !== 'temperror') break;
        await wait(pause);
        found = await once(mail);
      }
      return found;
    },
    close: () => pool.close(),
  };
}
