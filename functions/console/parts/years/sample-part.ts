import { html } from 'hono/html';
import type { Frame } from '#functions/console/pages/layout.ts';
import { personAddress } from '#functions/console/people/person-address.ts';
import type { YearContent } from '#functions/console/years/read-year.ts';
import { sampleMethod } from '#shared/domain/audit-sample.ts';
import { type Html, nothing } from '../html.ts';
import { said } from '../said.ts';

/** The sample for an audit: a seed that everybody sees, and how to draw the same list again. */
export function samplePart(frame: Frame, { year, sample, seed }: YearContent): Html {
  return html`<section aria-labelledby="sample"><h2 id="sample">A sample for an audit</h2>
    <p>Drawn by chance out of those whose report was met. The same seed always draws the same people.</p>
    <form method="get" action="/years/${year}#sample" class="desk-form desk-filters__row">
      <div><label class="usa-label" for="seed">Seed</label>
        <input class="usa-input" id="seed" name="seed" value="${seed}" maxlength="200" autocomplete="off" aria-describedby="seed-hint"></div>
      <div><button class="usa-button" type="submit">Draw</button></div>
    </form>
    <p class="usa-hint" id="seed-hint">Take something that nobody could choose beforehand, and note it before you draw.</p>
    ${sample === null ? nothing : drawnPart(frame, sample)}
    <details class="desk-more"><summary>How it is drawn</summary><p>${sampleMethod}</p></details>
  </section>`;
}

function drawnPart({ viewer }: Frame, sample: NonNullable<YearContent['sample']>): Html {
  const { of, drawn, percent, shareFrom, seed } = sample;
  const linked = (id: string) =>
    viewer?.may('person') ? html`<a class="usa-link" href="${personAddress(id)}">${said(id, 64)}</a>` : said(id, 64);
  return html`<p><strong>${drawn.length} of ${of}</strong> were drawn with the seed “${said(seed, 200)}”: ${percent} percent, rounded up. The share is from ${shareFrom}.</p>
    ${drawn.length === 0 ? nothing : html`<ol class="desk-link-list">${drawn.map(({ specialistId }) => html`<li>${linked(specialistId)}</li>`)}</ol>`}`;
}
