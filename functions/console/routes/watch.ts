import { findWatchReport } from '#shared/records/watch-records.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { watchPage } from '../pages/watch-page.ts';

/** What the watchman kept: the page looks at nothing by itself. */
export function watchRoutes({ records, clock }: ConsoleDeps): Pick<Handlers, 'watch'> {
  return {
    async watch(context) {
      const report = await findWatchReport(records);
      return context.html(watchPage(context.var.frame, { report, now: clock.now() }));
    },
  };
}
