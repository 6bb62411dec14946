import { dayIn } from '#shared/domain/calendar.ts';
import { type StandingWord, standingWordSchema } from '#shared/domain/standing-word.ts';
import { listResolutionsForSecond } from '#shared/records/resolution-records.ts';
import { pageOfRunChanges } from '#shared/records/standing-records.ts';
import { lastFinishedRun, listSweepRunsOf } from '#shared/records/sweep-run-records.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { sweepDayPage } from '../pages/sweep-day-page.ts';
import { standingListPage, sweepPage } from '../pages/sweep-page.ts';
import { atRisk, standingList } from '../people/standing-lists.ts';

/** Those that somebody of the office works on, the most urgent first. */
const worked: readonly StandingWord[] = [
  'past-deadline-unresolved',
  'documents-incomplete',
  'in-review',
  'cannot-tell',
];
const firstFew = 10;
const linesPerPage = 50;

/** What the nights found: rows that are read, never judged here. */
export function sweepRoutes({ records, clock, programme }: ConsoleDeps): Pick<Handlers, 'sweep' | 'sweepDay'> {
  return {
    async sweep(context) {
      const { frame } = context.var;
      const after = context.req.query('after');
      const word = standingWordSchema.safeParse(context.req.query('of')).data;
      if (word !== undefined) {
        const list = await standingList(records, word, {
          limit: linesPerPage,
          ...(after === undefined ? {} : { after }),
        });
        return context.html(standingListPage(frame, { word, list }));
      }
      const today = dayIn(programme.timeZone, clock.now());
      const [run, risk, forSecond, lists] = await Promise.all([
        lastFinishedRun(records, today),
        atRisk(records, today, firstFew),
        listResolutionsForSecond(records),
        Promise.all(
          worked.map(async (one) => ({ word: one, list: await standingList(records, one, { limit: firstFew }) })),
        ),
      ]);
      const second = forSecond.map(({ resolution }) => resolution);
      return context.html(sweepPage(frame, { run, today, risk, lists, forSecond: second }));
    },
    async sweepDay(context) {
      const day = context.req.param('day');
      const { run: asked, after } = context.req.query();
      const runs = await Promise.all(
        (await listSweepRunsOf(records, day)).map(async ({ run }) => {
          const from = run.runId === asked && after !== undefined ? { after } : {};
          const page = await pageOfRunChanges(records, run.runId, { limit: linesPerPage, ...from });
          return { run, changes: page.changes, after: page.after ?? null };
        }),
      );
      return context.html(sweepDayPage(context.var.frame, { day, runs }));
    },
  };
}
