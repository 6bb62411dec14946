import { makeJoinAgain } from '#functions/desk/join-again.ts';
import { makeSetApart } from '#functions/desk/set-apart.ts';
import { submissionIdSchema } from '#shared/domain/ids.ts';
import { notDone, readSent } from '../cases/sent-case.ts';
import { nothingTyped } from '../cases/typed-case.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';

/** A reviewer says that a mail which came as a reply does not belong to the case, or that it does after all. */
export function setApartRoutes(deps: ConsoleDeps): Pick<Handlers, 'setApart' | 'joinAgain'> {
  const setApart = makeSetApart(deps);
  const joinAgain = makeJoinAgain(deps);
  return {
    async setApart(context) {
      const sent = await readSent(deps, context);
      const replyId = submissionIdSchema.safeParse(context.req.param('reply'));
      if (sent === null || !replyId.success) return context.notFound();
      const given = { submissionId: context.var.submissionId, who: sent.work.me, replyId: replyId.data };
      const because = sent.typed.get('because') ?? '';
      const answer = await setApart({ ...given, because, version: Number(sent.typed.get('version')) });
      if (answer.answer !== 'done') return notDone(deps, context, { ...sent, typed: nothingTyped }, answer);
      const done = answer.isWaitingAgain ? 'waits-again' : 'set-apart';
      return context.redirect(`/cases/${sent.work.reference}?done=${done}`, 303);
    },
    async joinAgain(context) {
      const sent = await readSent(deps, context);
      const replyId = submissionIdSchema.safeParse(context.req.param('reply'));
      if (sent === null || !replyId.success) return context.notFound();
      const given = { submissionId: context.var.submissionId, who: sent.work.me, replyId: replyId.data };
      const because = sent.typed.get('because') ?? '';
      const answer = await joinAgain({ ...given, because, version: Number(sent.typed.get('version')) });
      if (answer.answer !== 'done') return notDone(deps, context, { ...sent, typed: nothingTyped }, answer);
      return context.redirect(`/cases/${sent.work.reference}?done=joined`, 303);
    },
  };
}
