import type { MailPart } from './parse-mail.ts';
import { decodeBase64 } from './transfer-encoding.ts';

const filesMax = 20;
const charactersMax = 40_000_000;
/** How papers begin in base64: PDF, JPEG, PNG, zip and the files of Office. */
const beginning = /^(?:JVBERi0|\/9j\/[A-Za-z0-9+/]{40}|iVBORw0KGgo|UEsDB[A-Za-z0-9+/]{20}|SUkqAA|0M8R4KGxGuE)/;
const base64Line = /^[A-Za-z0-9+/]{1,10000}={0,2}$/;
const dataUri = /data:(image\/(?:jpe?g|png|gif|tiff?|heic|heif|webp)|application\/pdf);base64,/gi;

/** Files written into the text of a letter as base64: a mail program, or its user, put their source there. */
export function findPasted(text: string): MailPart[] {
  const parts: MailPart[] = [];
  let open: string[] | null = null;
  const close = () => {
    if (open) parts.push(asPart('', decodeBase64(open.join(''))));
    open = null;
  };
  for (const line of text.slice(0, charactersMax).split(/\r?\n/)) {
    const plain = line.trim();
    if (open === null && beginning.test(plain) && base64Line.test(plain)) open = [plain];
    else if (open && base64Line.test(plain)) open.push(plain);
    else close();
    if (parts.length >= filesMax) return parts;
  }
  close();
  return parts;
}

/** Pictures and files that stand inside the HTML itself; a browser shows them, no parser lists them. */
export function findInHtml(html: string): MailPart[] {
  const parts: MailPart[] = [];
  for (const match of html.slice(0, charactersMax).matchAll(dataUri)) {
    if (parts.length >= filesMax) break;
    const start = match.index + match[0].length;
    const end = endOfBase64(html, start);
    parts.push({ ...asPart(match[1]?.toLowerCase() ?? '', decodeBase64(html.slice(start, end))), isShown: true });
  }
  return parts.filter(({ bytes }) => bytes.length > 0);
}

function endOfBase64(html: string, start: number): number {
  let at = start;
  while (at < html.length && /[A-Za-z0-9+/=\s]/.test(html.charAt(at))) at += 1;
  return at;
}

const asPart = (declared: string, bytes: Uint8Array): MailPart => ({ name: null, declared, contentId: null, bytes });
