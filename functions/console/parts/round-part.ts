import { html } from 'hono/html';
import { listAddress, type Round, roundAddress } from '../years/round.ts';
import { type Html, nothing } from './html.ts';
import { keysDialog } from './key-list.ts';

/** Where somebody is among the people they chose from the list of a year, and the way to the next one. */
export function roundPart(round: Round, specialistId: string): Html {
  const { people, year } = round;
  const at = people.indexOf(specialistId);
  const [before, after] = at < 0 ? [undefined, people[0]] : [people[at - 1], people[at + 1]];
  const where = at < 0 ? `${people.length} people chosen` : `Person ${at + 1} of ${people.length} chosen`;
  return html`<nav class="desk-pager desk-pager--start" aria-label="People chosen">
    <span>${where}, past the deadline of ${year}</span>
    ${before === undefined ? nothing : html`<a class="usa-link" rel="prev" href="${roundAddress(round, before)}" data-key="p" aria-keyshortcuts="p">Person before <kbd>p</kbd></a>`}
    ${after === undefined ? nothing : html`<a class="usa-link" rel="next" href="${roundAddress(round, after)}" data-key="n" aria-keyshortcuts="n">Next person <kbd>n</kbd></a>`}
    <a class="usa-link" href="${listAddress(round)}">Back to the list</a>
  </nav>`;
}

export const roundDialog = (): Html =>
  keysDialog('Keys while going through people', [
    { keys: ['n'], does: 'the next person chosen' },
    { keys: ['p'], does: 'the person before' },
    { keys: ['?'], does: 'these keys' },
  ]);
