import { html } from 'hono/html';
import type { KeptForm } from '../access/kept-form.ts';
import type { SignIn } from '../console-deps.ts';
import { alert } from '../parts/alert.ts';
import { deskForm, textField } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { type Frame, layout } from './layout.ts';

export type SignInTrouble = 'over' | 'wrong' | 'wait' | 'link-used' | 'no-role' | 'unproven' | null;
export type SignInContent = {
  trouble: SignInTrouble;
  /** where to go on to */
  to: string;
  kept?: KeptForm | null;
  secondsToWait?: number;
};

/** Asks for name and password, or leads to the provider who knows them. */
export function signInPage(frame: Frame, by: SignIn['by'], content: SignInContent): Html {
  const { to, kept = null } = content;
  const body = html`<h1>Sign in</h1>
    ${troubleOf(content)}
    ${by === 'provider' ? providerLink(to) : passwordForm(frame, to, kept)}`;
  return layout(frame, { title: 'Sign in', section: null, content: body });
}

function passwordForm(frame: Frame, to: string, kept: KeptForm | null): Html {
  const fields = html`<input type="hidden" name="to" value="${to}">
    ${kept === null ? nothing : html`<input type="hidden" name="kept" value="${JSON.stringify(kept)}">`}
    ${textField({ name: 'signInName', label: 'Sign-in name', autocomplete: 'username' })}
    ${textField({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
    <button class="usa-button" type="submit">Sign in</button>`;
  return html`${deskForm(frame, '/sign-in', fields)}
    <p class="desk-quiet">No account yet, or the password is lost? Whoever looks after the accounts can give you a link.</p>`;
}

function providerLink(to: string): Html {
  return html`<p>Your office knows who you are: you sign in there and come back.</p>
    <p><a class="usa-button" href="/sign-in/provider?to=${encodeURIComponent(to)}">Go to sign-in</a></p>`;
}

function troubleOf({ trouble, kept = null, secondsToWait = 1 }: SignInContent): Html | string {
  const seconds = secondsToWait === 1 ? '1 second' : `${secondsToWait} seconds`;
  switch (trouble) {
    case null:
      return nothing;
    case 'over':
      return alert(
        'info',
        kept === null
          ? 'Your session is over. Nothing was changed by what you sent last; please send it again after signing in.'
          : 'Your session is over. What you typed is kept: sign in, and you can send it.',
      );
    case 'wrong':
      return alert('error', 'This name and password do not go together. Check both and try again.');
    case 'wait':
      return alert('warning', `There were several wrong tries. Wait ${seconds}, then try again.`);
    case 'no-role':
      return alert('error', 'Your office knows you, but nobody gave you a role at this desk yet. Ask for one.');
    case 'unproven':
      return alert('error', 'Signing in did not work. Try again from this page.');
    case 'link-used':
      return alert('error', 'This link was used already, or is too old. Ask for a new one.');
  }
}

/** What was typed under an earlier session, ready to be sent once more. */
export function keptFormPage(frame: Frame, kept: KeptForm | null, why: 'signed-in-again' | 'other-session'): Html {
  const title =
    why === 'signed-in-again' ? 'You are signed in again' : 'You signed in again since this page was opened';
  const body =
    kept === null
      ? html`<p>What you sent could not be kept. Please open the page and enter it again.</p>`
      : html`<p>What you typed is kept, and nothing was changed yet. Send it, or leave it by going to another page.</p>
          ${deskForm(frame, kept.action, keptFields(kept))}`;
  return layout(frame, { title, section: null, content: html`<h1>${title}</h1>${body}` });
}

function keptFields({ fields }: KeptForm): Html {
  const hidden = fields.map(([name, value]) => html`<textarea name="${name}" hidden>${value}</textarea>`);
  return html`${hidden}<button class="usa-button" type="submit">Send what I typed</button>`;
}
