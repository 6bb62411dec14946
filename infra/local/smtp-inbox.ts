import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { TryAgain } from '#shared/domain/faults.ts';
import type { Envelope } from '#shared/domain/submission.ts';
import type { Log } from '#shared/telemetry/log.ts';

export type SmtpInboxOptions = {
  /** 0 takes any free port */
  port: number;
  host?: string;
  /** addresses mail is taken for; "+tags" are allowed */
  recipients: string[] | 'any';
  /** resolves once the mail is durable; only then is it acknowledged */
  receive: (delivery: { envelope: Envelope; raw: Uint8Array }) => Promise<unknown>;
  /** the instant a mail is taken; the machine's clock when not given */
  now?: () => string;
  bytesMax?: number;
  /** who says nothing for so long is put out */
  silenceMsMax?: number;
  log: Pick<Log, 'info'>;
};
export type SmtpInbox = { port: number; stop(): Promise<void> };

const defaultBytesMax = 40_000_000;
const heloMax = 255;

/** Answers 250 only after `receive` resolved: whoever got a 250 never has to send again. */
export async function startSmtpInbox(options: SmtpInboxOptions): Promise<SmtpInbox> {
  const { host = '127.0.0.1', bytesMax = defaultBytesMax, log } = options;
  const open = new Set<Promise<void>>();
  const server = new SMTPServer({
    banner: 'intake',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: bytesMax,
    maxClients: 50,
    socketTimeout: options.silenceMsMax ?? 60_000,
    closeTimeout: 5_000,
    onRcptTo: ({ address }, _session, done) => {
      done(isKnown(address, options.recipients) ? null : smtpError(550, '5.1.1 no such mailbox'));
    },
    onData: (stream, session, done) => {
      const delivery = takeMail(stream, session, options, bytesMax).then(
        () => done(null),
        (fault: unknown) => done(refusalOf(fault, log)),
      );
      open.add(delivery);
      void delivery.finally(() => open.delete(delivery));
    },
  });
  server.on('error', () => log.info({ step: 'smtp', outcome: 'connection-error' }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, () => resolve());
  });
  return {
    port: portOf(server.server.address()),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all(open);
      await closed;
    },
  };
}

/** Reads to the end even when too large, because the dialogue goes on after the data; keeps nothing beyond the limit. */
async function takeMail(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { receive, now = () => new Date().toISOString(), log }: SmtpInboxOptions,
  bytesMax: number,
): Promise<void> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes <= bytesMax) chunks.push(chunk);
  }
  if (stream.sizeExceeded || bytes > bytesMax) throw smtpError(552, '5.3.4 message too large');
  const { mailFrom, rcptTo } = session.envelope;
  const helo = session.hostNameAppearsAs;
  const envelope = {
    mailFrom: mailFrom ? mailFrom.address : '',
    recipients: rcptTo.map(({ address }) => address),
    remoteAddress: session.remoteAddress || null,
    ...(typeof helo === 'string' && helo !== '' ? { helo: helo.slice(0, heloMax) } : {}),
    receivedAt: now(),
    receivedBy: 'clock' as const,
  };
  await receive({ envelope, raw: Buffer.concat(chunks) });
  log.info({ step: 'smtp', outcome: 'accepted', count: bytes });
}

class SmtpRefusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}

function smtpError(code: number, text: string): SmtpRefusal {
  return new SmtpRefusal(code, text);
}

/** Never a permanent refusal because of our own trouble: the sender's server keeps the mail and tries again. */
function refusalOf(fault: unknown, log: SmtpInboxOptions['log']): SmtpRefusal {
  const refusal =
    fault instanceof SmtpRefusal
      ? fault
      : fault instanceof TryAgain
        ? smtpError(451, '4.3.0 try again later')
        : smtpError(452, '4.3.1 the message could not be kept');
  log.info({ step: 'smtp', outcome: 'refused', count: refusal.responseCode });
  return refusal;
}

function isKnown(address: string, recipients: string[] | 'any'): boolean {
  const plain = address.toLowerCase().replace(/\+[^@]*@/, '@');
  return recipients === 'any' || recipients.some((recipient) => recipient.toLowerCase() === plain);
}

function portOf(address: AddressInfo | string | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}
