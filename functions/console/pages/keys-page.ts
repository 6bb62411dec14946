import { html } from 'hono/html';
import type { Html } from '../parts/html.ts';
import { keyTable, queueKeys } from '../parts/key-list.ts';
import { type Frame, layout } from './layout.ts';

export function keysPage(frame: Frame): Html {
  const content = html`<h1>Keys</h1>
    <p class="desk-lead">The keys work on the page of a case and in the queue, where scripts may run. Press <kbd>?</kbd> there to see them and to turn
      single keys off. Everything can be reached with <kbd>Tab</kbd> and <kbd>Enter</kbd> as well. While you type into a line, single keys
      are letters.</p>
    ${keyTable('Keys of the page of a case')} ${keyTable('Keys of the queue', queueKeys)}`;
  return layout(frame, { title: 'Keys', section: null, content });
}
