import { html } from 'hono/html';
import type { PageDifference, SectionDifference } from '#shared/rules/compare/page-differences.ts';
import type { RulePage } from '../console-deps.ts';
import { ruleAddress } from '../rule-address.ts';
import { type Html, nothing } from './html.ts';
import { inline } from './inline.ts';

const isWords: Readonly<Record<PageDifference['is'], string>> = {
  new: 'a new page',
  gone: 'the page is gone',
  changed: 'written otherwise',
};

/** Page by page, the lines as they are now and as they are proposed, side by side. */
export function pageDifferenceList(pages: readonly PageDifference[], rulePages: readonly RulePage[]): Html {
  return html`${pages.map((page) => onePage(page, rulePages))}`;
}

function onePage({ page, is, title, sections }: PageDifference, rulePages: readonly RulePage[]): Html {
  const isHere = rulePages.some((known) => known.page === page);
  const name = isHere ? html`<a class="usa-link" href="${ruleAddress(page)}">${title}</a>` : html`${title}`;
  return html`<section class="desk-differs">
    <h3>${name}</h3>
    <p class="desk-sub">${page}: ${isWords[is]}</p>
    ${sections.length === 0 ? nothing : sideBySide(title, sections)}
  </section>`;
}

function sideBySide(title: string, sections: readonly SectionDifference[]): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table desk-sides">
    <caption class="usa-sr-only">${title}: now and as proposed</caption>
    <thead><tr><th scope="col">Where</th><th scope="col">Now</th><th scope="col">Proposed</th></tr></thead>
    <tbody>${sections.map(
      ({ section, before, after }) => html`<tr>
        <th scope="row" data-label="Where">${section}</th>
        <td data-label="Now">${lines(before, 'del')}</td>
        <td data-label="Proposed">${lines(after, 'ins')}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}

function lines(all: readonly string[], kind: 'del' | 'ins'): Html {
  if (all.length === 0) return html`<span class="desk-none">nothing here</span>`;
  const marked = (line: string) =>
    kind === 'del' ? html`<del>${inline(line)}</del>` : html`<ins>${inline(line)}</ins>`;
  return html`<ul class="desk-plain">${all.map((line) => html`<li>${marked(line)}</li>`)}</ul>`;
}
