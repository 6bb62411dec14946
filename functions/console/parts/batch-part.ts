import { html } from 'hono/html';
import type { Batch, BatchItem } from '../cases/find-batch.ts';
import { queueViewWords } from '../queue-view.ts';
import { type Html, nothing } from './html.ts';
import { said } from './said.ts';
import { outcomeTag } from './status-tag.ts';

/** A mail about many people: its cases, each with its own state; or which of them this one is. */
export function batchPart(batch: Batch | null): Html {
  if (batch === null) return nothing;
  return batch.is === 'mail' ? itemTable(batch.items) : placeInMail(batch);
}

function itemTable(items: readonly BatchItem[]): Html {
  return html`<section aria-labelledby="items">
    <h2 id="items">One case for each person <span class="desk-quiet">(${items.length})</span></h2>
    <p>Each is judged, decided and answered by itself; deciding one leaves the others alone. ${countsIn(items)}</p>
    <table class="usa-table usa-table--borderless desk-table">
      <caption>The cases of this mail</caption>
      <thead><tr><th scope="col">Case</th><th scope="col">Whose papers</th><th scope="col">State</th><th scope="col">Papers</th><th scope="col">Why</th></tr></thead>
      <tbody>${items.map(itemRow)}</tbody>
    </table>
  </section>`;
}

function itemRow({ reference, line }: BatchItem): Html {
  const who = (line?.people ?? []).map(({ name }) => said(name, 200));
  return html`<tr>
    <th scope="row" data-label="Case"><a class="usa-link" href="/cases/${reference}">${reference}</a></th>
    <td data-label="Whose papers">${who.length === 0 ? 'Papers that fit nobody' : html`${who.map((name, at) => html`${at > 0 ? ', ' : ''}${name}`)}`}</td>
    <td data-label="State">${outcomeTag(line?.shelf ?? 'in-progress')}</td>
    <td data-label="Papers">${line?.documents ?? ''}</td>
    <td data-label="Why">${line?.why[0] === undefined ? '' : said(line.why[0], 300)}</td>
  </tr>`;
}

/** "38 accepted, 2 needs a person" in the order of the table. */
function countsIn(items: readonly BatchItem[]): string {
  const counts = new Map<string, number>();
  for (const { line } of items) {
    const words = queueViewWords[line?.shelf ?? 'in-progress'];
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${words}: ${count}`).join('. ');
}

function placeInMail({ mail, number, of, before, after }: Extract<Batch, { is: 'item' }>): Html {
  const beside = (reference: string | null, words: string) =>
    reference === null ? nothing : html` <a class="usa-link" href="/cases/${reference}">${words}</a>`;
  return html`<nav aria-label="Other cases of the same mail"><p>Case ${number} of ${of} of the mail <a class="usa-link" href="/cases/${mail}">${mail}</a>, which is about several people.${beside(before, 'The one before')}${beside(after, 'The next one')}</p></nav>`;
}
