import { html, raw } from 'hono/html';
import type { Html } from './html.ts';

const sizes = [
  { value: '1', words: 'Whole width' },
  { value: '2', words: '150 %' },
  { value: '3', words: '200 %' },
  { value: '4', words: '300 %' },
];
const turns = [
  { value: '0', words: 'Upright' },
  { value: '1', words: 'Turned right' },
  { value: '2', words: 'Upside down' },
  { value: '3', words: 'Turned left' },
];

/** Size and turn of the pages below. They belong to no form: the style alone follows them, with and without a script. */
export function viewTools(number: number): Html {
  return html`<div class="desk-view" role="group" aria-label="How document ${number} is shown">
    ${choice(`view-size-${number}`, 'Size', sizes)} ${choice(`view-turn-${number}`, 'Turn', turns)}
  </div>`;
}

function choice(id: string, label: string, options: readonly { value: string; words: string }[]): Html {
  return html`<label for="${id}">${label}</label>
    <select class="usa-select desk-control" id="${id}" data-view="${label.toLowerCase()}" autocomplete="off">
      ${options.map(({ value, words }, i) => html`<option value="${value}"${i === 0 ? raw(' selected') : ''}>${words}</option>`)}
    </select>`;
}
