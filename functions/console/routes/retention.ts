import { type Answer, makeAnswerDisposal } from '#functions/desk/answer-disposal.ts';
import { makeHolds } from '#functions/desk/holds.ts';
import { listDisposals, listHolds } from '#shared/records/retention-records.ts';
import { listStaff } from '#shared/records/staff-records.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { retentionPage } from '../pages/retention-page.ts';

/** What is kept how long: holds, and the lists that two people agree to before a night carries them out. */
export function retentionRoutes(deps: ConsoleDeps): Pick<Handlers, 'retention' | 'answerRetention'> {
  const { records, retention } = deps;
  const holds = makeHolds(deps);
  const answerDisposal = makeAnswerDisposal(deps);

  async function show(context: DeskContext, refused: string | null) {
    const [disposals, held, staff] = await Promise.all([
      listDisposals(records),
      listHolds(records),
      listStaff(records),
    ]);
    const content = {
      periods: retention,
      disposals: disposals.map(({ disposal }) => disposal).toReversed(),
      holds: held.map(({ hold }) => hold),
      names: new Map(staff.map(({ staffId, name }) => [staffId, name])),
      me: context.var.asker?.staff.staffId ?? null,
      refused,
    };
    return context.html(retentionPage(context.var.frame, content), refused === null ? 200 : 422);
  }

  return {
    retention: (context) => show(context, null),

    async answerRetention(context) {
      const { asker } = context.var;
      if (asker === null) return context.notFound();
      const form = await readForm(context);
      const who = asker.staff.staffId;
      const asked = textIn(form, 'do');
      const about = { reference: textIn(form, 'reference'), reason: textIn(form, 'reason'), who };
      const disposalId = textIn(form, 'disposal');
      const ways = new Map<string, () => Promise<Answer>>([
        ['hold', () => holds({ ...about, hold: true })],
        ['lift', () => holds({ ...about, hold: false })],
        ['approve', () => answerDisposal({ disposalId, who, says: 'yes' })],
        ['refuse', () => answerDisposal({ disposalId, who, says: 'no' })],
      ]);
      const answer = await ways.get(asked)?.();
      if (answer === undefined) return show(context, 'Say what is to be done.');
      return answer.done ? context.redirect('/retention', 303) : show(context, answer.why);
    },
  };
}
