import { html, raw } from 'hono/html';
import { workForm } from './control.ts';
import { type Html, nothing } from './html.ts';

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

/**
 * Size and turn of the pages below. They have no name, so nothing of them is sent: the style alone follows them, with and
 * without a script. Where the page has its form they belong to it all the same: a browser looks through the few controls
 * outside of one for what it could fill in, and lays out every paper for that.
 */
export function viewTools(number: number, isEdited: boolean): Html {
  const form = isEdited ? raw(` form="${workForm}"`) : nothing;
  return html`<div class="desk-view" role="group" aria-label="How document ${number} is shown">
    ${choice(`view-size-${number}`, { label: 'Size', options: sizes, form })} ${choice(`view-turn-${number}`, { label: 'Turn', options: turns, form })}
  </div>`;
}

type Choice = { label: string; options: readonly { value: string; words: string }[]; form: Html };

function choice(id: string, { label, options, form }: Choice): Html {
  return html`<label for="${id}">${label}</label>
    <select class="usa-select desk-control" id="${id}" data-view="${label.toLowerCase()}"${form} autocomplete="off">
      ${options.map(({ value, words }, i) => html`<option value="${value}"${i === 0 ? raw(' selected') : ''}>${words}</option>`)}
    </select>`;
}
