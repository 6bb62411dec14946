import { html } from 'hono/html';
import { isOpen } from '#shared/domain/decision.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { CaseView } from '../cases/case-view.ts';
import { alert } from '../parts/alert.ts';
import { answerLetter } from '../parts/answer-letter.ts';
import { batchPart } from '../parts/batch-part.ts';
import { beingRead } from '../parts/being-read.ts';
import { claimBar } from '../parts/claim-bar.ts';
import { creditPairs } from '../parts/credit-pairs.ts';
import { openDecisions, pastDecisions } from '../parts/decision-list.ts';
import { decisionPanel } from '../parts/decision-panel.ts';
import { documentName, documentSection } from '../parts/document-section.ts';
import { duplicatePairs } from '../parts/duplicate-pairs.ts';
import { fileTable } from '../parts/file-table.ts';
import { type Html, nothing } from '../parts/html.ts';
import { creditsPart, rulesPart } from '../parts/judgement-part.ts';
import { keysDialog } from '../parts/key-list.ts';
import { mailSummary, mailText } from '../parts/mail-summary.ts';
import { outcomeLine, outcomePanel } from '../parts/outcome-panel.ts';
import { personList } from '../parts/person-list.ts';
import { type NumberedDocument, numberPlaces } from '../parts/places.ts';
import { reasonList } from '../parts/reason-list.ts';
import { reopenForm, reopenings } from '../parts/reopening.ts';
import { repliesPart } from '../parts/replies-part.ts';
import { said } from '../parts/said.ts';
import { outcomeTag } from '../parts/status-tag.ts';
import { unfitCount, unfitList } from '../parts/unfit-list.ts';
import { waitingLine } from '../parts/waiting.ts';
import { workBar, workFormOf } from '../parts/work-bar.ts';
import { filterIn } from '../queue/queue-filter.ts';
import { viewNow } from '../queue-view.ts';
import { type Frame, layout } from './layout.ts';
import { nextButton } from './queue-page.ts';

export function casePage(frame: Frame, view: CaseView): Html {
  const { found, work, editing, sheets, outcomes, untried } = view;
  const { submission } = found;
  const documents = work.documents.map((record, index) => {
    const isDrawn = !record.isSensitive && (sheets.get(record.fileId)?.show ?? 'nothing') !== 'nothing';
    return numberPlaces(record, index + 1, isDrawn);
  });
  const content = html`<p class="desk-back"><a class="usa-link" href="/">All cases</a></p>
    <div class="desk-title"><h1>Case ${submission.reference}</h1>${outcomeTag(viewNow(submission, view.decisions))}${historyLink(frame, submission.reference)}</div>
    ${waitingLine(view)} ${notice(view)} ${beingRead(view)} ${nextCase(frame, view)} ${openDecisions({ ...view, frame })} ${isBusy(view) ? nothing : claimBar(frame, work)} ${editing === null ? nothing : workFormOf(frame, editing)}
    ${batchPart(found.batch)}
    <div class="desk-top">
      <div>${why(view)} ${who(view)}</div>
      <section aria-labelledby="mail"><h2 id="mail">The mail</h2>
        ${mailSummary(submission, frame.programme.timeZone, found.duplicateOf)}
        ${submission.mail === null ? nothing : mailText(submission.mail)}
      </section>
    </div>
    ${repliesPart(frame, view)} ${isSplit(view) ? nothing : papersAndRules(frame, view, documents)}
    ${editing === null ? nothing : html`${outcomePanel(outcomes, untried)} ${decisionPanel(editing, outcomes)}`}
    ${pastDecisions({ ...view, frame })} ${reopenings(frame, view)} ${reopenForm(frame, view)}
    ${answerPart(view, frame.programme)}
    ${editing === null ? nothing : workBar(editing, outcomeLine(outcomes))} ${keysDialog()}`;
  return layout(frame, { title: `Case ${submission.reference}`, section: 'cases', content, script: 'desk/case.js' });
}

