import { html } from 'hono/html';
import type { Html } from '../parts/html.ts';
import { type Frame, layout } from './layout.ts';

export type Trouble = 'not-found' | 'busy' | 'broken';

const words: Readonly<Record<Trouble, { title: string; text: string }>> = {
  'not-found': {
    title: 'Page not found',
    text: 'There is nothing under this address. A case is found by its reference, such as LA-2026-7K3M9Q.',
  },
  busy: { title: 'Please try again', text: 'The records are busy. Wait a moment, then load this page again.' },
  broken: {
    title: 'This page could not be made',
    text: 'Something went wrong on our side. The case itself is safe. Please tell whoever runs this desk.',
  },
};

export function troublePage(frame: Frame, trouble: Trouble): Html {
  const { title, text } = words[trouble];
  const content = html`<h1>${title}</h1>
    <p class="usa-intro">${text}</p>
    <p><a class="usa-link" href="/">Go to all cases</a></p>`;
  return layout(frame, { title, section: null, content });
}
