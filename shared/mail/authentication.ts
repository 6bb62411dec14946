import type { MailFacts } from '#shared/domain/submission.ts';
import type { HeaderLine } from './header-lines.ts';
import { withoutComments } from './header-value.ts';

export type Authentication = MailFacts['authentication'];

/** Headers that a receiving server writes around its own Received line. Anything else was there before it. */
const traceHeaders = new Set([
  'authentication-results',
  'received-spf',
  'return-path',
  'delivered-to',
  'x-original-to',
  'dkim-filter',
  'arc-seal',
  'arc-message-signature',
  'arc-authentication-results',
]);
/** Amazon SES: its Received line names a host of its region, its verdicts are signed with one name for all of them. */
const hostOfSes = /^inbound-smtp\.[a-z0-9-]{1,30}\.amazonaws\.com$/;
const nameOfSes = 'amazonses.com';
const writtenBy = /^(?:from\s+\S+\s+)?by\s+([A-Za-z0-9.-]{1,253})(?:\s|;|$)/i;

/**
 * The receiver's own DMARC verdict. Only Authentication-Results lines that touch the topmost Received line, and carry
 * the name of the server that wrote it, count: a sender can write any further down. Only a literal `dmarc=pass` is a pass.
 */
export function readAuthentication(headers: HeaderLine[]): Authentication {
  const topmost = headers.findIndex((header) => header.name === 'received');
  const receiver = receiverOf(headers[topmost]?.value ?? '');
  if (receiver === null) return 'unknown';
  const isSes = hostOfSes.test(receiver);
  const results = receiverBlock(headers, topmost, isSes).filter(({ name }) => name === 'authentication-results');
  // SES writes one such line; the next one would be the first header of the mail itself, written by its sender
  const own = isSes ? results.slice(0, 1) : results;
  const verdicts = own.flatMap((header) => dmarcVerdicts(header.value, isSes ? nameOfSes : receiver));
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'pass') ? 'pass' : 'unknown';
}

/** What SES found in a mail that it took: a virus, or what it holds for spam. Only its own lines count. */
export function sesFound(headers: HeaderLine[]): ('virus' | 'spam')[] {
  const topmost = headers.findIndex((header) => header.name === 'received');
  if (!hostOfSes.test(receiverOf(headers[topmost]?.value ?? '') ?? '')) return [];
  const block = receiverBlock(headers, topmost, true);
  const says = (name: string) => /^fail\b/i.test(block.find((header) => header.name === name)?.value ?? '');
  return (['virus', 'spam'] as const).filter((what) => says(`x-ses-${what}-verdict`));
}

/**
 * The server that wrote a Received line. The sender chooses its greeting, which stands first in that line and may itself
 * read "x by y": unless exactly one server can be meant, none is.
 */
function receiverOf(received: string): string | null {
  const count = (mark: string): number => received.split(mark).length;
  if (count('(') !== count(')') || received.includes('"') || received.includes('\\')) return null;
  const plain = withoutComments(received);
  if (plain.split(/\s/).filter((word) => word.toLowerCase() === 'by').length !== 1) return null;
  return writtenBy.exec(plain.trim())?.[1]?.toLowerCase() ?? null;
}

function receiverBlock(headers: HeaderLine[], topmost: number, isSes: boolean): HeaderLine[] {
  const isForeign = ({ name }: HeaderLine): boolean => !traceHeaders.has(name) && !(isSes && name.startsWith('x-ses-'));
  const before = headers.slice(0, topmost);
  const after = headers.slice(topmost + 1);
  const end = after.findIndex(isForeign);
  return [...before.slice(before.findLastIndex(isForeign) + 1), ...(end < 0 ? after : after.slice(0, end))];
}

function dmarcVerdicts(value: string, receiver: string): string[] {
  const [server = '', ...results] = withoutComments(value)
    .replace(/"(?:[^"\\]|\\.){0,2000}"/g, 'quoted')
    .split(';');
  if (server.trim().split(/\s/, 1).join('').toLowerCase() !== receiver) return [];
  return results.flatMap((result) => {
    const verdict = /^\s{0,20}dmarc\s{0,20}=\s{0,20}([a-z]{1,20})(?:\s|$)/i.exec(result)?.[1];
    return verdict === undefined ? [] : [verdict.toLowerCase()];
  });
}
