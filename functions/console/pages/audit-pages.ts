import { html } from 'hono/html';
import type { Submission } from '#shared/domain/submission.ts';
import type { Checked } from '#shared/domain/watch.ts';
import type { HistoryEntry } from '#shared/records/history-records.ts';
import type { ChainVerified } from '#shared/records/verify-chain.ts';
import { alert } from '../parts/alert.ts';
import { historyTable, type NamesOfStaff } from '../parts/history-table.ts';
import { type Html, nothing } from '../parts/html.ts';
import { type OlderPage, olderPager } from '../parts/older-pager.ts';
import { outcomeTag } from '../parts/status-tag.ts';
import { instantInWords } from '../parts/time-words.ts';
import type { QueueView } from '../queue-view.ts';
import { type Frame, layout } from './layout.ts';

type ListedCase = { submission: Submission; view: QueueView };

export type AuditContent = {
  asked: string;
  isUnknown: boolean;
  /** with the shelf on which the queue has each right now */
  cases: readonly ListedCase[];
  page: OlderPage;
  atDesk: readonly HistoryEntry[];
  /** what the watchman's last long round said of the whole trail */
  chain: Checked | null;
  names: NamesOfStaff;
};

/** Which cases there are and what became of them, without a name of those they are about; and what happened at the desk. */
export function auditPage(frame: Frame, content: AuditContent): Html {
  const { timeZone } = frame.programme;
  const { cases, page, atDesk, chain, names } = content;
  const body = html`<h1>What happened</h1>
    ${chain === null ? nothing : trailLine(chain, timeZone)}
    ${searchForm(content)}
    <h2>Cases</h2>
    ${cases.length === 0 ? html`<p class="desk-empty">No cases yet.</p>` : caseTable(cases, timeZone)}
    ${olderPager('/audit', page)}
    <h2>At the desk this month</h2>
    ${atDesk.length === 0 ? html`<p class="desk-empty">Nothing yet.</p>` : historyTable(atDesk, names, timeZone)}`;
  return layout(frame, { title: 'What happened', section: 'audit', content: body });
}

function trailLine({ state, inWords, at }: Checked, timeZone: string): Html {
  const said = `The audit trail, checked ${instantInWords(at, timeZone)}: ${inWords}`;
  return state === 'found' ? alert('error', said) : html`<p class="desk-meta">${said}</p>`;
}

function searchForm({ asked, isUnknown }: AuditContent): Html {
  return html`${isUnknown ? alert('error', 'No case has this reference. It looks like LA-2026-7K3M9Q.') : nothing}
    <form method="get" action="/audit" class="desk-form" role="search">
      <label class="usa-label" for="reference">Reference of a case</label>
      <input class="usa-input" id="reference" name="reference" type="text" value="${asked}" autocomplete="off" spellcheck="false">
      <button class="usa-button" type="submit">Show its history</button>
    </form>`;
}

function caseTable(cases: readonly ListedCase[], timeZone: string): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
    <thead><tr><th scope="col">Case</th><th scope="col">Received</th><th scope="col">State</th></tr></thead>
    <tbody>
      ${cases.map(
        ({ submission, view }) => html`<tr>
          <th scope="row" data-label="Case"><a class="usa-link" href="/cases/${submission.reference}/history">${submission.reference}</a></th>
          <td data-label="Received">${instantInWords(submission.envelope.receivedAt, timeZone)}</td>
          <td data-label="State">${outcomeTag(view)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** One case from its receipt on. Its chain is checked as the page is made, and what that says stands above the table. */
export function historyPage(
  frame: Frame,
  submission: Submission,
  { entries, chain }: { entries: readonly HistoryEntry[]; chain: ChainVerified },
  names: NamesOfStaff,
): Html {
  const { reference, envelope, rawSha256 } = submission;
  const title = `History of ${reference}`;
  const may = frame.viewer?.may ?? (() => false);
  const content = html`<p class="desk-back">
      ${may('case') ? html`<a class="usa-link" href="/cases/${reference}">Back to the case</a>` : html`<a class="usa-link" href="/audit">All cases</a>`}
    </p>
    <h1>${title}</h1>
    <p class="desk-meta">Received ${instantInWords(envelope.receivedAt, frame.programme.timeZone)}. The mail as it came:
      SHA-256 <code class="desk-hash">${rawSha256}</code></p>
    ${may('evidence') ? html`<p><a class="usa-button usa-button--outline" href="/cases/${reference}/evidence.zip">Evidence pack (ZIP)</a></p>` : nothing}
    ${entries.length === 0 ? nothing : chainLine(chain)}
    ${entries.length === 0 ? html`<p class="desk-empty">Nothing was written down yet.</p>` : historyTable(entries, names, frame.programme.timeZone)}`;
  return layout(frame, { title, section: may('audit') ? 'audit' : null, content });
}

function chainLine({ rows, faults }: ChainVerified): Html {
  const [first] = faults;
  if (first === undefined)
    return html`<p class="desk-meta">Checked now: ${rows} rows hold together; none was changed, removed, added or moved.</p>`;
  const where = first.row === null ? '' : ` ${first.row}`;
  return alert(
    'error',
    `These rows do not hold together. The first place:${where} ${first.says}. Tell the security officer.`,
  );
}
