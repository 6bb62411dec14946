import { makeAnswerBlind, whyNotBlind } from '#functions/desk/answer-blind.ts';
import type { BlindTask } from '#shared/domain/blind-sample.ts';
import { findBlindTask, listOpenBlindTasks } from '#shared/records/blind-records.ts';
import { noteOpened } from '../access/note-opening.ts';
import { readForm, textIn } from '../access/read-form.ts';
import { findCase } from '../cases/find-case.ts';
import { readPageSheets } from '../cases/page-sheets.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { blindListPage } from '../pages/blind-list-page.ts';
import { type BlindTyped, blindComparedPage, blindPage, notBlindPage } from '../pages/blind-page.ts';

/** So many of the oldest are looked through; a list that long is never worked off in a day. */
const listedMax = 50;

export function blindRoutes(deps: ConsoleDeps): Pick<Handlers, 'blind' | 'blindCase' | 'answerBlind'> {
  const answerBlind = makeAnswerBlind(deps);
  return {
    async blind(context) {
      const { asker, frame } = context.var;
      if (asker === null) return context.notFound();
      const open = (await listOpenBlindTasks(deps.records)).slice(0, listedMax);
      const who = asker.staff.staffId;
      const asked = await Promise.all(
        open.map(async (task) => ({ task, why: await whyNotBlind(deps, { submissionId: task.submissionId, who }) })),
      );
      const tasks = asked.flatMap(({ task, why }): BlindTask[] => (why === null ? [task] : []));
      const content = { tasks, forColleagues: open.length - tasks.length, now: deps.clock.now() };
      return context.html(blindListPage(frame, content));
    },

    blindCase: (context) => shown(deps, context),

    async answerBlind(context) {
      const { asker, submissionId } = context.var;
      if (asker === null) return context.notFound();
      const form = await readForm(context);
      const of = (name: string) => textIn(form, name);
      const typed = { accepts: of('accepts'), ethics: of('ethics'), core: of('core'), reason: of('reason') };
      const answer = await answerBlind({ submissionId, who: asker.staff.staffId, ...typed });
      if (answer.answer === 'refused') return shown(deps, context, { ...typed, why: answer.why });
      if (answer.answer !== 'done') return context.redirect('/blind', 303);
      return context.redirect(`/blind/${context.req.param('reference')}`, 303);
    },
  };
}

/** Asked with its form, compared once answered; for whoever knows the outcome only that it is not for them. */
async function shown(deps: ConsoleDeps, context: DeskContext, typed?: BlindTyped): Promise<Response> {
  const { asker, submissionId, frame } = context.var;
  const [task, found] = await Promise.all([
    findBlindTask(deps.records, submissionId),
    findCase(deps.records, context.req.param('reference') ?? ''),
  ]);
  if (task === null || found === null || asker === null) return context.redirect('/blind', 303);
  if (task.task.answer !== null) return context.html(blindComparedPage(frame, task.task));
  const why = await whyNotBlind(deps, { submissionId, who: asker.staff.staffId });
  if (why !== null) return context.html(notBlindPage(frame, why));
  await noteOpened(deps, asker, submissionId, { what: 'opened-blind', codes: [] });
  const sheets = await readPageSheets(deps, found.files);
  const page = blindPage(frame, typed === undefined ? { found, sheets } : { found, sheets, typed });
  return context.html(page, typed === undefined ? 200 : 422);
}
