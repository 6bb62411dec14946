import type { MailFacts } from '#shared/domain/submission.ts';
import { readAuthentication, sesFound } from './authentication.ts';
import { isAutomaticMail } from './automatic-mail.ts';
import { decodeHeaderText } from './encoded-words.ts';
import { type HeaderLine, readHeaderLines, valuesOf } from './header-lines.ts';
import { mediaTypeOf } from './header-value.ts';
import { type MailAddress, readAddresses } from './mail-address.ts';
import { readMailDate } from './mail-date.ts';
import type { MailFlag } from './mail-flag.ts';
import { isOddAddress } from './odd-domain.ts';

/** What the headers alone tell. Message ids without angle brackets. */
export type MailHeaders = Pick<
  MailFacts,
  'messageId' | 'from' | 'fromName' | 'subject' | 'headerDate' | 'references' | 'isAutomatic' | 'authentication'
> & {
  /** the instant in the topmost Received line: when our own server took the mail; null when unreadable */
  receivedDate: string | null;
  /** of the whole mail, e.g. multipart/mixed; empty when not said */
  mediaType: string;
  /** what the server that took it found in it */
  found: ('virus' | 'spam')[];
  flags: Set<MailFlag>;
};

const subjectMax = 500;
const referencesMax = 50;
const messageIdPattern = /<([^<>\s\u0000-\u001f]{1,500})>/g;

/** The only reader of the headers that identity, deadlines and answers rest on: libraries differ on repeated ones. */
export function readHeaders(mail: Uint8Array): MailHeaders {
  const headers = readHeaderLines(mail);
  const flags = new Set<MailFlag>();
  const sender = readSender(headers, flags);
  const first = (name: string): string => valuesOf(headers, name)[0] ?? '';
  const isTrusted = !flags.has('dup-from') && !flags.has('several-from');
  return {
    messageId: messageIds(first('message-id'))[0] ?? null,
    from: sender?.address ?? null,
    fromName: sender?.name ?? null,
    subject: decodeHeaderText(first('subject')).slice(0, subjectMax),
    headerDate: readMailDate(onlyOne(valuesOf(headers, 'date'))),
    references: [...new Set(messageIds(`${first('in-reply-to')} ${first('references')}`))].slice(0, referencesMax),
    isAutomatic: isAutomaticMail(headers),
    authentication: isTrusted ? readAuthentication(headers) : 'fail',
    receivedDate: receivedDate(first('received')),
    mediaType: mediaTypeOf(first('content-type')),
    found: sesFound(headers),
    flags,
  };
}

/** Two From lines, or two addresses in one: whose mail it is cannot be said, whatever DMARC said. */
function readSender(headers: HeaderLine[], flags: Set<MailFlag>): MailAddress | null {
  const lines = valuesOf(headers, 'from');
  const senders = lines.flatMap(readAddresses);
  if (lines.length > 1) flags.add('dup-from');
  else if (senders.length > 1) flags.add('several-from');
  if (lines.some((line) => isOddAddress(decodeHeaderText(line)))) flags.add('odd-sender');
  return senders[0] ?? null;
}

/** Of two dates nobody can say which is meant. */
function onlyOne(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : '';
}

function messageIds(value: string): string[] {
  return Array.from(value.matchAll(messageIdPattern), (match) => match[1] ?? '');
}

function receivedDate(value: string): string | null {
  const semicolon = value.lastIndexOf(';');
  return semicolon < 0 ? null : readMailDate(value.slice(semicolon + 1));
}
