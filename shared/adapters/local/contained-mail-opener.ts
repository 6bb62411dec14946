import { headersOnly } from '#shared/mail/open-mail.ts';
import type { MailOpener, OpenedMail } from '#shared/ports/mail-opener.ts';
import { makeContainedPool } from './contained/contained-pool.ts';
import { openedMailSchema } from './opened-mail-schema.ts';

export type ContainedMailOpenerOptions = {
  /** children at once */
  size?: number;
  deadlineMs?: number;
  rssBytesMax?: number;
};

const module = new URL('./open-mail-module.ts', import.meta.url);
/** Mails are opened in a moment, their pages read for a minute after: that memory is needed there. */
const idleMs = 15_000;

/**
 * Opens mails in child processes. A mail that hangs, kills or floods the child twice is refused, not lost: a person
 * looks at the raw mail. The second try leaves out the second parser, which may have been the one that hung.
 */
export function makeContainedMailOpener(
  options: ContainedMailOpenerOptions = {},
): MailOpener & { close(): Promise<void> } {
  const { size = 1, deadlineMs = 20_000, rssBytesMax = 1.5 * 2 ** 30 } = options;
  const limits = { size, deadlineMs, rssBytesMax, idleMs };
  const pool = makeContainedPool({ module, ...limits, answerSchema: openedMailSchema });
  return {
    async open(raw) {
      const first = await pool.run({ raw, withSecondOpinion: true });
      const last = first.outcome === 'done' ? first : await pool.run({ raw, withSecondOpinion: false });
      return last.outcome === 'done' ? last.value : notOpened(raw);
    },
    close: () => pool.close(),
  };
}

function notOpened(raw: Uint8Array): OpenedMail {
  const reason = { code: 'needs-human-decision' as const, text: 'The e-mail could not be opened safely.' };
  return { outcome: 'refused', quarantine: false, reason, mail: headersOnly(raw), noAnswer: true };
}
