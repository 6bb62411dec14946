import { makeYearFile, mediaTypeOf, yearFileNames } from '#functions/year-end/year-files.ts';
import { asAttachment } from '#shared/domain/as-attachment.ts';
import { dayIn, yearOf } from '#shared/domain/calendar.ts';
import { noteAtDesk } from '#shared/records/history-records.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { yearPage } from '../pages/year-page.ts';
import { filterIn, readYear, unresolvedIds } from '../years/read-year.ts';
import { listAddress, roundAddress, roundMost } from '../years/round.ts';

/** The end of a report year; each file that leaves is noted with who took it, and with the seed of the sample in it. */
export function yearRoutes(deps: ConsoleDeps): Pick<Handlers, 'years' | 'year' | 'yearRound' | 'yearFile'> {
  return {
    years: (context) => {
      const today = dayIn(deps.programme.timeZone, deps.clock.now());
      return context.redirect(`/years/${yearOf(today)}`, 303);
    },
    async year(context) {
      const year = Number(context.req.param('year'));
      const filter = filterIn((name) => context.req.query(name));
      return context.html(yearPage(context.var.frame, await readYear(deps, { year, filter, seed: seedIn(context) })));
    },
    async yearRound(context) {
      const year = Number(context.req.param('year'));
      const filter = filterIn((name) => context.req.query(name));
      const isAll = context.req.query('all') === 'yes';
      const chosen = isAll ? await unresolvedIds(deps, year, filter) : (context.req.queries('who') ?? []);
      const round = { year, filter, people: chosen.slice(0, roundMost) };
      const [first] = round.people;
      return context.redirect(first === undefined ? listAddress(round) : roundAddress(round, first), 303);
    },
    async yearFile(context) {
      const { asker } = context.var;
      const name = yearFileNames.find((each) => each === context.req.param('file'));
      const programme = deps.programme.book?.programme;
      if (name === undefined || asker === null) return context.notFound();
      const year = Number(context.req.param('year'));
      // nothing can be said by the rules of a programme that was not read here
      if (programme === undefined) return context.redirect(`/years/${year}`, 303);
      const seed = seedIn(context) ?? undefined;
      const bytes = await deps.snapshots.atOneMoment((records) =>
        makeYearFile({ ...deps, records, programme })({ year, name, seed }),
      );
      const codes = [String(year), name, ...(seed === undefined ? [] : [`seed ${seed}`])];
      await noteAtDesk(deps.records, {
        at: deps.clock.now(),
        by: 'person',
        action: 'year-exported',
        codes,
        who: asker.staff.staffId,
      });
      context.header('content-type', mediaTypeOf(name));
      context.header('content-disposition', asAttachment(`${year}-${name}`));
      return context.body(Uint8Array.from(bytes));
    },
  };
}

/** Null where none was given: the office's own. */
function seedIn(context: DeskContext): string | null {
  const seed = (context.req.query('seed') ?? '').trim().slice(0, 200);
  return seed === '' ? null : seed;
}
