import { html } from 'hono/html';
import type { Frame } from '../pages/layout.ts';
import { workButton, workForm } from './control.ts';
import { deskForm } from './desk-form.ts';
import type { Editing } from './editing.ts';
import type { Html } from './html.ts';

/** The form that all controls of the page belong to. Its first button is what Enter in a line does: save. */
export function workFormOf(frame: Frame, { work }: Editing): Html {
  const { reference, version, corrections } = work;
  const content = html`<input type="hidden" name="version" value="${version}">
    <input type="hidden" name="made" value="${corrections.length}">
    <button type="submit" class="usa-sr-only" tabindex="-1" aria-hidden="true">Save</button>`;
  return deskForm(frame, `/cases/${reference}/corrections`, content, workForm);
}

/** Always in sight: saving, and seeing what would come out. */
export function workBar({ work }: Editing, outcome: Html): Html {
  return html`<section class="desk-bar" aria-label="Your work">
    ${outcome}
    <p class="desk-bar__state" data-unsaved role="status"></p>
    ${workButton('Preview', { to: `/cases/${work.reference}/what-if#outcome`, key: 'p' })}
    ${work.holder.is === 'me' ? workButton('Save', { kind: 'main', key: 's' }) : workButton('Take the case again and save', { kind: 'main', key: 's', does: 'take-and-save' })}
    <a class="usa-link" href="/keys">Keys<span class="usa-sr-only"> for working without a mouse</span></a>
  </section>`;
}
