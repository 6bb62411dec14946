import { html } from 'hono/html';
import { formKeyName } from '../access/kept-form.ts';
import type { Frame } from '../pages/layout.ts';
import { type Html, nothing } from './html.ts';

const keyField = ({ viewer }: Frame): Html =>
  viewer === null ? nothing : html`<input type="hidden" name="${formKeyName}" value="${viewer.formKey}">`;

/** Every form of the desk is made here: it carries the key of the session, without which nothing is carried out. */
export function deskForm(frame: Frame, action: string, content: Html, id?: string): Html {
  const key = keyField(frame);
  return html`<form method="post" action="${action}" class="desk-form"${id === undefined ? nothing : html` id="${id}"`}>${key}${content}</form>`;
}

/** The same for a form that hands over a file. */
export function fileForm(frame: Frame, action: string, content: Html): Html {
  return html`<form method="post" action="${action}" class="desk-form" enctype="multipart/form-data">${keyField(frame)}${content}</form>`;
}

/** Sent as a form although it changes nothing: a name that is looked for stands in no address. */
export function lookupForm(frame: Frame, action: '/search' | '/people', content: Html): Html {
  const look = action === '/search' ? 'desk-form desk-search' : 'desk-form';
  return html`<form method="post" action="${action}" class="${look}" role="search">${keyField(frame)}${content}</form>`;
}

/** One line to type into, with its label and, under it, what to type. */
export function textField(field: {
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'password';
  autocomplete?: string;
  value?: string;
}): Html {
  const { name, label, hint, type = 'text', autocomplete = 'off', value = '' } = field;
  const described = hint === undefined ? nothing : html`aria-describedby="${name}-hint"`;
  return html`<label class="usa-label" for="${name}">${label}</label>
    ${hint === undefined ? nothing : html`<span class="usa-hint" id="${name}-hint">${hint}</span>`}
    <input class="usa-input" id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"
      autocapitalize="none" spellcheck="false" required ${described}>`;
}
