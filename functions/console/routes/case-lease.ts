import { type LeaseAnswer, makeLeases } from '#functions/desk/leases.ts';
import { staffIdSchema } from '#shared/domain/staff.ts';
import { findStaff } from '#shared/records/staff-records.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { clockTime } from '../parts/time-words.ts';

/** Whose case it is. What another did meanwhile is seen on the page that each of these leads to. */
export function caseLeaseRoutes(deps: ConsoleDeps): Pick<Handlers, 'claim' | 'release' | 'handOver' | 'stillHere'> {
  const leases = makeLeases(deps);
  return {
    async claim(context) {
      const { asker, submissionId } = context.var;
      if (asker === null) return context.notFound();
      const { answer } = await leases.claim(submissionId, asker.staff.staffId);
      return context.redirect(
        `/cases/${context.req.param('reference')}${answer === 'yours' ? '?done=taken' : ''}`,
        303,
      );
    },
    async release(context) {
      const { asker, submissionId } = context.var;
      if (asker !== null) await leases.release(submissionId, asker.staff.staffId);
      return context.redirect('/', 303);
    },
    async handOver(context) {
      const { asker, submissionId } = context.var;
      const to = staffIdSchema.safeParse(textIn(await readForm(context), 'to'));
      const colleague = to.success ? await findStaff(deps.records, to.data) : null;
      const isReviewer = colleague?.staff.roles.some((role) => role === 'reviewer' || role === 'supervisor') ?? false;
      if (asker === null || colleague === null || !isReviewer)
        return context.redirect(`/cases/${context.req.param('reference')}`, 303);
      await leases.handOver(submissionId, asker.staff.staffId, colleague.staff.staffId);
      return context.redirect('/', 303);
    },
    /** The heartbeat of an open page, from its script: until when, or that it is over. */
    async stillHere(context) {
      const { asker, submissionId } = context.var;
      if (asker === null) return context.notFound();
      const answer = await leases.renew(submissionId, asker.staff.staffId);
      const until = untilOf(answer);
      return until === null ? context.text('', 409) : context.text(clockTime(until, deps.programme.timeZone));
    },
  };
}

const untilOf = (answer: LeaseAnswer) => (answer.answer === 'yours' ? answer.lease.until : null);
