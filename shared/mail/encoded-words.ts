/** `=?utf-8?B?…?=` with the blanks that stand between two of them. Each part is bounded, so this stays linear. */
const encodedWord = /=\?([A-Za-z0-9_-]{1,40})(?:\*[A-Za-z0-9-]{1,20})?\?([BbQq])\?([^?\s]{0,2000})\?=/g;

/** A header value as text: RFC 2047 words decoded, raw 8-bit text read as UTF-8 or else as Windows-1252. */
export function decodeHeaderText(value: string): string {
  const joined = value.replace(/\?=[ \t]{1,100}=\?/g, '?==?');
  let text = '';
  let from = 0;
  for (const match of joined.matchAll(encodedWord)) {
    const [whole, charset = '', encoding = '', content = ''] = match;
    const bytes = encoding.toUpperCase() === 'B' ? Buffer.from(content, 'base64') : quotedBytes(content);
    text += rawText(joined.slice(from, match.index)) + (decode(charset, bytes) ?? rawText(whole));
    from = match.index + whole.length;
  }
  return readable(text + rawText(joined.slice(from)));
}

function quotedBytes(content: string): Buffer {
  const latin = content.replaceAll('_', ' ').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => {
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
  return Buffer.from(latin, 'latin1');
}

/** Null for a charset nobody knows, and for UTF-7, which is only ever used to hide something. */
function decode(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null;
  }
}

function rawText(value: string): string {
  const bytes = Buffer.from(value, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Line breaks and other control characters would forge further headers or lines wherever the text is shown. */
function readable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').trim();
}
