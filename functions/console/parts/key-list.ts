import { html } from 'hono/html';
import type { Html } from './html.ts';

type Key = { keys: readonly string[]; does: string };

/** What the case page listens to. The script reads the same keys; a test holds the two together. */
export const caseKeys: readonly Key[] = [
  { keys: ['j', 'k'], does: 'next and previous value; its box on the page lights up' },
  {
    keys: ['n', 'Shift+n'],
    does: 'next and previous doubt; where no value is in doubt, the papers that are asked about',
  },
  { keys: ['n'], does: 'after a decision: take the next case that nobody has' },
  { keys: ['Enter'], does: 'on a value: type into it' },
  { keys: ['Esc'], does: 'in a value: back to its line, so that single keys work again' },
  { keys: ['c'], does: 'take this case' },
  { keys: ['s', 'Ctrl+Enter'], does: 'save what was typed' },
  { keys: ['p'], does: 'preview what would come out' },
  { keys: ['a', 'x', 'o'], does: 'accept, ask the sender, not ours: chosen, and Enter then decides' },
  { keys: ['u'], does: 'take back what was just decided' },
  { keys: ['z', 'r'], does: 'size and turn of the document at hand' },
  { keys: ['g', 'q'], does: 'pressed one after the other: back to all cases' },
  { keys: ['?'], does: 'these keys' },
];

/** What the queue listens to; its script reads the same keys. */
export const queueKeys: readonly Key[] = [
  { keys: ['j', 'k'], does: 'next and previous case of the list' },
  { keys: ['Enter'], does: 'on a case: open it' },
  { keys: ['n'], does: 'take the next case that nobody has' },
  { keys: ['/'], does: 'find a case' },
  { keys: ['?'], does: 'these keys' },
];

export function keyTable(caption: string, listed: readonly Key[] = caseKeys): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-keys">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">Key</th><th scope="col">Does</th></tr></thead>
    <tbody>${listed.map(({ keys, does }) => html`<tr><th scope="row">${keys.map((key) => html`<kbd>${key}</kbd> `)}</th><td>${does}</td></tr>`)}</tbody>
  </table>`;
}

/** Opened by the script; without one the link to the page of keys leads to the same. */
export function keysDialog(caption = 'Keys of the page of a case', listed: readonly Key[] = caseKeys): Html {
  return html`<dialog class="desk-dialog" id="keys" aria-labelledby="keys-name">
    <h2 id="keys-name">Keys</h2>
    ${keyTable(caption, listed)}
    <p><label><input type="checkbox" id="single-keys" autocomplete="off"> Listen to single keys. Without the tick only keys with Ctrl work.</label></p>
    <button type="button" class="usa-button" data-close>Close</button>
  </dialog>`;
}
