import { headersOnly, openMail } from '#shared/mail/open-mail.ts';
import type { MailOpener, OpenedMail } from '#shared/ports/mail-opener.ts';

/**
 * Opens mails in this process: for a small Lambda of its own, whose memory and time are the outer limits.
 * One parser can wait for ever without an error; the timer keeps the process awake and turns that into an answer.
 */
export function makeDirectMailOpener(milliseconds = 40_000): MailOpener {
  return {
    async open(raw) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<OpenedMail>((resolve) => {
        timer = setTimeout(() => resolve(tooLong(raw)), milliseconds);
      });
      try {
        return await Promise.race([openMail(raw), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function tooLong(raw: Uint8Array): OpenedMail {
  const text = 'The mail could not be opened in the time we allow. A person will look at it.';
  return {
    outcome: 'refused',
    quarantine: false,
    reason: { code: 'unsafe-file', text },
    mail: headersOnly(raw),
    noAnswer: true,
  };
}
