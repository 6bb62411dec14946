import { html } from 'hono/html';
import type { IdentityChange } from '#shared/domain/identity-change.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { alert } from '../parts/alert.ts';
import { changeStateWords } from '../parts/changes-part.ts';
import { lookupForm } from '../parts/desk-form.ts';
import { type Html, nothing } from '../parts/html.ts';
import { said, visibleText } from '../parts/said.ts';
import { personAddress } from '../people/person-address.ts';
import { type Frame, layout } from './layout.ts';

export type PeopleContent = {
  asked: string;
  people: readonly Specialist[];
  isCut: boolean;
  /** the case that was asked for */
  reference: string | null;
  /** the first id of the next page of the whole roster */
  next: string | null;
  /** what mails gave out otherwise than the roster has it, and nobody has settled */
  wishes?: { changes: readonly IdentityChange[]; isMore: boolean } | null;
  /** letters to employers that say no, and that nobody else has agreed to */
  waiting?: { letters: readonly { specialistId: string; code: string }[]; isMore: boolean } | null;
};

/** Everybody on the roster, or those who fit what was typed. */
export function peoplePage(frame: Frame, content: PeopleContent): Html {
  const { asked, people, next } = content;
  const body = html`<h1>People</h1>
    ${searchForm(frame, asked)}
    ${frame.viewer?.may('chooseImport') ? html`<p><a class="usa-link" href="/imports/roster">Import the roster from CSV</a></p>` : nothing}
    ${wishesPart(content.wishes ?? null)} ${waitingPart(content.waiting ?? null)}
    ${asked === '' ? nothing : resultWords(content)}
    ${people.length === 0 ? nothing : peopleTable(asked === '' ? 'The roster, in the order of ids' : 'Found', people)}
    ${people.length === 0 && asked === '' ? html`<p class="desk-empty">Nobody is on the roster yet.</p>` : nothing}
    ${next === null ? nothing : html`<p class="desk-pager"><a class="usa-link" rel="next" href="/people?from=${encodeURIComponent(next)}">Next people</a></p>`}`;
  return layout(frame, {
    title: asked === '' ? 'People' : `People: ${visibleText(asked, 60)}`,
    section: 'people',
    content: body,
  });
}

function wishesPart(wishes: NonNullable<PeopleContent['wishes']> | null): Html {
  if (wishes === null || wishes.changes.length === 0) return nothing;
  const each = wishes.changes.map(
    ({ specialistId, state }) =>
      html`<li><a class="usa-link" href="${personAddress(specialistId)}#changes">${said(specialistId, 64)}</a>: ${changeStateWords[state]}</li>`,
  );
  return html`<section aria-labelledby="wishes"><h2 id="wishes">Changes of name or address that wait</h2>
    <ul class="usa-list">${each}</ul>${wishes.isMore ? html`<p>There are more.</p>` : nothing}</section>`;
}

function waitingPart(waiting: NonNullable<PeopleContent['waiting']> | null): Html {
  if (waiting === null || waiting.letters.length === 0) return nothing;
  const each = waiting.letters.map(
    ({ specialistId, code }) =>
      html`<li><a class="usa-link" href="${personAddress(specialistId)}#letters">${said(specialistId, 64)}</a>: ${code}</li>`,
  );
  return html`<section aria-labelledby="waiting-letters"><h2 id="waiting-letters">Letters to employers that wait for a second person</h2>
    <ul class="usa-list">${each}</ul>${waiting.isMore ? html`<p>There are more.</p>` : nothing}</section>`;
}

function searchForm(frame: Frame, asked: string): Html {
  const content = html`<label class="usa-label" for="q">Find a person</label>
    <span class="usa-hint" id="q-hint">Parts of a name (the beginning is enough), an e-mail address, an id, or the reference of a case or of a letter</span>
    <input class="usa-input" id="q" name="q" type="text" value="${asked}" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="q-hint">
    <button class="usa-button" type="submit">Find</button>`;
  return lookupForm(frame, '/people', content);
}

function resultWords({ asked, people, isCut, reference }: PeopleContent): Html {
  const ofCase =
    reference === null
      ? nothing
      : html`<p>Who the case <a class="usa-link" href="/cases/${reference}">${reference}</a> is about, as far as that is known:</p>`;
  if (people.length === 0) return html`${ofCase}${alert('info', noneWords(asked, reference))}`;
  return html`${ofCase}${isCut ? alert('info', 'More people fit than are shown. Type another part of the name, or the address.') : nothing}`;
}

function noneWords(asked: string, reference: string | null): Html {
  if (reference !== null) return html`Nobody on the roster was matched to this case.`;
  return html`Nobody on the roster fits “${said(asked, 100)}”. A name part needs two letters at least; try only the last name.`;
}

function peopleTable(caption: string, people: readonly Specialist[]): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">Name</th><th scope="col">Id</th><th scope="col">Credential</th><th scope="col">E-mail</th><th scope="col">Roster says</th></tr></thead>
    <tbody>
      ${people.map(
        (person) => html`<tr>
          <th scope="row" data-label="Name"><a class="usa-link" href="${personAddress(person.specialistId)}">${said(person.legalName, 200)}</a>${otherNames(person)}</th>
          <td data-label="Id">${said(person.specialistId, 64)}</td>
          <td data-label="Credential">${said(person.credentialType, 40)}</td>
          <td data-label="E-mail">${person.email === null ? html`<span class="desk-none">none</span>` : said(person.email, 254)}</td>
          <td data-label="Roster says">${said(person.status, 40)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function otherNames({ otherNames: names }: Specialist): Html {
  return names.length === 0 ? nothing : html`<span class="desk-sub">also ${said(names.join(', '), 300)}</span>`;
}
