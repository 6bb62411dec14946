import { html, raw } from 'hono/html';
import { type Role, roles, type Staff } from '#shared/domain/staff.ts';
import type { SignIn } from '../console-deps.ts';
import { alert } from '../parts/alert.ts';
import { deskForm, textField } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { said } from '../parts/said.ts';
import { type Frame, layout } from './layout.ts';

export type AccountsContent = {
  by: SignIn['by'];
  staff: readonly { member: Staff; hasPassword: boolean }[];
  /** what just happened, or why it did not */
  news: { kind: 'done' | 'refused'; text: string } | null;
  /** shown once: whoever has it can choose the password */
  newLink: { for: string; address: string } | null;
};

const roleWords: Readonly<Record<Role, string>> = {
  reviewer: 'Reviewer: decides cases',
  supervisor: 'Supervisor: also assigns, seconds and exports',
  auditor: 'Auditor: reads what happened, no papers',
  security: 'Security: looks at what was quarantined',
  admin: 'Admin: accounts, no cases',
};

/** Who may sign in here and as what. Where a provider signs people in, its groups say so and this page only shows it. */
export function accountsPage(frame: Frame, content: AccountsContent): Html {
  const { by, staff, news, newLink } = content;
  const isOurs = by === 'password';
  const body = html`<h1>Accounts</h1>
    ${news === null ? nothing : alert(news.kind === 'done' ? 'info' : 'error', news.text)}
    ${newLink === null ? nothing : linkOnce(newLink)}
    ${isOurs ? nothing : alert('info', 'Your office signs people in. Roles are its groups of the same names, as of the last sign-in.')}
    ${staff.length === 0 ? html`<p class="desk-empty">Nobody has signed in yet.</p>` : staff.map((one) => account(frame, one, isOurs))}
    ${isOurs ? addForm(frame) : nothing}`;
  return layout(frame, { title: 'Accounts', section: 'accounts', content: body });
}

function linkOnce({ for: name, address }: NonNullable<AccountsContent['newLink']>): Html {
  return alert(
    'warning',
    html`Give ${said(name, 100)} this link, by hand or in a message only they read. It works once, within 24 hours, and is shown only now:
      <code class="desk-secret">${address}</code>`,
  );
}

function account(frame: Frame, { member, hasPassword }: AccountsContent['staff'][number], isOurs: boolean): Html {
  const { staffId, name, signInName, roles: given } = member;
  const state =
    given.length === 0 ? 'closed' : hasPassword || !isOurs ? given.join(', ') : `${given.join(', ')}; no password yet`;
  return html`<section class="desk-account" aria-labelledby="${staffId}">
    <h2 id="${staffId}">${said(name, 100)}</h2>
    <p class="desk-meta">${said(signInName, 200)} (${state})</p>
    ${isOurs ? accountForms(frame, member) : nothing}
  </section>`;
}

function accountForms(frame: Frame, { staffId, name, roles: given }: Staff): Html {
  const at = `/accounts/${staffId}`;
  const of = html`<span class="usa-sr-only"> of ${said(name, 100)}</span>`;
  const save = html`${roleBoxes(staffId, given)}<button class="usa-button usa-button--outline" type="submit">Save roles${of}</button>`;
  const renew = html`<button class="usa-button usa-button--outline" type="submit">New link to a password${of}</button>`;
  const close = html`<button class="usa-button usa-button--secondary" type="submit">Close the account${of}</button>`;
  return html`<details><summary>Change${of}</summary>
    ${deskForm(frame, `${at}/roles`, save)}
    ${given.length === 0 ? nothing : html`${deskForm(frame, `${at}/link`, renew)} ${deskForm(frame, `${at}/close`, close)}`}
  </details>`;
}

function roleBoxes(id: string, given: readonly Role[]): Html {
  return html`<fieldset class="usa-fieldset"><legend class="usa-legend">Roles</legend>
    ${roles.map(
      (role) => html`<div class="usa-checkbox">
        <input class="usa-checkbox__input" type="checkbox" id="${id}-${role}" name="role" value="${role}"${given.includes(role) ? raw(' checked') : ''}>
        <label class="usa-checkbox__label" for="${id}-${role}">${roleWords[role]}</label>
      </div>`,
    )}
  </fieldset>`;
}

function addForm(frame: Frame): Html {
  const fields = html`${textField({ name: 'name', label: 'Name', hint: 'As colleagues read it, for example Dana Fontenot' })}
    ${textField({ name: 'signInName', label: 'Sign-in name', hint: 'Short, or an e-mail address' })}
    ${roleBoxes('new', [])}
    <button class="usa-button" type="submit">Add and make a link</button>`;
  return html`<section aria-labelledby="add"><h2 id="add">Add somebody</h2>${deskForm(frame, '/accounts', fields)}</section>`;
}