/** What a case is judged by; of a mail that was split each item shows its own. */
function papersAndRules(frame: Frame, view: CaseView, documents: readonly NumberedDocument[]): Html {
  const { timeZone, rulePages } = frame.programme;
  return html`${jumps(view, documents)} ${documentsPart(view, documents, timeZone)} ${duplicatePairs(view, documents)} ${creditPairs(view, documents)} ${creditsPart(view)}
    ${rulesPart(view, rulePages, documents)}`;
}

const isSplit = ({ found }: CaseView) => found.batch?.is === 'mail';

/** While a decision can be taken back or is being looked at, there is nothing to take the case for. */
const isBusy = (view: CaseView) =>
  view.work.holder.is === 'nobody' && (view.decisions.some(isOpen) || (isSplit(view) && view.review?.state !== 'open'));

/** Of the list that everybody begins with. Where there is work on the page, n stays the next doubt of it. */
function nextCase(frame: Frame, { isDone, editing, list }: CaseView): Html {
  return isDone ? nextButton(frame, filterIn(new URLSearchParams(list)), editing !== null) : nothing;
}

/** What just happened to what was sent. */
function notice({ notice: told }: CaseView): Html {
  if (told === null) return nothing;
  return html`<div role="${told.kind === 'trouble' ? 'alert' : 'status'}">${alert(told.kind === 'trouble' ? 'error' : 'info', told.words)}</div>`;
}

function historyLink({ viewer }: Frame, reference: string): Html {
  if (viewer === null || !viewer.may('history')) return nothing;
  return html`<a class="usa-link" href="/cases/${reference}/history">What happened to it</a>`;
}

function why({ found: { submission, judgement, documents } }: CaseView): Html {
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

function who({ found, work }: CaseView): Html {
  const people = work.people.length > 0 ? work.people : found.people;
  return html`<section aria-labelledby="who"><h2 id="who">Who it is about</h2>${personList(people)}</section>`;
}

function jumps({ editing }: CaseView, documents: readonly NumberedDocument[]): Html {
  return html`<nav class="desk-jumps" aria-label="On this page"><ul>
    ${documents.map((document) => html`<li><a class="usa-link" href="#document-${document.number}">${documentName(document)}</a></li>`)}
    <li><a class="usa-link" href="#credits">Credits</a></li>
    <li><a class="usa-link" href="#rules">Rules</a></li>
    ${
      editing === null
        ? nothing
        : html`<li><a class="usa-link" href="#outcome">What would come out</a></li>
    <li><a class="usa-link" href="#decide">Decide</a></li>`
    }
    <li><a class="usa-link" href="#answer">Answer</a></li>
  </ul></nav>`;
}

function documentsPart(
  { found, sheets, editing, work }: CaseView,
  documents: readonly NumberedDocument[],
  timeZone: string,
): Html {
  const { reference } = found.submission;
  return html`<section id="documents-part" aria-labelledby="documents">
    <h2 id="documents">Documents <span class="desk-quiet">(${documents.length})</span></h2>
    ${editing === null ? unfitCount(work.unfit) : html`${unfitList(editing, found.files)}${toPapers(reference)}`}
    ${documents.map((document) => documentSection(document, { reference, sheets, editing }))}
    ${found.files.length === 0 ? html`<p class="desk-empty">No files came with this mail.</p>` : fileTable(found.submission, found.files, { editing, timeZone })}
  </section>`;
}

/** What is typed and not saved does not come along: the browser asks, and these words say so where it cannot. */
const toPapers = (reference: string): Html =>
  html`<p>One paper is really two, or two are one? <a class="usa-link" href="/cases/${reference}/papers">Split, join or sort the papers anew</a> (save first what you typed here).</p>`;

function answerPart({ found: { answer } }: CaseView, programme: Frame['programme']): Html {
  return html`<section aria-labelledby="answer">
    <h2 id="answer">Answer to the sender</h2>
    ${answer === null ? html`<p class="desk-empty">No answer was written.</p>` : answerLetter(answer, programme)}
  </section>`;
}
