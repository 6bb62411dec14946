import { html, raw } from 'hono/html';
import type { PageSizes } from '../cases/page-sizes.ts';
import { type Html, nothing } from './html.ts';
import { allPlaces, type NumberedDocument, type Place } from './places.ts';
import { visibleText } from './said.ts';

/** A document of a hundred pages is not drawn as a whole on one page of the console. */
const pagesShownMax = 30;
/** The width at which a page is drawn; the height follows from the page itself. */
const widthPixels = 850;

/** The pages of one document as pictures, one below the other, with the numbered places drawn over them. */
export function pagePane(document: NumberedDocument, reference: string, sizes: PageSizes): Html {
  const [first, last] = document.record.pages;
  const count = Math.min(last - first + 1, pagesShownMax);
  const pages = Array.from({ length: Math.max(count, 1) }, (_, index) => first + index);
  const label = `Pages of document ${document.number}`;
  return html`<div class="desk-pane" role="region" aria-label="${label}" tabindex="0">
    ${pages.map((page) => onePage(document, reference, page, sizes))}
    ${last - first + 1 > pagesShownMax ? html`<p>Only the first ${pagesShownMax} pages are shown.</p>` : nothing}
  </div>`;
}

function onePage(document: NumberedDocument, reference: string, page: number, sizes: PageSizes): Html {
  const { fileId, attachment } = document.record;
  const places = allPlaces(document).filter((place) => place.page === page && place.box !== null);
  const size = sizes.get(`${fileId} ${page}`);
  const height =
    size === undefined ? nothing : raw(` height="${Math.round((widthPixels * size.height) / size.width)}"`);
  return html`<figure class="desk-page">
    <div class="desk-page__sheet">
      <img src="/cases/${reference}/files/${fileId}/pages/${page}.png" alt="Page ${page} of ${visibleText(attachment, 200)}"
        width="${widthPixels}"${height} loading="lazy">
      <svg class="desk-page__places" role="group" aria-label="Places of the values on page ${page}">
        ${places.map(drawnPlace)}
      </svg>
    </div>
    <figcaption>Page ${page}</figcaption>
  </figure>`;
}

/** A link in the picture; the tables hold the way for the keyboard, so these are not tab stops. */
function drawnPlace({ box, boxAnchor, rowAnchor, number, label, isLow }: Place): Html {
  if (box === null) return nothing;
  const [left, top, width, height] = box;
  // What is written right of a value is most often nothing; its label stands left of it.
  const isAtEdge = left + width > 0.94;
  return html`<a id="${boxAnchor}" class="desk-place${isLow ? ' desk-place--low' : ''}" href="#${rowAnchor}" tabindex="-1"
    aria-label="${number}: ${label}">
    <rect x="${percent(left - 0.004)}" y="${percent(top - 0.003)}" width="${percent(width + 0.008)}"
      height="${percent(height + 0.006)}" rx="2"></rect>
    <text x="${percent(isAtEdge ? left + width : left + width + 0.012)}" y="${percent(isAtEdge ? top - 0.006 : top + height / 2)}"
      dy="${isAtEdge ? '0' : '0.35em'}" text-anchor="${isAtEdge ? 'end' : 'start'}">${number}</text>
  </a>`;
}

/** SVG takes shares of its own size, so no picture's size is needed here. */
function percent(fraction: number): string {
  return `${(Math.min(Math.max(fraction, 0), 1) * 100).toFixed(2)}%`;
}
