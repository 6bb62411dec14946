import type { Decision } from '#shared/domain/decision.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { listDecisionsBy } from '#shared/records/decision-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { askedWords, sealedQuery, typedWords } from '../access/asked-words.ts';
import { findSubmissionId } from '../cases/find-case.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { decidedPage } from '../pages/decided-page.ts';
import { searchPage } from '../pages/search-page.ts';
import { findCases } from '../queue/find-cases.ts';

const decisionsPerPage = 25;

export function findRoutes({ records }: ConsoleDeps): Pick<Handlers, 'search' | 'sendSearch' | 'decided'> {
  const withReference = async (decision: Decision) => {
    const found = await findSubmission(records, decision.submissionId);
    return { decision, reference: found?.submission.reference ?? null };
  };
  return {
    async sendSearch(context) {
      const asked = await typedWords(context);
      const reference = asked.toUpperCase();
      if ((await findSubmissionId(records, reference)) !== null) return context.redirect(`/cases/${reference}`, 303);
      return context.redirect(`/search${sealedQuery(context, asked)}`, 303);
    },
    async search(context) {
      const asked = askedWords(context);
      const people = `/people${sealedQuery(context, asked)}`;
      return context.html(searchPage(context.var.frame, { asked, people, ...(await findCases(records, asked)) }));
    },
    async decided(context) {
      const { asker, frame } = context.var;
      if (asker === null) return context.notFound();
      const me = asker.staff.staffId;
      const after = context.req.query('after');
      const limit = decisionsPerPage;
      const page = await listDecisionsBy(records, me, { limit, ...(after === undefined ? {} : { after }) }).catch(
        (fault: unknown) => (fault instanceof GiveUp ? listDecisionsBy(records, me, { limit }) : Promise.reject(fault)),
      );
      const lines = await Promise.all(page.decisions.map(withReference));
      return context.html(decidedPage(frame, { lines, after: page.after ?? null }));
    },
  };
}
