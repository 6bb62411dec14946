import { dayIn, yearOf } from '#shared/domain/calendar.ts';
import type { Book } from '#shared/rules/compare/compare-programmes.ts';
import { showPeople } from '../cases/people-shown.ts';
import { askedChange, offeredChanges } from '../changes/asked-change.ts';
import { judgeChange } from '../changes/judge-change.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import type { Frame } from '../pages/layout.ts';
import { type WhatWouldChangeContent, whatWouldChangePage } from '../pages/what-would-change-page.ts';
import { routeTable } from '../route-table.ts';
import { pageOf } from './page-of.ts';

const peoplePerPage = 100;

export function whatWouldChangeRoutes(deps: ConsoleDeps): Pick<Handlers, 'whatWouldChange'> {
  const { book } = deps.programme;
  return {
    async whatWouldChange(context) {
      if (book === undefined) return context.redirect(routeTable.rules.path, 303);
      const { frame } = context.var;
      return context.html(whatWouldChangePage(frame, await contentOf(deps, book, frame, context.req.query())));
    },
  };
}

async function contentOf(
  { records, proposedRules, programme, clock }: ConsoleDeps,
  book: Book,
  { viewer }: Frame,
  query: Record<string, string>,
): Promise<WhatWouldChangeContent> {
  const thisYear = yearOf(dayIn(programme.timeZone, clock.now()));
  const offered = await offeredChanges(proposedRules, { rulesSince: book.programme.rulesSince, thisYear });
  const { where } = proposedRules;
  const asked = askedChange(offered, query, thisYear);
  const proposed = asked === null ? null : await proposedRules.pages(asked.proposal);
  if (asked === null || proposed === null) return { where, offered, asked: null };
  const judged = await judgeChange(records, book, proposed, asked);
  const all = judged.people === null ? [] : [...judged.people.changed, ...judged.people.notTold];
  const page = pageOf(all, query.page, peoplePerPage);
  const files = page.items.flatMap(({ person }) => judged.stored.get(person) ?? []);
  // names are for those who may open the cases; others see the ids
  const shown = await showPeople(records, viewer?.may('case') ? files : []);
  return { where, offered, asked, judged, page, shown };
}
