import { html } from 'hono/html';
import { alert } from '../parts/alert.ts';
import { deskForm, textField } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { type Frame, layout } from './layout.ts';

const title = 'Please show again that it is you';

/** Before accounts are changed or papers leave the desk. */
export function provePage(frame: Frame, to: string, trouble: string | null): Html {
  const content = html`<h1>${title}</h1>
    ${trouble === null ? nothing : alert('error', trouble)}
    <p>The page you asked for changes accounts or takes papers out of the desk.</p>
    ${deskForm(frame, '/prove', passwordFields(frame, to))}`;
  return layout(frame, { title, section: null, content });
}

function passwordFields({ viewer }: Frame, to: string): Html {
  const signInName = viewer?.staff.signInName ?? '';
  return html`<input type="hidden" name="to" value="${to}">
    <input type="text" name="username" value="${signInName}" autocomplete="username" hidden>
    ${textField({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
    <button class="usa-button" type="submit">Go on</button>`;
}
