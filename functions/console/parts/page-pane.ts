import { html, raw } from 'hono/html';
import type { FileSheets, PageSheet } from '../cases/page-sheets.ts';
import type { Editing } from './editing.ts';
import { type Html, nothing } from './html.ts';
import { type NumberedDocument, pagesShownMax } from './places.ts';
import { placesOverlay } from './places-overlay.ts';
import { visibleText } from './said.ts';
import { viewTools } from './view-tools.ts';
import { wordSheet } from './word-sheet.ts';

/** The width at which a page is drawn; the height follows from the page itself. */
const widthPixels = 850;

type Around = { reference: string; editing: Editing | null };

/** The pages of one document, one below the other, with the numbered places drawn over them. */
export function pagePane(document: NumberedDocument, { reference, editing }: Around, sheets: FileSheets): Html {
  return html`${viewTools(document.number, editing !== null)}<div class="desk-pane" role="region" aria-label="Pages of document ${document.number}" tabindex="0">
    ${pageFigures(document, reference, sheets)}
  </div>`;
}

/** The pages alone. */
export function pageFigures(document: NumberedDocument, reference: string, sheets: FileSheets): Html {
  const [first, last] = document.record.pages;
  const count = Math.max(last - first + 1, 1);
  const pages = Array.from({ length: Math.min(count, pagesShownMax) }, (_, index) => first + index);
  return html`${pages.map((page) => onePage(document, reference, { page, sheets }))}
    ${count > pagesShownMax ? html`<p>Only the first ${pagesShownMax} pages are shown.</p>` : nothing}`;
}

type Shown = { page: number; sheets: FileSheets };

function onePage(document: NumberedDocument, reference: string, { page, sheets }: Shown): Html {
  const { fileId, attachment } = document.record;
  const name = `Page ${page} of ${visibleText(attachment, 200)}`;
  const sheet = sheets.pages.get(page);
  const picture =
    sheets.show === 'words'
      ? wordSheet(sheet, name)
      : html`<img src="/cases/${reference}/files/${fileId}/pages/${page}.png" alt="${name}"
          width="${widthPixels}"${heightOf(sheet)} loading="lazy">`;
  const isWide = sheet !== undefined && sheet.width > sheet.height;
  return html`<figure class="desk-page${isWide ? ' desk-page--wide' : ''}">
    <div class="desk-page__sheet">${picture} ${placesOverlay(document, page)}</div>
    <figcaption>Page ${page}${sheets.show === 'words' ? ' (its words only; this kind of file has no fixed look)' : ''}</figcaption>
  </figure>`;
}

/** Keeps the picture's room before it has come, so that nothing jumps. */
function heightOf(sheet: PageSheet | undefined): Html | string {
  return sheet === undefined ? '' : raw(` height="${Math.round((widthPixels * sheet.height) / sheet.width)}"`);
}
