import type { Staff } from '#shared/domain/staff.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { listAtDesk, listHistory } from '#shared/records/history-records.ts';
import { listStaff } from '#shared/records/staff-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { verifyChain } from '#shared/records/verify-chain.ts';
import { findWatchReport } from '#shared/records/watch-records.ts';
import { findSubmissionId } from '../cases/find-case.ts';
import { walkSubmissions } from '../cases/walk-submissions.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { auditPage, historyPage } from '../pages/audit-pages.ts';
import { viewNow } from '../queue-view.ts';

const casesPerPage = 25;
const deskEntriesMax = 100;

export function auditRoutes(deps: ConsoleDeps): Pick<Handlers, 'audit' | 'history'> {
  const { records, clock } = deps;
  return {
    async audit(context) {
      const asked = (context.req.query('reference') ?? '').trim().toUpperCase().slice(0, 60);
      if (asked !== '' && (await findSubmissionId(records, asked)) !== null)
        return context.redirect(`/cases/${asked}/history`, 303);
      const now = clock.now();
      const from = context.req.query('from');
      const [{ submissions, ...page }, atDesk, staff, report] = await Promise.all([
        walkSubmissions(records, now, { from, limit: casesPerPage }),
        listAtDesk(records, now.slice(0, 7), deskEntriesMax),
        listStaff(records),
        findWatchReport(records),
      ]);
      const chain = report?.checks.find(({ code }) => code === 'audit-chain') ?? null;
      const cases = await Promise.all(submissions.map((submission) => listed(records, submission)));
      const content = {
        asked,
        isUnknown: asked !== '',
        cases,
        page: { ...page, from },
        atDesk,
        chain,
        names: namesOf(staff),
      };
      return context.html(auditPage(context.var.frame, content));
    },

    async history(context) {
      const { submissionId, frame } = context.var;
      const [found, entries, staff, chain] = await Promise.all([
        findSubmission(records, submissionId),
        listHistory(records, submissionId),
        listStaff(records),
        verifyChain(records, `SUB#${submissionId}`),
      ]);
      if (found === null) return context.notFound();
      return context.html(historyPage(frame, found.submission, { entries, chain }, namesOf(staff)));
    },
  };
}

async function listed(records: RecordStore, submission: Submission) {
  const decisions = await listDecisions(records, submission.submissionId);
  return {
    submission,
    view: viewNow(
      submission,
      decisions.map(({ decision }) => decision),
    ),
  };
}

const namesOf = (staff: readonly Staff[]) => new Map(staff.map(({ staffId, name }) => [staffId, name]));
