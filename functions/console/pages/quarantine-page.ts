import { html } from 'hono/html';
import type { FileRecord } from '#shared/domain/document.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Html } from '../parts/html.ts';
import { type OlderPage, olderPager } from '../parts/older-pager.ts';
import { said } from '../parts/said.ts';
import { scanWords } from '../parts/scan-words.ts';
import { instantInWords } from '../parts/time-words.ts';
import { type Frame, layout } from './layout.ts';

export type Quarantined = { submission: Submission; files: readonly FileRecord[] };

const warning =
  'These files may do harm. Take them to a machine made for that. Each download is written down. Nobody else at the desk can take them.';

/** For whoever looks at dangerous files: what was held back, and why. */
export function quarantinePage(frame: Frame, cases: readonly Quarantined[], page: OlderPage): Html {
  const list =
    cases.length === 0
      ? html`<p class="desk-empty">${page.older === null && !page.from ? 'Nothing is quarantined.' : 'Nothing more is quarantined among these mails.'}</p>`
      : cases.map((one) => oneCase(frame, one));
  const content = html`<h1>Quarantine</h1><p>${warning}</p>${list}${olderPager('/quarantine', page)}`;
  return layout(frame, { title: 'Quarantine', section: 'quarantine', content });
}

function oneCase({ programme: { timeZone } }: Frame, { submission, files }: Quarantined): Html {
  const { reference, envelope, outcome, reasons, scan } = submission;
  return html`<section class="desk-answer" aria-labelledby="case-${reference}">
    <h2 id="case-${reference}">${reference}</h2>
    <p class="desk-meta">Received ${instantInWords(envelope.receivedAt, timeZone)}</p>
    <ul>
      ${reasons.map(({ text }) => html`<li>${said(text, 300)}</li>`)}
      ${files.map(
        (
          file,
        ) => html`<li><a class="usa-link" href="/originals/${reference}/${file.fileId}">${said(file.attachment, 150)}</a>
          (${file.bytes} bytes) ${said(file.refused?.text ?? '', 300)} ${scanWords(file.scan, timeZone)} <span class="desk-hash">SHA-256 ${file.sha256}</span></li>`,
      )}
      ${outcome === 'quarantined' ? html`<li><a class="usa-link" href="/originals/${reference}/mail.eml">The whole mail</a> ${scanWords(scan, timeZone)}</li>` : ''}
    </ul>
  </section>`;
}
