import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { composeMail } from '#shared/adapters/mail-message.ts';
import { AddressRefused, GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';

export type SmtpRelay = {
  host: string;
  port: number;
  from: string;
  /** TLS from the first byte; otherwise STARTTLS when offered, and always before a login */
  isSecure?: boolean;
  login?: { user: string; password: string } | null;
  /** header lines on top of each mail, as a mail server in front of the other one writes them */
  writtenOnTop?: (at: Date) => string;
};

const smtpErrorSchema = z.object({
  code: z.string().optional(),
  responseCode: z.number().int().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
});

/** No such mailbox, mailbox gone, or its name is wrong; not 5.7.1 and its like, which say that we may not send there. */
const addressCodes = new Set([550, 551, 553]);
const aboutUs = /^\d{3}[ -]5\.[0347]\./;

/** 5xx about ourselves, not about the recipient: a wrong password is put right, and the mail then goes. */
const ownFaults = new Set(['EAUTH', 'ETLS', 'EOAUTH2', 'ENOAUTH']);

/** Hands each mail to an SMTP server that takes mail for everybody. */
export function openSmtpMailSender({
  host,
  port,
  from,
  isSecure = false,
  login = null,
  writtenOnTop,
}: SmtpRelay): MailSender {
  const transport = createTransport({
    host,
    port,
    secure: isSecure,
    requireTLS: login !== null && !isSecure,
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send(mail) {
      const now = new Date();
      const composed = await composeMail(mail, from, now);
      try {
        const envelope = { from: composed.from, to: composed.to };
        const onTop = writtenOnTop ? writtenOnTop(now) : '';
        await transport.sendMail({ envelope, raw: Buffer.concat([Buffer.from(onTop), composed.raw]) });
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

/** The server's words stay out of the fault: they often repeat the address. */
function faultOf(error: unknown): TryAgain | GiveUp {
  const { code, responseCode, command, response } = smtpErrorSchema.safeParse(error).data ?? {};
  const said = responseCode ?? code ?? 'no answer';
  const isRefused = responseCode !== undefined ? responseCode >= 500 : code === 'EENVELOPE';
  const isAboutAddress = command === 'RCPT TO' && addressCodes.has(responseCode ?? 0) && !aboutUs.test(response ?? '');
  if (isAboutAddress) return new AddressRefused(`the mail server knows no such address (${said})`);
  if (isRefused && !ownFaults.has(code ?? '')) return new GiveUp(`the mail server refused the mail (${said})`);
  return new TryAgain(`the mail server did not take the mail (${said})`);
}
