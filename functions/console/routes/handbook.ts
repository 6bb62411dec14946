import { handbook } from '#shared/rules/handbook/handbook.ts';
import { handbookStyle } from '#shared/rules/handbook/handbook-style.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { routeTable } from '../route-table.ts';

/** All pages of the programme as one to read and print. Its style has an address of its own: none may stand inside a page. */
export function handbookRoutes({ programme: { book } }: ConsoleDeps): Pick<Handlers, 'handbook' | 'handbookStyle'> {
  const back = { address: routeTable.rules.path, words: 'Back to the rules' };
  const style = { address: routeTable.handbookStyle.path, icon: '/assets/icon.svg' };
  return {
    handbook(context) {
      if (book === undefined) return context.redirect(back.address, 303);
      return context.html(handbook(book.programme, book.pages, { style, back }));
    },
    handbookStyle(context) {
      context.header('content-type', 'text/css; charset=utf-8');
      return context.body(handbookStyle);
    },
  };
}
