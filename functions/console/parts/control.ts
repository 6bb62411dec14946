import { html, raw } from 'hono/html';
import { standsIn, type Typed } from '../cases/typed-case.ts';
import { type Html, nothing } from './html.ts';

/** The one form of a case page. Controls and buttons name it, so they may stand anywhere on the page. */
export const workForm = 'work';
const ofWork = raw(`form="${workForm}"`);

type Named = { id: string; name: string; label: Html | string; describedBy?: string };

/** A line to type into. */
export function lineControl(typed: Typed, control: Named & { shown: string; mode?: 'decimal' }): Html {
  const { id, name, label, shown, mode } = control;
  return html`<label for="${id}">${label}</label>
    <input class="usa-input desk-control" id="${id}" name="${name}" ${ofWork} value="${standsIn(typed, name, shown)}"
      autocomplete="off" spellcheck="false"${mode === undefined ? nothing : raw(` inputmode="${mode}"`)}${describes(control)}>`;
}
/** Several lines. */
export function textControl(typed: Typed, control: Named & { shown: string; rows: number }): Html {
  const { id, name, label, shown, rows } = control;
  return html`<label for="${id}">${label}</label>
    <textarea class="usa-textarea desk-control" id="${id}" name="${name}" ${ofWork} rows="${rows}"${describes(control)}>
${standsIn(typed, name, shown)}</textarea>`;
}

/** A box to tick. */
export function tickControl(typed: Typed, { id, name, label }: Named): Html {
  return html`<label class="desk-tick" for="${id}"><input type="checkbox" id="${id}" name="${name}" value="yes" ${ofWork}${typed.get(name) === 'yes' ? raw(' checked') : nothing}> <span>${label}</span></label>`;
}

/** One of a few, all in sight. */
export function radioControl(typed: Typed, control: Named & { value: string; shown: string }): Html {
  const { id, name, value, label, shown } = control;
  const isChosen = standsIn(typed, name, shown) === value;
  return html`<label class="desk-tick" for="${id}"><input type="radio" id="${id}" name="${name}" value="${value}" ${ofWork}${isChosen ? raw(' checked') : nothing}> <span>${label}</span></label>`;
}

export type Option = { value: string; words: string };

/** One of a few. */
export function choiceControl(typed: Typed, control: Named & { shown: string; options: readonly Option[] }): Html {
  const { id, name, label, shown, options } = control;
  const chosen = standsIn(typed, name, shown);
  return html`<label for="${id}">${label}</label>
    <select class="usa-select desk-control" id="${id}" name="${name}" ${ofWork}${describes(control)}>
      ${options.map(({ value, words }) => html`<option value="${value}"${value === chosen ? raw(' selected') : nothing}>${words}</option>`)}
    </select>`;
}

/** A button that sends the whole page, and says in `does` what is wanted beside what was typed. */
export function workButton(
  words: Html | string,
  own: { does?: string; to?: string; kind?: 'main' | 'quiet'; key?: string; id?: string },
): Html {
  const { does, to, kind = 'quiet', key, id } = own;
  const classes = kind === 'main' ? 'usa-button' : 'usa-button usa-button--outline desk-small';
  return html`<button type="submit" class="${classes}" ${ofWork}${id === undefined ? nothing : html` id="${id}"`}${does === undefined ? nothing : html` name="do" value="${does}"`}${to === undefined ? nothing : html` formaction="${to}"`}${key === undefined ? nothing : html` data-key="${key}"`}>${words}</button>`;
}

const describes = ({ describedBy }: Named): Html =>
  describedBy === undefined ? nothing : html` aria-describedby="${describedBy}"`;

export const yesNo: readonly Option[] = [
  { value: '', words: 'Not said' },
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
];
