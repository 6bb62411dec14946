/** `boundary="BB"; x=y` → the first value of the parameter, unquoted; null when it is not there. */
export function parameterOf(headerValue: string, name: string): string | null {
  const found = new RegExp(
    `;[ \\t]{0,100}${name}[ \\t]{0,100}=[ \\t]{0,100}("((?:[^"\\\\]|\\\\.){0,500})"|[^\\s;]{1,500})`,
    'i',
  );
  const match = found.exec(headerValue);
  if (!match) return null;
  return match[2] === undefined ? (match[1] ?? null) : match[2].replace(/\\(.)/g, '$1');
}

/** `Text/Plain; charset=x` → `text/plain`. */
export function mediaTypeOf(headerValue: string): string {
  return headerValue.split(';', 1).join('').trim().toLowerCase();
}

/** Takes out comments in parentheses, nested ones too; what stands in quotes stays as it is. One linear pass. */
export function withoutComments(value: string): string {
  let kept = '';
  let at = 0;
  while (at < value.length) {
    const character = value.charAt(at);
    const end = character === '(' ? endOfComment(value, at) : character === '"' ? endOfQuote(value, at) : at + 1;
    if (character !== '(') kept += value.slice(at, end);
    at = end;
  }
  return kept;
}

function endOfQuote(value: string, start: number): number {
  let at = start + 1;
  while (at < value.length && value[at] !== '"') at += value[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfComment(value: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < value.length) {
    const character = value.charAt(at);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    at += character === '\\' ? 2 : 1;
    if (depth === 0) return at;
  }
  return at;
}
