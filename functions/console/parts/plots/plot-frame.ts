import { html } from 'hono/html';
import type { Html } from '../html.ts';

/**
 * A plot drawn here, on the server. Across, everything is a share of the width; down, pixels: so letters keep their size on
 * every screen and on paper. `says` is the plot in a sentence; its figures stand in a table beside it as well.
 */
export function plotFrame(plot: { id: string; title: string; says: string; height: number; content: Html }): Html {
  const { id, title, says, height, content } = plot;
  return html`<svg class="desk-plot" role="img" aria-labelledby="${id}-title ${id}-says" width="100%" height="${height}">
    <title id="${id}-title">${title}</title><desc id="${id}-says">${says}</desc>
    ${content}
  </svg>`;
}

/** A plot, and beside it or under it the table of the same figures. */
export function withTable(plot: Html, table: Html): Html {
  return html`<div class="desk-plotted"><div>${plot}</div><div>${table}</div></div>`;
}
