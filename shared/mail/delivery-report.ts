import type { DeliveryFailure } from '#shared/domain/delivery-failure.ts';
import type { MailContent } from './mail-content.ts';
import { latin1 } from './mail-lines.ts';
import type { MailPart } from './parse-mail.ts';

const failuresMax = 20;
const reportBytesMax = 200_000;
const ourId = /\b((?:(?:reminder|decision)\.[0-9a-f]{40}|answer\.sub_[0-9a-z]{1,40}(?:\.\d{1,4})?)@[a-z0-9.-]{1,200})/i;

/**
 * What a mail server reports of a mail of ours that it could not deliver (RFC 3464). Only final failures: one that is still tried is
 * none. Of older servers, which only write a letter, it is known that something came back, and no code.
 */
export function readDeliveryFailures({ parts, text, headers }: MailContent): DeliveryFailure[] {
  if (!headers.isAutomatic) return [];
  const messageId = originalIdIn(parts, text, headers.references);
  if (messageId === null) return [];
  if (headers.mediaType === 'multipart/report' && isComplaint(parts, text))
    return [{ messageId, recipient: null, status: '', isComplaint: true }];
  const status = parts
    .filter(({ declared }) => declared === 'message/delivery-status')
    .map(({ bytes }) => textOf(bytes));
  // the parser takes the report of machines for a part of the letter
  const said = headers.mediaType === 'multipart/report' ? [...status, text.slice(0, reportBytesMax)] : status;
  const recipients = said.flatMap(groupsOf).filter(isAboutRecipient);
  if (recipients.length === 0)
    return isOlderBounce(headers.subject, text) ? [{ messageId, recipient: null, status: '' }] : [];
  return recipients
    .filter((group) => (group.get('action') ?? '').toLowerCase().startsWith('failed'))
    .map((group) => ({ messageId, recipient: recipientOf(group), status: codeOf(group.get('status') ?? '') }))
    .slice(0, failuresMax);
}

/** RFC 5965: a mail service passes on that one of its readers called our mail unwanted. Other feedback, as about viruses, is none. */
function isComplaint(parts: readonly MailPart[], text: string): boolean {
  const reports = parts
    .filter(({ declared }) => declared === 'message/feedback-report')
    .map(({ bytes }) => textOf(bytes));
  return [...reports, text.slice(0, reportBytesMax)].some((report) => /^feedback-type:[ \t]*abuse\b/im.test(report));
}

const isAboutRecipient = (group: ReadonlyMap<string, string>) =>
  group.has('action') && (group.has('final-recipient') || group.has('original-recipient'));

/** Blocks of `Name: value` lines between empty lines; a line that begins with a blank goes on. */
function groupsOf(report: string): Map<string, string>[] {
  return report
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map((block) => new Map(block.split('\n').flatMap(fieldOf)));
}

function fieldOf(line: string): [string, string][] {
  const at = line.indexOf(':');
  return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]];
}

/** "rfc822; dana@example.org", of the address that we wrote to where it is told */
function recipientOf(group: ReadonlyMap<string, string>): string | null {
  const written = group.get('original-recipient') ?? group.get('final-recipient') ?? '';
  const address = written
    .slice(written.indexOf(';') + 1)
    .trim()
    .replace(/^<|>$/g, '');
  return /^[^\s@<>]{1,120}@[^\s@<>]{1,120}$/.test(address) ? address : null;
}

const codeOf = (status: string) => /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(status)?.[1] ?? '';

/** The Message-ID of ours that it speaks of: in the copy of the mail, in the thread, or in the letter of an older server. */
function originalIdIn(parts: readonly MailPart[], text: string, references: readonly string[]): string | null {
  const copies = parts.filter(({ declared }) =>
    /^(?:message\/rfc822|message\/global|text\/rfc822-headers)/.test(declared),
  );
  const places = [...copies.map(({ bytes }) => textOf(bytes)), ...references, text.slice(0, reportBytesMax)];
  for (const place of places) {
    const found = ourId.exec(place)?.[1];
    if (found) return found;
  }
  return null;
}

function isOlderBounce(subject: string, text: string): boolean {
  const says = /undeliver|returned|failure|failed|could not be delivered|not delivered/i;
  const isDelayed = /delay|warning|will (?:re)?try|still trying|temporar/i;
  return says.test(subject) && !isDelayed.test(`${subject}\n${text.slice(0, 2000)}`);
}

const textOf = (bytes: Uint8Array) => latin1(bytes, 0, reportBytesMax);
