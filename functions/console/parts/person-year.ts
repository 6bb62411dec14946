import { html } from 'hono/html';
import { dayInWords } from '#shared/domain/calendar.ts';
import type { Credit, Evidence } from '#shared/domain/credit.ts';
import { formatHours } from '#shared/domain/hours.ts';
import { spanInWords } from '#shared/rules/period/person-periods.ts';
import type { Frame } from '../pages/layout.ts';
import type { MailOfPerson, YearShown } from '../people/person-view.ts';
import { documentName } from './document-section.ts';
import { findingTable } from './finding-table.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { type StandingAbout, standingPart } from './standing-part.ts';
import { answerTag, creditTag, standingTag } from './status-tag.ts';
import { instantInWords, shortDay } from './time-words.ts';

/** One period of a person: how it stands and why, then what that rests on. */
export function personYear(frame: Frame, shown: YearShown, about: StandingAbout): Html {
  const { programme } = frame;
  const { year, standing, caseFile, record, mails } = shown;
  const id = `year-${year}`;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}" class="desk-title">${year} ${standingTag(standing.word)}</h2>
    ${periodWords(shown)}
    <ul class="desk-reasons">${standing.why.map((line) => html`<li>${said(line, 600)}</li>`)}</ul>
    ${record === null || record.missing.length === 0 || standing.word === 'in-progress' || standing.word === 'documents-incomplete' ? nothing : html`<p><strong>Still missing, the smallest first:</strong> ${record.missing.map((each) => each.inWords).join('; ')}.</p>`}
    ${standingPart(frame, shown, about)}
    ${caseFile === null || caseFile.credits.length === 0 ? nothing : creditsOf(year, caseFile.credits, mails)}
    ${caseFile === null || caseFile.findings.length === 0 ? nothing : findingTable(html`How ${year} came about, rule by rule`, caseFile.findings, programme)}
    ${mails.length === 0 ? nothing : mailTable(year, mails, programme.timeZone)}
  </section>`;
}

function periodWords({ period }: YearShown): Html {
  if (period === null || period.span === null) return nothing;
  const due =
    period.due === null ? 'By when a report is due is not published.' : `Report due by ${dayInWords(period.due)}.`;
  return html`<p class="desk-meta">Period: ${spanInWords(period.span)}. ${due}</p>`;
}

function creditsOf(year: number, credits: readonly Credit[], mails: readonly MailOfPerson[]): Html {
  return html`<table class="usa-table usa-table--borderless desk-table">
    <caption>Credits of ${year}</caption>
    <thead><tr><th scope="col">Training</th><th scope="col">Finished on</th><th scope="col" class="desk-number">Hours</th><th scope="col">Counts as</th><th scope="col">Status</th><th scope="col">Why</th><th scope="col">From</th></tr></thead>
    <tbody>${credits.map((credit) => creditRow(credit, mails))}</tbody>
    <tfoot><tr><th scope="row" colspan="2">Counted</th><td class="desk-number">${formatHours(sumOf(credits))}</td>
      <td colspan="4">${formatHours(sumOf(credits, 'ethics'))} ethics, ${formatHours(sumOf(credits, 'core'))} core</td></tr></tfoot>
  </table>`;
}

function creditRow(credit: Credit, mails: readonly MailOfPerson[]): Html {
  const notKnown = html`<span class="desk-none">not known</span>`;
  return html`<tr>
    <th scope="row" data-label="Training">${said(credit.title, 300)}<span class="desk-sub">${said(credit.provider ?? 'provider not known', 300)}</span></th>
    <td data-label="Finished on" class="desk-nowrap">${credit.completedOn === null ? notKnown : said(shortDay(credit.completedOn))}</td>
    <td data-label="Hours" class="desk-number">${credit.hours === null ? notKnown : formatHours(credit.hours)}</td>
    <td data-label="Counts as">${credit.bucket ?? html`<span class="desk-none">open</span>`}</td>
    <td data-label="Status" class="desk-nowrap">${creditTag(credit.status)}</td>
    <td data-label="Why">${said(credit.why)}${ruledWords(credit)}<cite class="desk-cite">${said(credit.citation, 300)}</cite></td>
    <td data-label="From"><ul class="desk-plain">${credit.evidence.map((one) => evidenceLine(one, mails))}</ul></td>
  </tr>`;
}

function ruledWords({ ruling }: Credit): Html {
  if (ruling === undefined) return nothing;
  return html`<span class="desk-sub">A person decided: ${said(ruling.reason, 300)}</span>`;
}

const roleWords: Readonly<Record<Evidence['role'], string>> = {
  certificate: 'certificate',
  'report-row': 'report form',
  guidance: 'guidance form',
};

/** To the document in its case, where its places are marked. */
function evidenceLine({ submissionId, document, role }: Evidence, mails: readonly MailOfPerson[]): Html {
  const mail = mails.find(({ submission }) => submission.submissionId === submissionId);
  if (mail === undefined) return html`<li>${roleWords[role]}</li>`;
  const { reference } = mail.submission;
  return html`<li><a class="usa-link desk-nowrap" href="/cases/${reference}#document-${document + 1}">${roleWords[role]}<span class="usa-sr-only"> in ${reference}</span></a></li>`;
}

function sumOf(credits: readonly Credit[], bucket?: Credit['bucket']): number {
  const counted = credits.filter((credit) => credit.status === 'counted' && (!bucket || credit.bucket === bucket));
  return counted.reduce((total, credit) => total + (credit.hours ?? 0), 0);
}

function mailTable(year: number, mails: readonly MailOfPerson[], timeZone: string): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
    <caption>Mails, documents and letters of ${year}</caption>
    <thead><tr><th scope="col">Case</th><th scope="col">Received</th><th scope="col">Documents of this person</th><th scope="col">Letter sent</th></tr></thead>
    <tbody>
      ${mails.map(
        (mail) => html`<tr>
          <th scope="row" data-label="Case" class="desk-nowrap"><a class="usa-link" href="/cases/${mail.submission.reference}">${mail.submission.reference}</a></th>
          <td data-label="Received">${instantInWords(mail.submission.envelope.receivedAt, timeZone)}</td>
          <td data-label="Documents"><ul class="desk-plain">${mail.documents.map((document) => documentLine(mail, document))}</ul></td>
          <td data-label="Letter">${letterCell(mail, timeZone)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function documentLine({ submission }: MailOfPerson, document: MailOfPerson['documents'][number]): Html {
  return html`<li><a class="usa-link" href="/cases/${submission.reference}#document-${document.number}">${documentName(document)}</a>
    <span class="desk-sub">${said(document.record.attachment, 120)}</span></li>`;
}

function letterCell({ answer, submission }: MailOfPerson, timeZone: string): Html {
  if (answer === null) return html`<span class="desk-none">none</span>`;
  const when = answer.sentAt === null ? '' : instantInWords(answer.sentAt, timeZone);
  return html`<a class="usa-link" href="/cases/${submission.reference}#answer">${said(answer.subject, 120)}</a>
    <span class="desk-sub">${answerTag(answer.state)} ${when}</span>`;
}
