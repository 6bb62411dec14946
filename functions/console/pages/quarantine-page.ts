import { html } from 'hono/html';
import type { FileRecord } from '#shared/domain/document.ts';
import type { QuarantineOrder } from '#shared/domain/quarantine.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Submission } from '#shared/domain/submission.ts';
import { alert } from '../parts/alert.ts';
import { type Html, nothing } from '../parts/html.ts';
import { type OlderPage, olderPager } from '../parts/older-pager.ts';
import { quarantineOrders } from '../parts/quarantine-orders.ts';
import { said } from '../parts/said.ts';
import { scanWords } from '../parts/scan-words.ts';
import { instantInWords } from '../parts/time-words.ts';
import { type Frame, layout } from './layout.ts';

export type Quarantined = {
  submission: Submission;
  files: readonly FileRecord[];
  orders: readonly QuarantineOrder[];
};
type QuarantineContent = {
  cases: readonly Quarantined[];
  names: ReadonlyMap<StaffId, string>;
  me: StaffId | null;
  refused: string | null;
  page: OlderPage;
};

const warning =
  'These files may do harm. Take them to a machine made for that. Each download is written down, and that you looked at this list. Nobody else at the desk can take them.';
const ways =
  'A mail that a scanner held back by mistake can be released: it is then read like any other, and what the scanner said stays with it. Or it is destroyed. Both need a second, other person.';

/** For whoever looks at dangerous files: what was held back, why, and what is to become of it. */
export function quarantinePage(frame: Frame, content: QuarantineContent): Html {
  const { cases, page, refused } = content;
  const list =
    cases.length === 0
      ? html`<p class="desk-empty">${page.older === null && !page.from ? 'Nothing is quarantined.' : 'Nothing more is quarantined among these mails.'}</p>`
      : cases.map((one) => oneCase(frame, one, content));
  const body = html`<h1>Quarantine</h1>${refused === null ? nothing : alert('error', refused)}
    <p>${warning}</p><p>${ways}</p>${list}${olderPager('/quarantine', page)}`;
  return layout(frame, { title: 'Quarantine', section: 'quarantine', content: body });
}

function oneCase(frame: Frame, { submission, files, orders }: Quarantined, { names, me }: QuarantineContent): Html {
  const { timeZone } = frame.programme;
  const { reference, envelope, outcome, reasons, scan, quarantineOrder } = submission;
  const isGivenUp = quarantineOrder?.action === 'destroy';
  const link = (name: string, words: Html) =>
    isGivenUp ? words : html`<a class="usa-link" href="/originals/${reference}/${name}">${words}</a>`;
  return html`<section class="desk-answer" aria-labelledby="case-${reference}">
    <h2 id="case-${reference}">${reference}</h2>
    <p class="desk-meta">Received ${instantInWords(envelope.receivedAt, timeZone)}</p>
    <ul>
      ${reasons.map(({ text }) => html`<li>${said(text, 300)}</li>`)}
      ${files.map(
        (file) => html`<li>${link(file.fileId, html`${said(file.attachment, 150)}`)}
          (${file.bytes} bytes) ${said(file.refused?.text ?? '', 300)} ${scanWords(file.scan, timeZone)} <span class="desk-hash">SHA-256 ${file.sha256}</span></li>`,
      )}
      ${outcome === 'quarantined' ? html`<li>${link('mail.eml', html`The whole mail`)} ${scanWords(scan, timeZone)}</li>` : ''}
    </ul>
    ${quarantineOrders(frame, { submission, orders, names, me })}
  </section>`;
}
