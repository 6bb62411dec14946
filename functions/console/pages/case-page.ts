import { html } from 'hono/html';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { Case } from '../cases/find-case.ts';
import type { SheetsByFile } from '../cases/page-sheets.ts';
import type { RulePage } from '../console-deps.ts';
import { answerLetter } from '../parts/answer-letter.ts';
import { creditTable } from '../parts/credit-table.ts';
import { documentName, documentSection } from '../parts/document-section.ts';
import { fileTable } from '../parts/file-table.ts';
import { findingTable } from '../parts/finding-table.ts';
import { type Html, nothing } from '../parts/html.ts';
import { mailSummary, mailText } from '../parts/mail-summary.ts';
import { personList, personName } from '../parts/person-list.ts';
import { type NumberedDocument, numberPlaces } from '../parts/places.ts';
import { reasonList } from '../parts/reason-list.ts';
import { said } from '../parts/said.ts';
import { outcomeTag } from '../parts/status-tag.ts';
import { viewOf } from '../queue-view.ts';
import { type Frame, layout } from './layout.ts';

export function casePage(frame: Frame, found: Case, sheets: SheetsByFile): Html {
  const { submission } = found;
  const documents = found.documents.map((record, index) => {
    const isDrawn = !record.isSensitive && (sheets.get(record.fileId)?.show ?? 'nothing') !== 'nothing';
    return numberPlaces(record, index + 1, isDrawn);
  });
  const content = html`<p class="desk-back"><a class="usa-link" href="/">All cases</a></p>
    <div class="desk-title"><h1>Case ${submission.reference}</h1>${outcomeTag(viewOf(submission))}${historyLink(frame, submission.reference)}</div>
    <div class="desk-top">
      <div>${why(found)} ${who(found)}</div>
      <section aria-labelledby="mail"><h2 id="mail">The mail</h2>
        ${mailSummary(submission, frame.programme.timeZone, found.duplicateOf)}
        ${submission.mail === null ? nothing : mailText(submission.mail)}
      </section>
    </div>
    ${jumps(documents)} ${documentsPart(found, documents, sheets)} ${creditsPart(found)} ${rulesPart(found, frame.programme.rulePages)}
    ${answerPart(found, frame.programme.timeZone)}`;
  return layout(frame, { title: `Case ${submission.reference}`, section: 'cases', content });
}

function historyLink({ viewer }: Frame, reference: string): Html {
  if (viewer === null || !viewer.may('history')) return nothing;
  return html`<a class="usa-link" href="/cases/${reference}/history">What happened to it</a>`;
}

function why({ submission, judgement, documents }: Case): Html {
  const reasons = submission.reasons.length > 0 ? submission.reasons : (judgement?.reasons ?? []);
  const text =
    reasons.length > 0
      ? reasonList(reasons, documents.length)
      : html`<p>${silence(submission.outcome === 'accepted')}</p>`;
  return html`<div class="usa-summary-box desk-why" role="region" aria-labelledby="why">
    <div class="usa-summary-box__body">
      <h2 class="usa-summary-box__heading" id="why">Why</h2>
      <div class="usa-summary-box__text">${text} ${requests(judgement)}</div>
    </div>
  </div>`;
}

function silence(isAccepted: boolean): string {
  return isAccepted ? 'Everything agrees. No doubt was found.' : 'No reason has been noted.';
}

function requests(judgement: Judgement | null): Html {
  if (judgement === null || judgement.requests.length === 0) return nothing;
  return html`<p><strong>Asked of the sender</strong></p>
    <ul class="desk-reasons">${judgement.requests.map((request) => html`<li>${said(request)}</li>`)}</ul>`;
}

function who({ people }: Case): Html {
  return html`<section aria-labelledby="who"><h2 id="who">Who it is about</h2>${personList(people)}</section>`;
}

function jumps(documents: readonly NumberedDocument[]): Html {
  return html`<nav class="desk-jumps" aria-label="On this page"><ul>
    ${documents.map((document) => html`<li><a class="usa-link" href="#document-${document.number}">${documentName(document)}</a></li>`)}
    <li><a class="usa-link" href="#credits">Credits</a></li>
    <li><a class="usa-link" href="#rules">Rules</a></li>
    <li><a class="usa-link" href="#answer">Answer</a></li>
  </ul></nav>`;
}

function documentsPart(
  { submission, files }: Case,
  documents: readonly NumberedDocument[],
  sheets: SheetsByFile,
): Html {
  return html`<section aria-labelledby="documents">
    <h2 id="documents">Documents <span class="desk-quiet">(${documents.length})</span></h2>
    ${documents.map((document) => documentSection(document, submission.reference, sheets))}
    ${files.length === 0 ? html`<p class="desk-empty">No files came with this mail.</p>` : fileTable(submission.reference, files)}
  </section>`;
}

function creditsPart({ judgement, submission, documents }: Case): Html {
  const own = { submissionId: submission.submissionId, count: documents.length };
  const tables = perPerson(judgement, (caption, judged, person) => {
    const credits = judged.credits.filter((credit) => credit.person === person);
    return credits.length === 0 ? null : creditTable(html`Credits of ${caption}`, credits, own);
  });
  return html`<section aria-labelledby="credits">
    <h2 id="credits">Credits</h2>
    ${tables.length === 0 ? html`<p class="desk-empty">There are no credits in this case.</p>` : tables}
  </section>`;
}

function rulesPart({ judgement }: Case, rulePages: readonly RulePage[]): Html {
  const tables = perPerson(judgement, (caption, judged, person) => {
    const findings = judged.findings.filter((finding) => finding.person === person);
    return findings.length === 0 ? null : findingTable(html`The rules for ${caption}`, findings, rulePages);
  });
  const inShadow = perPerson(judgement, (caption, judged, person) => {
    const findings = judged.shadow.filter((finding) => finding.person === person);
    return findings.length === 0
      ? null
      : findingTable(html`In shadow for ${caption}: tried out only, without any effect`, findings, rulePages);
  });
  return html`<section aria-labelledby="rules">
    <h2 id="rules">Rules</h2>
    ${tables.length === 0 ? html`<p class="desk-empty">No rule has been applied to this case.</p>` : tables} ${inShadow}
  </section>`;
}

function perPerson(
  judgement: Judgement | null,
  table: (caption: Html, judgement: Judgement, person: number) => Html | null,
): Html[] {
  if (judgement === null) return [];
  const tables = judgement.people.map((person, index) => table(personName(person), judgement, index));
  return tables.filter((made) => made !== null);
}

function answerPart({ answer }: Case, timeZone: string): Html {
  return html`<section aria-labelledby="answer">
    <h2 id="answer">Answer to the sender</h2>
    ${answer === null ? html`<p class="desk-empty">No answer was written.</p>` : answerLetter(answer, timeZone)}
  </section>`;
}
