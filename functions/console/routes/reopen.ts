import { makeReopen } from '#functions/desk/reopen.ts';
import { notDone, readSent } from '../cases/sent-case.ts';
import { nothingTyped } from '../cases/typed-case.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';

/** A supervisor opens a decided case anew. What was decided stays on the page and holds until somebody decides anew. */
export function reopenRoutes(deps: ConsoleDeps): Pick<Handlers, 'reopen'> {
  const reopen = makeReopen(deps);
  return {
    async reopen(context) {
      const sent = await readSent(deps, context);
      if (sent === null) return context.notFound();
      const because = sent.typed.get('because') ?? '';
      const given = { submissionId: context.var.submissionId, who: sent.work.me, reason: because };
      const answer = await reopen({ ...given, version: Number(sent.typed.get('version')) });
      if (answer.answer === 'done') return context.redirect(`/cases/${sent.work.reference}?done=reopened`, 303);
      // nothing of the case itself was typed: only the reason is kept in its control
      return notDone(deps, context, { ...sent, typed: nothingTyped, because }, answer);
    },
  };
}
