import { html } from 'hono/html';
import type { CaseView } from '../cases/case-view.ts';
import { viewOf } from '../queue-view.ts';
import { type Html, nothing } from './html.ts';

/** While the machine reads nothing can be typed over: what stands on the page is about to be something else. */
export const isBeingRead = ({ found }: Pick<CaseView, 'found'>): boolean => viewOf(found.submission) === 'in-progress';

/** Said in words, with a way to look again; the script of an open page looks by itself. */
export function beingRead(view: CaseView): Html {
  if (!isBeingRead(view)) return nothing;
  const address = `/cases/${view.work.reference}`;
  return html`<section class="desk-claim" aria-label="Being read" data-being-read="${address}/being-read" data-then="${address}?done=read-again">
    <p role="status"><strong>The papers of this mail are being read.</strong> That takes some seconds, and minutes where pages are scans. Nothing can be
      typed over meanwhile; whoever has the case keeps it.</p>
    <a class="usa-button usa-button--outline desk-small" href="${address}?done=read-again">Look again</a>
  </section>`;
}
