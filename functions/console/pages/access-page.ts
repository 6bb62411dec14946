import { html } from 'hono/html';
import type { Html } from '../parts/html.ts';
import { type Frame, layout } from './layout.ts';

export type Refusal = 'other-role' | 'foreign-form' | 'signed-out' | 'private-paper' | 'quarantined';

const words: Readonly<Record<Refusal, { title: string; text: string }>> = {
  'other-role': {
    title: 'Your role does not open this page',
    text: 'Whoever looks after the accounts of this desk can give you another role.',
  },
  'foreign-form': {
    title: 'This did not come from a page of this desk',
    text: 'Nothing was changed. Open the page here and send it again. If you did just that, tell whoever runs this desk.',
  },
  'private-paper': {
    title: 'This is a private paper',
    text: 'A supervisor decides who may have it, and whether it is kept at all.',
  },
  quarantined: {
    title: 'This file is held back',
    text: 'It may do harm. Somebody with the role security can look at it.',
  },
  'signed-out': { title: 'You are signed out', text: 'Close this window if others use this computer.' },
};

export function accessPage(frame: Frame, refusal: Refusal, providersEnd: string | null = null): Html {
  const { title, text } = words[refusal];
  const content = html`<h1>${title}</h1>
    <p class="usa-intro">${text}</p>
    ${providersEnd === null ? '' : html`<p>Your office may still know you in this browser. <a class="usa-link" href="${providersEnd}">Sign out there too</a></p>`}
    ${frame.viewer === null ? html`<p><a class="usa-link" href="/sign-in">Sign in</a></p>` : ''}`;
  return layout(frame, { title, section: null, content });
}
