import { html } from 'hono/html';
import type { FieldValue } from '#shared/domain/document.ts';
import { confidenceLevel, confidenceWords } from './confidence.ts';
import { onThePage, secondLook, sourceWords, valueInWords } from './field-words.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';

/** What the machine made of a place: its value, how sure it was, and the letters on the page. */
export function machineWords(field: FieldValue): Html {
  const { asRead, source, value, confidence } = field;
  if (source?.medium === 'person' && asRead === undefined) return html`Written by a person; the machine found nothing.`;
  const [read, sure] = asRead === undefined ? [value, confidence] : [asRead.value, asRead.confidence];
  const isSaid = asRead !== undefined;
  const words = valueInWords(read);
  return html`${isSaid ? html`Machine read ${words === null ? 'nothing written' : html`“${said(words, 500)}”`}. ` : nothing}${confidenceWords(sure)}
    ${isSaid ? nothing : html`<span class="desk-sub">${sourceWords(field)}</span>`}${onThePage(field)}${secondLook(field)}`;
}

/** Sure values need no words under them: six lines under each row would hide the doubts. */
export function isWorthSaying({ source, confidence, witness }: FieldValue): boolean {
  const isOdd = witness !== undefined && witness.verdict !== 'agrees' && witness.verdict !== 'unread';
  return source?.medium === 'person' || confidenceLevel(confidence) !== 'high' || isOdd;
}
