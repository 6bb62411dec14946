import { decodeHeaderText } from './encoded-words.ts';
import { withoutComments } from './header-value.ts';

export type MailAddress = { address: string; name: string | null };

const plainAddress = /^[^\s<>()"@,;:\\\u0000-\u001f]{1,64}@[A-Za-z0-9.-]{1,253}$/;
const textMax = 200;

/**
 * The mailboxes of a From header. An address that is not of the plain kind (quoted local parts, control characters,
 * no domain) is left out: nobody is identified by it and nobody is answered there.
 */
export function readAddresses(headerValue: string): MailAddress[] {
  return splitOutsideQuotes(withoutComments(headerValue)).flatMap((text) => {
    const open = lastOutsideQuotes(text, '<');
    const address = open < 0 ? text.trim() : text.slice(open + 1, Math.max(text.indexOf('>', open), open)).trim();
    if (!plainAddress.test(address)) return [];
    return [{ address, name: open < 0 ? null : nameOf(text.slice(0, open)) }];
  });
}

function nameOf(text: string): string | null {
  const trimmed = text.trim();
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  const name = isQuoted ? trimmed.slice(1, -1).replace(/\\(.)/g, '$1') : trimmed;
  return decodeHeaderText(name).slice(0, textMax) || null;
}

function splitOutsideQuotes(value: string): string[] {
  const parts: string[] = [];
  let from = 0;
  eachOutsideQuotes(value, (character, at) => {
    if (character !== ',' && character !== ';') return;
    parts.push(value.slice(from, at));
    from = at + 1;
  });
  return [...parts, value.slice(from)];
}

function lastOutsideQuotes(value: string, wanted: string): number {
  let last = -1;
  eachOutsideQuotes(value, (character, at) => {
    if (character === wanted) last = at;
  });
  return last;
}

function eachOutsideQuotes(value: string, onCharacter: (character: string, at: number) => void): void {
  let isQuoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === '\\' && isQuoted) at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted) onCharacter(character, at);
  }
}
