import { html } from 'hono/html';
import type { ClassList } from '#shared/rules/class-list.ts';
import { classTable } from '../parts/class-table.ts';
import { type Html, nothing } from '../parts/html.ts';
import { said } from '../parts/said.ts';
import { shortDay } from '../parts/time-words.ts';
import { type Frame, layout } from './layout.ts';

export type ApplicationsContent = {
  lists: readonly ClassList[];
  monthsShown: number;
  names: ReadonlyMap<string, string>;
};

/** Who applied, class by class. It chooses nobody: seats and selection are a person's. */
export function applicationsPage(frame: Frame, { lists, monthsShown, names }: ApplicationsContent): Html {
  const content = html`<h1>Applications</h1>
    <p class="desk-meta">
      In the order they came, of the last ${monthsShown} months. Nothing here is scored and nobody is chosen or refused:
      people read each application and decide. What applicants tell of themselves is not in this list.
    </p>
    ${lists.length === 0 ? html`<p class="desk-empty">No applications here.</p>` : download(frame)}
    ${lists.map((list, at) => oneClass(frame, { list, at, names }))}`;
  return layout(frame, { title: 'Applications', section: 'applications', content });
}

function download({ viewer }: Frame): Html {
  if (!viewer?.may('applicationsCsv')) return nothing;
  return html`<p><a class="usa-link" href="/applications.csv">Download the list as CSV</a></p>`;
}

type OneClass = { list: ClassList; at: number; names: ReadonlyMap<string, string> };

function oneClass({ programme: { timeZone } }: Frame, { list, at, names }: OneClass): Html {
  const { entries } = list;
  const complete = entries.filter(({ application }) => application.completeness === 'complete').length;
  const count = entries.length === 1 ? '1 application' : `${entries.length} applications`;
  return html`<section aria-labelledby="class-${at + 1}">
    <h2 id="class-${at + 1}">${list.credential ?? 'Not clear for which credential'}: ${nameOf(list)}</h2>
    <p class="desk-meta">${seatsOf(list)}</p>
    ${classTable(html`${count}, ${complete} complete`, entries, { timeZone, names })}
  </section>`;
}

function nameOf({ set, wished }: ClassList): Html {
  if (set) return html`${said(set.name, 100)}${set.begins === null ? nothing : html`, begins ${shortDay(set.begins)}`}`;
  return wished === null ? html`no class named` : html`“${said(wished, 100)}”, as written`;
}

function seatsOf({ set, wished }: ClassList): string {
  if (set === null && wished === null) return 'Seats: not known without a class.';
  if (set === null) return 'No class of this name is set by a person, so no seats are known.';
  return set.seats === null ? 'Seats: not set by a person.' : `Seats: ${set.seats}, set by a person.`;
}
