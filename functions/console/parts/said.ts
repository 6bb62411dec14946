import { html } from 'hono/html';
import type { Html } from './html.ts';

const charactersMax = 2_000;

/**
 * Control and format characters, and letters that leave no mark: "cert\u202efdp.exe" must not look like "certexe.pdf".
 * Line feed and tab stay.
 */
const oddCharacters =
  /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/gu;

/** The text with odd characters spelled out ("[U+202E]") and a bound on its length. */
export function visibleText(text: string, max: number = charactersMax): string {
  const shown = text.length > max ? `${text.slice(0, max)} … (${text.length} characters in all)` : text;
  return shown
    .replace(/\r\n/g, '\n')
    .replace(oddCharacters, (odd) => `[U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

/** Words of a stranger inside ours: escaped, visible, and kept from turning the direction of what stands beside them. */
export function said(text: string | null, max?: number): Html {
  return html`<bdi>${visibleText(text ?? '', max)}</bdi>`;
}
