import { makeContainedMailVerifier } from '#shared/adapters/local/contained-mail-verifier.ts';
import { makeReceiptMailVerifier, noMailVerifier } from '#shared/adapters/receipt-mail-verifier.ts';
import type { SenderCheckSettings } from '#shared/config/settings.ts';
import type { MailVerifier } from '#shared/ports/mail-verifier.ts';

type Opened = { mailVerifier: MailVerifier; inWords: string; close(): Promise<void> };

/** How senders are proved here, and a line that says so. No name server is asked unless its address was given. */
export function openMailVerifier(settings: SenderCheckSettings): Opened {
  const nothingOpen = async () => undefined;
  if (settings.by === 'none')
    return {
      mailVerifier: noMailVerifier,
      inWords: 'Senders are not checked: none is proved, and each waits for a person.',
      close: nothingOpen,
    };
  if (settings.by === 'receipt') {
    const inWords = `Senders are believed as the mail servers at ${settings.relays.join(', ')} checked them (--mail-relays).`;
    return { mailVerifier: makeReceiptMailVerifier(settings.relays), inWords, close: nothingOpen };
  }
  const mailVerifier = makeContainedMailVerifier({ names: { from: 'servers', servers: settings.servers } });
  const inWords = `Senders are checked here (SPF, DKIM, DMARC), names asked of ${settings.servers.join(', ')}.`;
  return { mailVerifier, inWords, close: () => mailVerifier.close() };
}
