import { html } from 'hono/html';
import type { ImportShown } from '#functions/load-registers/import-register.ts';
import type { RegisterName } from '#shared/domain/register-import.ts';
import { alert } from '../parts/alert.ts';
import { fileForm } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { importPlan } from '../parts/import-plan.ts';
import { said } from '../parts/said.ts';
import type { ImportTrouble } from '../routes/imports.ts';
import { type Frame, layout } from './layout.ts';

const titles: Readonly<Record<RegisterName, string>> = {
  roster: 'Import the roster',
  approved: 'Import the register of trainings',
};

const columns: Readonly<Record<RegisterName, string>> = {
  roster:
    'specialistId, legalName, otherNames, email, credentialType, initialTrainingDate, status, employer; certifiedOn may be there too',
  approved: 'title, provider, hours, ethicsHours, approvedFrom, approvedTo',
};

const troubleWords: Readonly<Record<ImportTrouble, string>> = {
  'no-file': 'No file came along, or it was empty. Choose a CSV file and send it again.',
  'no-such-import': 'This file is not here. Choose it again.',
  'changed-meanwhile':
    'The records changed since you looked, so nothing was applied. Look at the changes below again, then confirm them.',
  'too-many-identity-changes':
    'More changes of identity were ticked than can be confirmed at once, so nothing was applied. Tick fewer, or divide the file.',
};

function troubleNote(trouble: ImportTrouble | null): Html {
  return trouble === null ? nothing : alert('error', troubleWords[trouble]);
}

export function chooseImportPage(frame: Frame, register: RegisterName, trouble: ImportTrouble | null): Html {
  const form = html`<label class="usa-label" for="file">CSV file</label>
    <span class="usa-hint" id="file-hint">Up to 5 MB. Columns in any order: ${columns[register]}. Days as 2026-12-31.</span>
    <input class="usa-file-input" id="file" name="file" type="file" accept=".csv,text/csv" required aria-describedby="file-hint">
    <button class="usa-button" type="submit">Show what would change</button>`;
  const content = html`${wayBack(register)}<h1>${titles[register]}</h1>
    ${troubleNote(trouble)}
    <p class="desk-lead">Nothing changes yet: first you see what is new, what is changed and what cannot be used. Nothing is ever deleted by an import.</p>
    ${fileForm(frame, `/imports/${register}`, form)}`;
  return layout(frame, { title: titles[register], section: register === 'roster' ? 'people' : 'trainings', content });
}

export function importPage(frame: Frame, shown: ImportShown, trouble: ImportTrouble | null): Html {
  const { register, fileName, sha256 } = shown.found;
  const content = html`${wayBack(register)}<h1>${titles[register]}</h1>
    ${troubleNote(trouble)}
    <p class="desk-meta">${said(fileName, 200)} <span class="desk-hash">SHA-256 ${sha256}</span></p>
    ${importPlan(frame, shown)}`;
  return layout(frame, { title: titles[register], section: register === 'roster' ? 'people' : 'trainings', content });
}

function wayBack(register: RegisterName): Html {
  const [address, words] = register === 'roster' ? ['/people', 'All people'] : ['/trainings', 'All trainings'];
  return html`<p class="desk-back"><a class="usa-link" href="${address}">${words}</a></p>`;
}
