import { html } from 'hono/html';
import type { RulePage } from '../console-deps.ts';
import { type Html, nothing } from '../parts/html.ts';
import { inline } from '../parts/inline.ts';
import { ruleText } from '../parts/rule-text.ts';
import { type ShadowShown, shadowPart } from '../parts/shadow-part.ts';
import { type Trial, tryPart } from '../parts/try-part.ts';
import { ruleAddress, ruleTitle } from '../rule-address.ts';
import { type Frame, layout } from './layout.ts';

/** What stands on a rule's page beyond its own text. Null where the desk has no whole programme, or nothing to say. */
export type BesideRule = { readonly trial: Trial | null; readonly shadow: ShadowShown | null };

export function rulePage(frame: Frame, page: RulePage, { trial, shadow }: BesideRule): Html {
  const title = ruleTitle(page);
  const address = ruleAddress(page.page);
  const tryAddress = trial === null ? undefined : (at: number) => `${address}?example=${at + 1}#try`;
  const content = html`<p class="desk-back"><a class="usa-link" href="/rules">All rules</a></p>
    <h1>${inline(title)}</h1>
    <p class="desk-meta">${page.number === undefined ? '' : `${page.number}: `}${page.page}</p>
    ${shadow === null ? nothing : shadowPart(shadow, frame.viewer?.may('whatWouldChange') ?? false)}
    ${ruleText(page.text, { ...(page.asRun ? { asRun: page.asRun } : {}), ...(tryAddress ? { tryAddress } : {}) })}
    ${trial === null ? nothing : tryPart(trial)}`;
  return layout(frame, { title, section: 'rules', content });
}
