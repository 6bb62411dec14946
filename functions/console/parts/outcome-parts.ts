import { html } from 'hono/html';
import type { RulePage } from '../console-deps.ts';
import { acceptableLine } from './decision-panel.ts';
import type { Editing } from './editing.ts';
import type { Html } from './html.ts';
import { creditsPart, type Judged, rulesPart } from './judgement-part.ts';
import { outcomeLine, outcomePanel } from './outcome-panel.ts';
import type { NumberedDocument } from './places.ts';
import { doubtControls } from './ruling-controls.ts';
import { rulingsKept } from './rulings-kept.ts';

type Live = Judged & { editing: Editing; untried: string | null };
type Around = { rulePages: readonly RulePage[]; documents: readonly NumberedDocument[] };

/**
 * For the script of an open page (`live.js`), which brings each into the one with the same id. What cannot be tried, such as
 * half a number, leaves the trainings and rules as they stand.
 */
export function outcomeParts(live: Live, { rulePages, documents }: Around): Html {
  const { outcomes, editing, untried } = live;
  const lines = html`${outcomeLine(outcomes)}${outcomePanel(outcomes, untried)}${acceptableLine(outcomes.now)}`;
  if (outcomes.now === null) return lines;
  return html`${lines}${creditsPart(live)}${rulesPart(live, rulePages, documents)}
    ${doubtControls(outcomes.unruled?.reasons ?? [], editing)}${rulingsKept(editing, outcomes)}`;
}
