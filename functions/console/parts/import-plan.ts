import { html } from 'hono/html';
import { entriesAtOnce, type ImportShown, isIdentityChange } from '#functions/load-registers/import-register.ts';
import type { FieldChange, ImportPlan, PlannedEntry } from '#functions/load-registers/plan-import.ts';
import { identityChangesMax } from '#shared/domain/register-import.ts';
import type { Frame } from '../pages/layout.ts';
import { alert } from './alert.ts';
import { deskForm } from './desk-form.ts';
import { type Html, nothing } from './html.ts';
import { importFaults } from './import-faults.ts';
import { said } from './said.ts';

type Planned = PlannedEntry<unknown>;

/** Lines of each kind that are written out; the counts are of all. */
const shownMax = 100;

/** What importing the file would do, or how far it got. */
export function importPlan(frame: Frame, shown: ImportShown): Html {
  const { found, plan } = shown;
  const isIdentity = (one: Planned) => found.register === 'roster' && isIdentityChange(one);
  const identity = plan.changed.filter(isIdentity);
  const plain = plan.changed.filter((one) => !isIdentity(one));
  return html`${counts(plan)}
    ${importFaults(plan.refused)}
    ${notInFile(plan.notInFile)}
    ${found.state === 'done' ? done(found.applied, identity.length) : confirmation(frame, shown, identity)}
    ${changeList('Changed', plain)}
    ${changeList('New', plan.added)}`;
}

function counts({ added, changed, unchanged, notInFile: gone, refused }: ImportPlan<unknown>): Html {
  const lines: [number, string][] = [
    [added.length, 'new'],
    [changed.length, 'changed'],
    [unchanged, 'unchanged'],
    [gone.length, 'on file, not in this file'],
    [refused.length, refused.length === 1 ? 'line with a fault' : 'lines with a fault'],
  ];
  return html`<ul class="desk-counts">${lines.map(([count, words]) => html`<li><strong>${count}</strong>${words}</li>`)}</ul>`;
}

function notInFile(labels: readonly string[]): Html {
  if (labels.length === 0) return nothing;
  return html`<details><summary>On file, not in this file: ${labels.length}, all of them stay</summary>
    <ul>${labels.slice(0, shownMax).map((label) => html`<li>${said(label, 300)}</li>`)}</ul>${moreThan(labels.length)}</details>`;
}

function done(applied: number, left: number): Html {
  const words =
    left === 0
      ? ''
      : ' Changes of identity that were not ticked were left as they were: send the file again to look at them.';
  return alert('info', `This import is done: ${applied} rows were written.${words}`);
}

function confirmation(frame: Frame, { found, plan }: ImportShown, identity: readonly Planned[]): Html {
  const left = plan.added.length + plan.changed.length;
  const action = `/imports/${found.register}/${found.sha256}`;
  if (found.state === 'applying') {
    const goOn = html`<button class="usa-button" type="submit">Go on with the next ${entriesAtOnce}</button>`;
    return html`${alert('warning', `${found.applied} rows are written, and it is not done. Nothing is lost if you go on later.`)}${deskForm(frame, action, goOn)}`;
  }
  if (left === 0) return alert('info', 'This file changes nothing.');
  const form = html`<input type="hidden" name="plan" value="${plan.sha256}">
    ${identity.length === 0 ? nothing : identityChoices(identity)}
    <button class="usa-button" type="submit">Apply this file</button>`;
  return html`<h2>Confirm</h2>${deskForm(frame, action, form)}`;
}

/** Whose address or name changes is looked at one by one: unticked, the whole row stays as it is on file. */
function identityChoices(identity: readonly Planned[]): Html {
  return html`<fieldset class="usa-fieldset">
    <legend class="usa-legend">Another address or name: may it be another person?</legend>
    <p class="usa-hint">Mail goes to the new address, and papers are matched by the name. Tick each one that you have checked; what is not ticked stays as it is on file.</p>
    ${identity.slice(0, identityChangesMax).map((one, at) => identityChoice(one, at))}
    ${identity.length > identityChangesMax ? html`<p>${identity.length - identityChangesMax} more are not shown and stay as they are: divide the file.</p>` : nothing}
  </fieldset>`;
}

function identityChoice({ key, label, line, changes }: Planned, at: number): Html {
  return html`<div class="usa-checkbox">
    <input class="usa-checkbox__input" type="checkbox" id="identity-${at}" name="identity" value="${key}">
    <label class="usa-checkbox__label" for="identity-${at}">${said(label, 300)}, line ${line}
      <span class="usa-checkbox__label-description">${changes.map(oneChange)}</span></label>
  </div>`;
}

function oneChange({ field, before, after }: FieldChange): Html {
  return html`<span class="desk-fieldchange">${fieldWords(field)}: <del>${said(before === '' ? 'empty' : before, 300)}</del> → <ins>${said(after === '' ? 'empty' : after, 300)}</ins></span> `;
}

function changeList(caption: string, planned: readonly Planned[]): Html {
  if (planned.length === 0) return nothing;
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
      <caption>${caption}: ${planned.length}</caption>
      <thead><tr><th scope="col">Line</th><th scope="col">Entry</th><th scope="col">Field by field</th></tr></thead>
      <tbody>
        ${planned.slice(0, shownMax).map(
          (
            one,
          ) => html`<tr><td data-label="Line">${one.line}</td><th scope="row" data-label="Entry">${said(one.label, 300)}</th>
            <td data-label="Fields">${one.isNew ? one.changes.map(({ field, after }) => html`<span class="desk-fieldchange">${fieldWords(field)}: ${said(after, 300)}</span> `) : one.changes.map(oneChange)}</td></tr>`,
        )}
      </tbody>
    </table>${moreThan(planned.length)}`;
}

const moreThan = (count: number): Html =>
  count > shownMax ? html`<p class="desk-quiet">and ${count - shownMax} more</p>` : nothing;

const words: Readonly<Record<string, string>> = {
  specialistId: 'id',
  legalName: 'name',
  otherNames: 'other names',
  email: 'e-mail',
  credentialType: 'credential',
  initialTrainingDate: 'first training',
  certifiedOn: 'certified on',
  ethicsHours: 'ethics hours',
  approvedFrom: 'from',
  approvedTo: 'to',
};
const fieldWords = (field: string): string => words[field] ?? field;
