import { html } from 'hono/html';
import type { FileSheets } from '../cases/page-sheets.ts';
import {
  chosenFor,
  type PageChoice,
  pageChoices,
  type SortableFile,
  type SortedPage,
} from '../cases/sorting-choices.ts';
import type { Typed } from '../cases/typed-case.ts';
import { choiceControl, type Option } from './control.ts';
import { type Html, nothing } from './html.ts';
import { kindWords } from './kind-words.ts';
import { said, visibleText } from './said.ts';
import { wordSheet } from './word-sheet.ts';

type Shown = { typed: Typed; isMine: boolean };

/** The pages of one file, small, in their order, each with what it is part of. */
export function sortedFile(reference: string, { file, sheets, pages }: SortableFile, shown: Shown): Html {
  const name = visibleText(file.attachment, 200);
  return html`<section id="${file.fileId}" aria-labelledby="${file.fileId}-name">
    <h2 id="${file.fileId}-name">${said(file.attachment, 200)} <span class="desk-quiet">(${pages.length === 1 ? '1 page' : `${pages.length} pages`})</span></h2>
    ${holdsSeveral(pages)}
    <ol class="desk-sheets" aria-label="Pages of ${name}">
      ${pages.map(
        (page) => html`<li class="desk-sheet">
        ${picture(page, sheets, { name, address: `/cases/${reference}/files/${file.fileId}/pages/${page.page}.png` })}
        <div class="desk-sheet__said">${shown.isMine ? choice(page, name, shown.typed) : html`<strong>Page ${page.page}</strong>`}
          <span class="desk-sub">Now: ${nowWords(page)}</span></div>
      </li>`,
      )}
    </ol>
  </section>`;
}

function holdsSeveral(pages: readonly SortedPage[]): Html {
  const crowded = pages.filter(({ papers }) => papers.filter(({ record }) => record.region !== undefined).length > 1);
  if (crowded.length === 0) return nothing;
  const which = crowded.map(({ page }) => page).join(', ');
  return html`<p>Several papers stand on page ${which}. They stay apart while the machine says what begins there; named by you, the page is one paper.</p>`;
}

type Picture = { name: string; address: string };

function picture({ page, papers }: SortedPage, sheets: FileSheets, { name, address }: Picture): Html {
  const alt = `Page ${page} of ${name}`;
  if (papers.some(({ record }) => record.isSensitive)) return standIn('A private paper: not shown');
  if (sheets.show === 'nothing') return standIn('No picture can be drawn of it');
  if (sheets.show === 'words')
    return html`<div class="desk-sheet__page">${wordSheet(sheets.pages.get(page), alt)}</div>`;
  return html`<a class="desk-sheet__page" href="${address}"><img src="${address}" alt="${alt}, larger" loading="lazy"></a>`;
}

const standIn = (words: string): Html => html`<div class="desk-sheet__page desk-sheet__page--none">${words}</div>`;

function choice(page: SortedPage, file: string, typed: Typed): Html {
  return choiceControl(typed, {
    ...{
      id: page.name.replaceAll('.', '-'),
      name: page.name,
      label: html`<strong>Page ${page.page}</strong><span class="usa-sr-only"> of ${file}</span>`,
    },
    shown: chosenFor(page, typed),
    options: offered(page).map((value): Option => ({ value, words: choiceWords(value) })),
  });
}

/** The first page goes on with nothing; a page with writing is never left out. */
const offered = ({ page, shown }: SortedPage): PageChoice[] =>
  pageChoices.filter((one) => (one === 'on' ? page > 1 : one === 'none' ? shown === 'none' : true));

function choiceWords(choice: PageChoice): string {
  if (choice === 'on') return 'Goes on';
  if (choice === 'none') return 'Empty: no paper';
  const [, kind] = choice.split(':');
  const named = Object.entries(kindWords).find(([one]) => one === kind)?.[1];
  return named === undefined ? 'New paper' : `New: ${named}`;
}

function nowWords({ page, papers }: SortedPage): Html | string {
  if (papers.length === 0) return 'no paper';
  return html`${papers.map(({ number, record }, at) => html`${at > 0 ? ', ' : ''}document ${number}, ${kindWords[record.kind].toLowerCase()}${record.pages[0] === page ? '' : ' (goes on)'}`)}`;
}
