import { html, raw } from 'hono/html';
import { namesOfRulings } from '../cases/typed-rulings.ts';
import { workForm } from './control.ts';
import type { Editing } from './editing.ts';
import { type Html, nothing } from './html.ts';
import type { Outcomes } from './outcome-panel.ts';

/**
 * What was ruled on things that the case, as it is typed now, does not have: kept while somebody types, since they may be
 * back with the next letter, and never silently part of a decision.
 */
export function rulingsKept({ typed }: Editing, { stored, now, unruled }: Outcomes): Html {
  const { credits = [], findings = [] } = now ?? stored ?? {};
  const shown = namesOfRulings({ credits, findings, reasons: unruled?.reasons ?? [] });
  const kept = [...typed].filter(
    ([name, value]) => /^(?:credit|rule|doubt)\./.test(name) && value.trim() !== '' && !shown.has(name),
  );
  const count = new Set(kept.map(([name]) => name.slice(0, name.lastIndexOf('.')))).size;
  const things = count === 1 ? 'something' : `${count} things`;
  return html`<div id="rulings-kept">${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" ${raw(`form="${workForm}"`)}>`)}
    ${count === 0 || unruled === null ? nothing : html`<p><strong>Not part of it:</strong> you ruled on ${things} that the case, as it stands in the page, does not have any more.</p>`}</div>`;
}
