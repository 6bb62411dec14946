import { html } from 'hono/html';
import type { Scan, UnscannedCause } from '#shared/domain/scan.ts';
import type { Html } from './html.ts';
import { said } from './said.ts';
import { instantInWords } from './time-words.ts';

const because: Readonly<Record<UnscannedCause, string>> = {
  'no-scanner': 'there is no scanner here',
  unavailable: 'the scanner did not answer',
  'too-large': 'it is larger than the scanner takes',
  unsupported: 'the scanner could not look into it',
  denied: 'the scanner was not let at it',
  failed: 'the scan failed',
  late: 'the scanner had said nothing after a quarter of an hour',
};

/** What is known, and never more: that a scanner found nothing does not make a file clean. */
export function scanWords(scan: Scan | undefined, timeZone: string): Html {
  if (scan === undefined) return html`Not scanned: it came before there was a scanner.`;
  if (scan.result === 'not-scanned')
    return html`<strong>Not scanned:</strong> ${because[scan.because]}.${scan.isHeld ? ' Only security can take it.' : ''}`;
  const when = html`${said(scan.by, 100)}, ${instantInWords(scan.at, timeZone)}`;
  if (scan.result === 'threat') return html`<strong>Threat found:</strong> ${said(scan.name, 200)} (${when})`;
  return html`Scanned by ${when}: nothing found.`;
}
