import { html } from 'hono/html';
import type { Credit, Evidence } from '#shared/domain/credit.ts';
import { formatHours } from '#shared/domain/hours.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { creditTag } from './status-tag.ts';
import { shortDay } from './time-words.ts';

/** One person's credit lines out of this mail, with what counts at the foot. */
export function creditTable(
  caption: Html,
  credits: readonly Credit[],
  own: OwnDocuments,
  controls: (credit: Credit) => Html = () => nothing,
): Html {
  return html`<table class="usa-table usa-table--borderless desk-table">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Training</th>
        <th scope="col">Finished on</th>
        <th scope="col" class="desk-number">Hours</th>
        <th scope="col">Counts as</th>
        <th scope="col">Status</th>
        <th scope="col">Why</th>
        <th scope="col">From</th>
      </tr>
    </thead>
    <tbody>
      ${credits.map((credit) => creditRow(credit, own, controls(credit)))}
    </tbody>
    <tfoot>
      ${totalRow(credits)}
    </tfoot>
  </table>`;
}

/** Which documents of this page a credit may link to. */
export type OwnDocuments = { submissionId: SubmissionId; count: number };

function creditRow(credit: Credit, own: OwnDocuments, controls: Html): Html {
  return html`<tr>
    <th scope="row" data-label="Training" data-live>
      ${credit.title === '' ? notRead : said(credit.title, 300)}${credit.provider === null ? nothing : html`<span class="desk-sub">${said(credit.provider, 300)}</span>`}
    </th>
    <td data-live data-label="Finished on" class="desk-nowrap">${credit.completedOn === null ? notKnown : said(shortDay(credit.completedOn))}</td>
    <td data-live data-label="Hours" class="desk-number">${credit.hours === null ? notKnown : formatHours(credit.hours)}</td>
    <td data-live data-label="Counts as">${bucketWords(credit.bucket)}</td>
    <td data-live data-label="Status" class="desk-nowrap">${creditTag(credit.status)}</td>
    <td data-label="Why"><div data-live>${said(credit.why)}${ruledBy(credit)}${suggested(credit)}<cite class="desk-cite">${said(credit.citation, 300)}</cite></div>${controls}</td>
    <td data-live data-label="From">${evidenceLinks(credit.evidence, own)}</td>
  </tr>`;
}

/** That a person said so stays beside the line. */
function ruledBy({ ruling }: Credit): Html {
  return ruling === undefined ? nothing : html` <strong>A person said so.</strong>`;
}

function suggested({ suggestion }: Credit): Html {
  return suggestion === undefined ? nothing : html`<span class="desk-sub">${said(suggestion)}</span>`;
}

const notRead = html`<span class="desk-none">no title was read</span>`;
const notKnown = html`<span class="desk-none">not known</span>`;

function bucketWords(bucket: Credit['bucket']): Html | string {
  if (bucket === null) return html`<span class="desk-none">open</span>`;
  return bucket === 'ethics' ? 'Ethics' : 'Core';
}

const roleWords: Readonly<Record<Evidence['role'], string>> = {
  certificate: 'certificate',
  'report-row': 'report form',
  guidance: 'guidance form',
};

function evidenceLinks(evidence: readonly Evidence[], own: OwnDocuments): Html {
  const lines = evidence.map(({ submissionId, document, role }) => {
    const isHere = submissionId === own.submissionId && document >= 0 && document < own.count;
    if (!isHere) return html`<li>Another case <span class="desk-sub">${roleWords[role]}</span></li>`;
    return html`<li>
      <a class="usa-link desk-nowrap" href="#document-${document + 1}">Document ${document + 1}</a>
      <span class="desk-sub">${roleWords[role]}</span>
    </li>`;
  });
  return html`<ul class="desk-plain">${lines}</ul>`;
}

/** Whole hundredths are added, so nothing is lost on the way. */
function totalRow(credits: readonly Credit[]): Html {
  const counted = credits.filter((credit) => credit.status === 'counted');
  const sum = (bucket: Credit['bucket'] | 'any') =>
    counted
      .filter((credit) => bucket === 'any' || credit.bucket === bucket)
      .reduce((total, credit) => total + (credit.hours ?? 0), 0);
  return html`<tr data-live>
    <th scope="row" colspan="2">Counted here</th>
    <td class="desk-number">${formatHours(sum('any'))}</td>
    <td colspan="4">${formatHours(sum('ethics'))} ethics, ${formatHours(sum('core'))} core</td>
  </tr>`;
}
