import { html } from 'hono/html';
import type { FieldValue, TrainingRow } from '#shared/domain/document.ts';
import { confidenceWords } from './confidence.ts';
import { fieldLabel, fieldValue, sourceWords } from './field-words.ts';
import { type Html, nothing } from './html.ts';
import { placeLink } from './place-link.ts';
import type { NumberedField, NumberedSession, NumberedTraining } from './places.ts';

const tableClasses = 'usa-table usa-table--borderless usa-table--compact desk-table';

export function fieldTable(fields: readonly NumberedField[]): Html {
  if (fields.length === 0) return nothing;
  return html`<table class="${tableClasses} desk-fields">
    <caption>
      What was read
    </caption>
    <thead>
      <tr>
        <th scope="col" class="desk-place-column">Place</th>
        <th scope="col">Field</th>
        <th scope="col">Value</th>
        <th scope="col">How sure</th>
      </tr>
    </thead>
    <tbody>
      ${fields.map(
        ({ name, field, place }) => html`<tr id="${place.rowAnchor}">
          <td data-label="Place" class="desk-place-column">${placeLink(place)}</td>
          <th scope="row" data-label="Field">${fieldLabel(name)}</th>
          <td data-label="Value">${fieldValue(field)}</td>
          <td data-label="How sure">
            ${confidenceWords(field.confidence)}<span class="desk-sub">${sourceWords(field)}</span>
          </td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

export function trainingTable(trainings: readonly NumberedTraining[]): Html {
  if (trainings.length === 0) return nothing;
  return html`<table class="${tableClasses}">
    <caption>
      Trainings the person lists
    </caption>
    <thead>
      <tr>
        <th scope="col" class="desk-place-column">Place</th>
        <th scope="col">Training</th>
        <th scope="col">Finished on</th>
        <th scope="col">Hours</th>
        <th scope="col">Listed as</th>
        <th scope="col">Least sure</th>
      </tr>
    </thead>
    <tbody>
      ${trainings.map(
        ({ training, place }) => html`<tr id="${place.rowAnchor}">
          <td data-label="Place" class="desk-place-column">${placeLink(place)}</td>
          <th scope="row" data-label="Training">
            <span id="${place.rowAnchor}-title">${fieldValue(training.title)}</span><span class="desk-sub" id="${place.rowAnchor}-provider">${fieldValue(training.provider)}</span>
          </th>
          <td data-label="Finished on" id="${place.rowAnchor}-completedOn">${fieldValue(training.completedOn)}</td>
          <td data-label="Hours" id="${place.rowAnchor}-hours">${fieldValue(training.hours)}</td>
          <td data-label="Listed as">${listedAs(training, place.rowAnchor)}</td>
          <td data-label="Least sure">${confidenceWords(leastSure(Object.values(training)))}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function listedAs({ category, priorApproved }: TrainingRow, anchor: string): Html {
  const words =
    priorApproved.value === true ? 'approved before' : priorApproved.value === false ? 'not approved before' : '';
  return html`<span id="${anchor}-category">${fieldValue(category)}</span><span class="desk-sub" id="${anchor}-priorApproved">${words}</span>`;
}

export function sessionTable(sessions: readonly NumberedSession[]): Html {
  if (sessions.length === 0) return nothing;
  return html`<table class="${tableClasses}">
    <caption>
      Sessions on this certificate
    </caption>
    <thead>
      <tr>
        <th scope="col" class="desk-place-column">Place</th>
        <th scope="col">Session</th>
        <th scope="col">Hours</th>
        <th scope="col">Counts as</th>
        <th scope="col">Least sure</th>
      </tr>
    </thead>
    <tbody>
      ${sessions.map(
        ({ session, place }) => html`<tr id="${place.rowAnchor}">
          <td data-label="Place" class="desk-place-column">${placeLink(place)}</td>
          <th scope="row" data-label="Session" id="${place.rowAnchor}-title">${fieldValue(session.title)}</th>
          <td data-label="Hours" id="${place.rowAnchor}-hours">${fieldValue(session.hours)}</td>
          <td data-label="Counts as">${session.ethics === null ? 'Not said' : session.ethics ? 'Ethics' : 'Other'}</td>
          <td data-label="Least sure">${confidenceWords(leastSure([session.title, session.hours]))}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function leastSure(fields: readonly FieldValue[]): number {
  return Math.min(1, ...fields.map((field) => field.confidence));
}
