import { makeJoinAgain } from '#functions/desk/join-again.ts';
import { makeSetApart } from '#functions/desk/set-apart.ts';
import { submissionIdSchema } from '#shared/domain/ids.ts';
import { notDone, readSent } from '../cases/sent-case.ts';
import { nothingTyped } from '../cases/typed-case.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';

/** A reviewer says that a mail which came as a reply does not belong to the case, or that it does after all. */
export function setApartRoutes(deps: ConsoleDeps): Pick<Handlers, 'setApart' | 'joinAgain'> {
  const setApart = makeSetApart(deps);
  const joinAgain = makeJoinAgain(deps);
  return {
    async setApart(context) {
      const asked = await readAsked(deps, context);
      if (asked === null) return context.notFound();
      const answer = await setApart(asked.given);
      if (answer.answer !== 'done') return notDone(deps, context, asked.sent, answer);
      return context.redirect(asked.pageThatSays(answer.isWaitingAgain ? 'waits-again' : 'set-apart'), 303);
    },
    async joinAgain(context) {
      const asked = await readAsked(deps, context);
      if (asked === null) return context.notFound();
      const answer = await joinAgain(asked.given);
      if (answer.answer !== 'done') return notDone(deps, context, asked.sent, answer);
      return context.redirect(asked.pageThatSays('joined'), 303);
    },
  };
}

/** Which mail of which case, and why. Nothing typed of the case itself comes with it. */
async function readAsked(deps: ConsoleDeps, context: DeskContext) {
  const sent = await readSent(deps, context);
  const replyId = submissionIdSchema.safeParse(context.req.param('reply'));
  if (sent === null || !replyId.success) return null;
  const { typed, work } = sent;
  const of = { submissionId: context.var.submissionId, who: work.me, replyId: replyId.data };
  return {
    sent: { ...sent, typed: nothingTyped },
    given: { ...of, because: typed.get('because') ?? '', version: Number(typed.get('version')) },
    pageThatSays: (done: string) => `/cases/${work.reference}?done=${done}`,
  };
}
