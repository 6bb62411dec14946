import { html } from 'hono/html';
import type { FieldValue } from '#shared/domain/document.ts';
import { valueTypeOf } from '#shared/domain/value-types.ts';
import { fieldsNotFound, inputName, shownValue } from '../cases/case-inputs.ts';
import type { Typed } from '../cases/typed-case.ts';
import { choiceControl, lineControl, yesNo } from './control.ts';
import type { Editing } from './editing.ts';
import { fieldLabel } from './field-words.ts';
import { type Html, nothing } from './html.ts';
import { machineWords } from './machine-words.ts';
import { placeLink } from './place-link.ts';
import type { NumberedDocument, NumberedField, Place } from './places.ts';

/** Every value of a paper in a control of its own, beside it what the machine made of the place. */
export function fieldEditor(document: NumberedDocument, { typed }: Editing): Html {
  const at = document.number - 1;
  const missing = fieldsNotFound(document.record);
  return html`<ol class="desk-entries" aria-label="Values of document ${document.number}">
      ${document.fields.map((field) => entry(typed, at, field))}
    </ol>
    ${
      missing.length === 0
        ? nothing
        : html`<details class="desk-more"${missing.some((name) => typed.has(inputName.field(at, name))) ? ' open' : ''}>
      <summary>Not found on the paper (${missing.length})</summary>
      <ol class="desk-entries">
        ${missing.map(
          (name) => html`<li class="desk-entry"><span></span>
          ${control(typed, { at, field: name, id: `d${document.number}-missing-${name}`, value: null })}</li>`,
        )}
      </ol>
    </details>`
    }`;
}

function entry(typed: Typed, at: number, { name, field, place }: NumberedField): Html {
  const id = `${place.rowAnchor}-in`;
  return html`<li class="desk-entry${place.isLow ? ' desk-entry--low' : ''}" id="${place.rowAnchor}" tabindex="-1" ${marks(place)}>
    <span class="desk-entry__place">${placeLink(place)}</span>
    ${control(typed, { at, field: name, id, value: field.value, describedBy: `${id}-read` })}
    <span class="desk-entry__read" id="${id}-read">${machineWords(field)}</span>
  </li>`;
}

/** For the script: which box is lit with this line, and whether it is a doubt. */
export function marks(place: Place): Html {
  return html`data-entry${place.box === null ? nothing : html` data-place="${place.boxAnchor}"`}${place.isLow ? ' data-doubt' : nothing}`;
}

type Controlled = { at: number; field: string; id: string; value: FieldValue['value']; describedBy?: string };

function control(typed: Typed, { at, field, id, value, describedBy }: Controlled): Html {
  const named = { id, name: inputName.field(at, field), label: fieldLabel(field), shown: shownValue(value) };
  const own = describedBy === undefined ? named : { ...named, describedBy };
  const type = valueTypeOf(field);
  if (type === 'mark' || type === 'signature') return choiceControl(typed, { ...own, options: yesNo });
  return lineControl(typed, type === 'hours' ? { ...own, mode: 'decimal' } : own);
}
