import { html } from 'hono/html';
import { type ReadFigures, tallied } from '#shared/domain/read-figures.ts';
import type { Share } from '#shared/domain/wilson.ts';
import { fieldLabel } from '../field-words.ts';
import { type Html, nothing } from '../html.ts';
import { withTable } from '../plots/plot-frame.ts';
import { percentWords, rangeWords, sharePlot } from '../plots/share-plot.ts';
import { numberTable } from './number-table.ts';

const mediumWords: Readonly<Record<ReadFigures['medium'], string>> = {
  'form-fields': 'From form fields',
  'text-layer': 'From the text of the file',
  ocr: 'Seen on a picture',
  unread: 'On pages nobody could read',
  person: 'Read by a person',
};

/** How often what was read stayed as it was when a person had it before them. */
export function readingPart(read: readonly ReadFigures[], span: 'month' | 'year' = 'month'): Html {
  const explained = html`<p class="desk-lead">Values of cases that a person decided, and how many of them that person left as
    they were read. Nobody is forced to look at every value, so the true share is at most this.</p>`;
  return html`<section aria-labelledby="reading"><h2 id="reading">How well papers are read</h2>
    ${explained}
    ${read.length === 0 ? html`<p class="desk-empty">No case of this ${span} was decided by a person: not measured yet.</p>` : tables(read)}
  </section>`;
}

function tables(read: readonly ReadFigures[]): Html {
  const media = tallied(read.map((one) => ({ ...one, field: '' })));
  const fields = [...tallied(read)].sort((a, b) => b.corrected - a.corrected || b.seen - a.seen);
  const rows = media.map((one) => ({ words: mediumWords[one.medium], share: keptOf(one) }));
  const says = rows
    .map(({ words, share }) => `${words}: ${percentWords(share)} of ${share.all} left as read.`)
    .join(' ');
  const plot = sharePlot({ id: 'media', title: 'Values left as read, by how they were read', says, rows });
  const byMedium = numberTable(
    'By how it was read',
    ['How', 'Values', 'Corrected', 'Left as read', '95 % range'],
    media.map((one) => rowOf(mediumWords[one.medium], one)),
  );
  const byField = numberTable(
    'By field, the most corrected first',
    ['Field', 'Values', 'Corrected', 'Left as read', '95 % range'],
    fields.map((one) => rowOf(`${fieldLabel(one.field)} (${mediumWords[one.medium].toLowerCase()})`, one)),
  );
  return html`${withTable(plot, byMedium)} ${fields.length === 0 ? nothing : byField}`;
}

const keptOf = ({ seen, corrected }: ReadFigures): Share => ({ of: seen - corrected, all: seen });
const rowOf = (words: string, one: ReadFigures) =>
  [words, one.seen, one.corrected, percentWords(keptOf(one)), rangeWords(keptOf(one))] as const;
