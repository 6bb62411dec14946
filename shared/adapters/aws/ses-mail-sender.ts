import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { composeMail, nameOfMail } from '#shared/adapters/mail-message.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import { faultOf } from './aws-faults.ts';

/**
 * SES puts a Message-ID and Date of its own in place of ours, so each mail also bears the tag `message` (hash of our
 * Message-ID): SES names it in its events, and a mail sent twice after a crash is recognised by it.
 */
export function openSesMailSender(from: string, client = new SESv2Client({})): MailSender {
  return {
    async send(mail) {
      const composed = await composeMail(mail, from, new Date());
      try {
        await client.send(
          new SendEmailCommand({
            FromEmailAddress: composed.from,
            Destination: { ToAddresses: [composed.to] },
            Content: { Raw: { Data: composed.raw } },
            EmailTags: [{ Name: 'message', Value: nameOfMail(mail) }],
          }),
        );
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}
