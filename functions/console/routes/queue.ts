import { digestCase } from '../cases/case-digest.ts';
import { listSubmissions } from '../cases/list-submissions.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { queuePage } from '../pages/queue-page.ts';
import { countByView, type QueueView, queueViews, viewOf } from '../queue-view.ts';
import { pageOf } from './page-of.ts';

const casesPerPage = 25;

export function queueRoutes(deps: ConsoleDeps): Pick<Handlers, 'queue'> {
  return {
    async queue(context) {
      const now = deps.clock.now();
      const { submissions, unreadable, isCut } = await listSubmissions(deps.records, now);
      const view = chosenView(context.req.query('view'));
      const chosen = view === 'all' ? submissions : submissions.filter((submission) => viewOf(submission) === view);
      const page = pageOf(chosen, context.req.query('page'), casesPerPage);
      const cases = await Promise.all(page.items.map((submission) => digestCase(deps.records, submission)));
      const counts = countByView(submissions);
      return context.html(queuePage(context.var.frame, { now, view, counts, cases, page, unreadable, isCut }));
    },
  };
}

function chosenView(asked: string | undefined): QueueView | 'all' {
  return queueViews.find((view) => view === asked) ?? 'all';
}
