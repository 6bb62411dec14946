import { decodeHeaderText } from './encoded-words.ts';
import { type HeaderLine, valuesOf } from './header-lines.ts';
import { mediaTypeOf } from './header-value.ts';
import { readAddresses } from './mail-address.ts';

const bulkPrecedence = /^\s*(?:bulk|junk|list|auto[_-]?reply)\b/i;
const daemon = /^(?:mailer-daemon|postmaster|mail-daemon|double-bounce|autoreply|auto-reply)@/i;
const reportTypes = new Set([
  'multipart/report',
  'message/delivery-status',
  'message/disposition-notification',
  'message/feedback-report',
]);
const subjects =
  /^\s{0,20}(?:automatic reply|auto[- ]?reply|autoreply|auto[- ]?response|automated response|out of (?:the )?office|undeliver(?:able|ed)|delivery (?:status notification|failure|has failed|delayed)|mail delivery (?:failed|system|failure)|returned mail|failure notice|delivered:|read:|not read:|read receipt|vacation(?: reply| notice)?:)/i;

/**
 * Sent by a machine: an out-of-office note, a bounce, a receipt, a list. No single sign is enough in the wild (of 18
 * real bounces only 6 carry Auto-Submitted), so any of them counts.
 */
export function isAutomaticMail(headers: HeaderLine[]): boolean {
  const has = (name: string, test: (value: string) => boolean): boolean => valuesOf(headers, name).some(test);
  return (
    has('auto-submitted', (value) => !/^\s*no\b/i.test(value)) ||
    has('precedence', (value) => bulkPrecedence.test(value)) ||
    has('return-path', (value) => /^\s*<\s*>/.test(value)) ||
    has('content-type', (value) => reportTypes.has(mediaTypeOf(value))) ||
    has('from', (value) => readAddresses(value).some(({ address }) => daemon.test(address))) ||
    has('subject', (value) => subjects.test(decodeHeaderText(value))) ||
    headers.some(({ name }) => name.startsWith('list-') || name.startsWith('x-auto'))
  );
}
