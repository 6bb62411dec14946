import { html } from 'hono/html';
import { alert } from '../parts/alert.ts';
import { deskForm, textField } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { said } from '../parts/said.ts';
import type { OpenLink } from '../sign-in/one-time-links.ts';
import { passwordCharactersMin } from '../sign-in/one-time-links.ts';
import { type Frame, layout } from './layout.ts';

const passwordHint = `At least ${passwordCharactersMin} characters. Four or five words that do not belong together are good and easy to keep.`;

/** Behind a one-time link: choose a password, or just go in. Opening the page does not use the link up. */
export function linkPage(frame: Frame, secret: string, { staff, does }: OpenLink, trouble: string | null): Html {
  const title = does === 'set-up' ? 'Choose your password' : 'Sign in to this desk';
  const content = html`<h1>${title}</h1>
    ${trouble === null ? nothing : alert('error', trouble)}
    <p>This link is for ${said(staff.name, 100)}. It works once.</p>
    ${deskForm(frame, `/link/${secret}`, does === 'set-up' ? chooseFields(staff.signInName) : signInButton)}`;
  return layout(frame, { title, section: null, content });
}

const signInButton = html`<button class="usa-button" type="submit">Sign in</button>`;

function chooseFields(signInName: string): Html {
  return html`<p>You sign in as <strong>${said(signInName, 200)}</strong>.</p>
    <input type="text" name="username" value="${signInName}" autocomplete="username" hidden>
    ${textField({ name: 'password', label: 'Password', hint: passwordHint, type: 'password', autocomplete: 'new-password' })}
    ${textField({ name: 'again', label: 'The same once more', type: 'password', autocomplete: 'new-password' })}
    <button class="usa-button" type="submit">Keep it and sign in</button>`;
}
