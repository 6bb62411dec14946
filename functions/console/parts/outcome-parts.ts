import { html } from 'hono/html';
import { acceptableLine } from './decision-panel.ts';
import type { Html } from './html.ts';
import { type Outcomes, outcomeLine, outcomePanel } from './outcome-panel.ts';

/** For the script of an open page, which puts each in the place of the one with the same id. */
export const outcomeParts = (outcomes: Outcomes, trouble: string | null): Html =>
  html`${outcomeLine(outcomes)}${outcomePanel(outcomes, trouble)}${acceptableLine(outcomes.now)}`;
