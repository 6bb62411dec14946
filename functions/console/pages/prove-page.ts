import { html } from 'hono/html';
import type { SignIn } from '../console-deps.ts';
import { alert } from '../parts/alert.ts';
import { deskForm, textField } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { type Frame, layout } from './layout.ts';

const title = 'Please show again that it is you';

/** Before accounts are changed or papers leave the desk. */
export function provePage(frame: Frame, by: SignIn['by'], to: string, trouble: string | null): Html {
  const again = `/sign-in/provider?again=1&to=${encodeURIComponent(to)}`;
  const way =
    by === 'provider'
      ? html`<p><a class="usa-button" href="${again}">Go to sign-in</a></p>`
      : deskForm(frame, '/prove', passwordFields(frame, to));
  const content = html`<h1>${title}</h1>
    ${trouble === null ? nothing : alert('error', trouble)}
    <p>The page you asked for changes accounts or takes papers out of the desk.</p>
    ${way}`;
  return layout(frame, { title, section: null, content });
}

function passwordFields({ viewer }: Frame, to: string): Html {
  const signInName = viewer?.staff.signInName ?? '';
  return html`<input type="hidden" name="to" value="${to}">
    <input type="text" name="username" value="${signInName}" autocomplete="username" hidden>
    ${textField({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
    <button class="usa-button" type="submit">Go on</button>`;
}
