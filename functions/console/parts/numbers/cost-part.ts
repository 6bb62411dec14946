import { html } from 'hono/html';
import type { Numbers } from '#shared/domain/numbers.ts';
import type { Html } from '../html.ts';
import { numberTable } from './number-table.ts';

const dollars = (microdollars: number) => `$${(microdollars / 1_000_000).toFixed(4)}`;

/** What reading pictures has cost. Machines, storage and mail are on the provider's bill and not known here. */
export function costPart({ microdollars, pagesBought, looksBought, mails }: Numbers['cost']): Html {
  const table = numberTable(
    'What was bought',
    ['What', 'Amount'],
    [
      ['Pages read', pagesBought],
      ['Second looks at a page', looksBought],
      ['In all', dollars(microdollars)],
      ['For each mail', mails === 0 ? 'no mails' : dollars(microdollars / mails)],
    ],
  );
  const isFree = microdollars === 0 && pagesBought === 0 && looksBought === 0;
  return html`<section aria-labelledby="cost"><h2 id="cost">What reading cost</h2>
    ${isFree ? html`<p>No paid service was used to read the mails of this month.</p>` : table}
    <p class="desk-meta">Only reading is counted here. What the machines, the storage and the mail cost stands on their own bill.</p>
  </section>`;
}
