import { html } from 'hono/html';
import type { StaffId } from '#shared/domain/staff.ts';
import type { HistoryEntry } from '#shared/records/history-records.ts';
import { actionWords } from './action-words.ts';
import type { Html } from './html.ts';
import { said } from './said.ts';
import { instantInWords } from './time-words.ts';

export type NamesOfStaff = ReadonlyMap<StaffId, string>;

/** Who, when, what: as it was written down, with the codes an auditor can look up. */
export function historyTable(entries: readonly HistoryEntry[], names: NamesOfStaff, timeZone: string): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table desk-history">
    <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">About</th></tr></thead>
    <tbody>
      ${entries.map(
        (entry) => html`<tr>
          <th scope="row" data-label="When"><time datetime="${entry.at}">${instantInWords(entry.at, timeZone)}</time></th>
          <td data-label="Who">${whoDid(entry, names)}</td>
          <td data-label="What">${actionWords[entry.action] ?? said(entry.action, 80)}</td>
          <td data-label="About">${entry.codes.map((code) => html`${aboutCode(code, names)} `)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function whoDid({ by, who }: HistoryEntry, names: NamesOfStaff): Html | string {
  if (who === undefined) return by === 'machine' ? 'The machine' : 'Somebody';
  return said(names.get(who) ?? who, 100);
}

function aboutCode(code: string, names: NamesOfStaff): Html {
  const named = [...names].find(([staffId]) => staffId === code);
  return said(named?.[1] ?? code, 80);
}
