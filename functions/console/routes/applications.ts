import { applicationsSince } from '#shared/records/application-records.ts';
import { listStaff } from '#shared/records/staff-records.ts';
import { type ClassList, listByClass } from '#shared/rules/class-list.ts';
import { classCsv } from '../cases/class-csv.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { applicationsPage } from '../pages/applications-page.ts';

const monthsShown = 24;

/** The list of who applied; all of it as one file only for who may export, and has just proved who they are. */
export function applicationRoutes(deps: ConsoleDeps): Pick<Handlers, 'applications' | 'applicationsCsv'> {
  return {
    async applications(context) {
      const [all, staff] = await Promise.all([lists(deps), listStaff(deps.records)]);
      const names = new Map(staff.map(({ staffId, name }) => [staffId, name]));
      return context.html(applicationsPage(context.var.frame, { lists: all, monthsShown, names }));
    },
    async applicationsCsv(context) {
      // once: what is asked of the store has to be the same at each reading of it
      const now = deps.clock.now();
      const all = await deps.snapshots.atOneMoment((records) => lists({ ...deps, records, clock: { now: () => now } }));
      const text = classCsv(all, deps.programme.timeZone);
      context.header('content-type', 'text/csv; charset=utf-8');
      context.header('content-disposition', 'attachment; filename="applications.csv"');
      return context.body(text);
    },
  };
}

async function lists({ records, clock, programme }: ConsoleDeps): Promise<ClassList[]> {
  const now = clock.now();
  const [year, rest] = [Number(now.slice(0, 4)), now.slice(4)];
  const found = await applicationsSince(records, `${year - monthsShown / 12}${rest}`);
  return listByClass(found, programme.classes ?? []);
}
