import { html } from 'hono/html';
import { documentKinds } from '#shared/domain/document.ts';
import { inputName, nobody } from '../cases/case-inputs.ts';
import { standsIn } from '../cases/typed-case.ts';
import { choiceControl, lineControl, type Option, workButton } from './control.ts';
import { correctionList } from './correction-list.ts';
import type { Editing } from './editing.ts';
import { type Html, nothing } from './html.ts';
import { kindWords } from './kind-words.ts';
import type { NumberedDocument } from './places.ts';
import { said, visibleText } from './said.ts';

/** What a person says of a paper as a whole: what it is, whose, whether it is in order or there already. */
export function paperTools(document: NumberedDocument, editing: Editing): Html {
  const { number, record } = document;
  const at = number - 1;
  return html`<div class="desk-tools" role="group" aria-label="Document ${number} as a whole">
    <div class="desk-tool">${choiceControl(editing.typed, {
      ...{ id: `d${number}-kind`, name: inputName.kind(at), label: 'Kind of paper', shown: record.kind },
      options: documentKinds.map((kind) => ({ value: kind, words: kindWords[kind] })),
    })}</div>
    <div class="desk-tool">${owner(number, editing)}</div>
    <details class="desk-more"${isOpen(at, editing) ? ' open' : ''}>
      <summary>Somebody else, or a duplicate</summary>
      <div class="desk-tool desk-tool--find">${lineControl(editing.typed, {
        ...{ id: `d${number}-find`, name: inputName.find(at), shown: '' },
        label: 'Find on the roster, by name or number',
      })}${workButton(html`Find<span class="usa-sr-only"> whose document ${number} is</span>`, { does: `find:${at}`, to: `/cases/${editing.work.reference}/what-if#document-${number}` })}</div>
      ${found(at, editing)} ${duplicateTool(document, editing)}
    </details>
    ${
      record.isSensitive
        ? nothing
        : html`<p>${workButton(html`Looked at: all is as read<span class="usa-sr-only">, document ${number}</span>`, { does: `confirmed:${at}` })}
      ${record.reading === 'person' ? html`<strong>✓ A person has looked at this paper.</strong>` : nothing}</p>`
    }
    ${editing.work.aside.has(at) ? html`<p><strong>Set aside:</strong> this paper counts for nobody.</p>` : nothing}
    ${correctionList(at, editing)}
  </div>`;
}

function isOpen(at: number, editing: Editing): boolean {
  const { typed, hits } = editing;
  return hits.has(at) || isAskedForPapers(at, editing) || (typed.get(inputName.duplicate(at)) ?? '') !== '';
}

function owner(number: number, { work, typed, hits }: Editing): Html {
  const at = number - 1;
  const shown = work.ownerOf(at);
  const known = new Map<string, string>();
  for (const { specialistId, name } of work.people) if (specialistId !== null) known.set(specialistId, name);
  for (const { specialistId, legalName } of hits.get(at) ?? []) known.set(specialistId, legalName);
  const chosen = standsIn(typed, inputName.person(at), shown);
  if (chosen !== '' && chosen !== nobody && !known.has(chosen)) known.set(chosen, chosen);
  const people = Array.from(known, ([value, name]) => ({
    value,
    words: `${visibleText(name, 200)} (${visibleText(value, 100)})`,
  }));
  const unknown = shown === '' ? [{ value: '', words: 'Not known yet' }] : [];
  return choiceControl(typed, {
    ...{ id: `d${number}-person`, name: inputName.person(at), label: 'Whose it is', shown },
    options: [...unknown, ...people, { value: nobody, words: 'Nobody’s: it counts for none' }],
  });
}

/** Said in words, also when nobody was found; who was found can be chosen above. */
function found(at: number, { hits }: Editing): Html {
  const people = hits.get(at);
  if (people === undefined) return nothing;
  if (people.length === 0) return html`<p role="status">Nobody on the roster fits.</p>`;
  return html`<p role="status">Found, and now in the list “Whose it is”:</p>
    <ul>${people.map(({ legalName, specialistId, credentialType, status }) => html`<li>${said(legalName, 200)}, ${said(`${specialistId}, ${credentialType}, ${status}`, 200)}</li>`)}</ul>`;
}

function duplicateTool({ number }: NumberedDocument, editing: Editing): Html {
  const { typed, work } = editing;
  const at = number - 1;
  const papers = otherPapers(at, editing);
  if (papers.length === 0) return nothing;
  const name = inputName.duplicate(at);
  const isShort = papers.length > papersMax && !isAskedForPapers(at, editing);
  const chosen = standsIn(typed, name, '');
  const options = isShort ? papers.filter(({ value }) => value === chosen) : papers;
  const ask = workButton(
    html`Show all ${papers.length} papers<span class="usa-sr-only"> for document ${number}</span>`,
    {
      ...{ does: `papers:${at}`, to: `/cases/${work.reference}/what-if#document-${number}` },
    },
  );
  return html`<div class="desk-tool">${choiceControl(typed, {
    ...{ id: `d${number}-duplicate`, name, label: 'It is this paper once more', shown: '' },
    options: [{ value: '', words: 'No' }, ...options],
  })}${isShort ? ask : nothing}</div>`;
}

/** Each paper beside each other one: of 174 papers that is 30,000 choices, on a page that took seconds to open. More are shown where asked for. */
const papersMax = 40;
const isAskedForPapers = (at: number, { typed }: Editing) => typed.get('do') === `papers:${at}`;

/** Of this mail, and of those that it may repeat. */
function otherPapers(at: number, { work, others }: Editing): Option[] {
  const here = work.documents.flatMap((document, place): Option[] => {
    const words = `Document ${place + 1}: ${kindWords[document.kind]}`;
    return place === at ? [] : [{ value: `${document.submissionId}:${place}`, words }];
  });
  const there = others.map(({ submissionId, reference, at: place, document }) => {
    return {
      value: `${submissionId}:${place}`,
      words: `${reference}, document ${place + 1}: ${kindWords[document.kind]}`,
    };
  });
  return [...here, ...there];
}
