import { makeOneTraining, type TrainingAnswer } from '#functions/load-registers/one-training.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import { foldLetters } from '#shared/domain/name-tokens.ts';
import { listApprovedTrainings } from '#shared/records/register-records.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { type TypedTraining, trainingFields, trainingsPage } from '../pages/trainings-page.ts';
import { pageOf } from './page-of.ts';

const trainingsPerPage = 50;

/** The register of trainings that were approved beforehand: looked through by reviewers, kept by supervisors. */
export function trainingRoutes(deps: ConsoleDeps): Pick<Handlers, 'trainings' | 'addTraining' | 'retireTraining'> {
  const one = makeOneTraining(deps);
  const answerTo = async (
    context: DeskContext,
    { answer, typed }: { answer: TrainingAnswer; typed: TypedTraining },
  ) => {
    if (answer.answer === 'done') return context.redirect('/trainings?done=1', 303);
    return context.html(await page(deps, context, { why: answer.why, typed }), 400);
  };
  return {
    async trainings(context) {
      return context.html(await page(deps, context, { why: [], typed: {} }));
    },
    async addTraining(context) {
      const form = await readForm(context);
      const typed = Object.fromEntries(trainingFields.map(({ name }) => [name, textIn(form, name).trim()]));
      if (context.var.asker === null) return context.notFound();
      return answerTo(context, { answer: await one.add(typed, context.var.asker.staff.staffId), typed });
    },
    async retireTraining(context) {
      const form = await readForm(context);
      if (context.var.asker === null) return context.notFound();
      const { staffId } = context.var.asker.staff;
      const answer = await one.end(textIn(form, 'training'), textIn(form, 'lastDay').trim(), staffId);
      return answerTo(context, { answer, typed: {} });
    },
  };
}

async function page(deps: ConsoleDeps, context: DeskContext, said: { why: readonly string[]; typed: TypedTraining }) {
  const asked = (context.req.query('q') ?? '').trim().slice(0, 200);
  const words = foldLetters(asked).split(/\s+/).filter(Boolean);
  const fits = ({ title, provider }: { title: string; provider: string }) =>
    words.every((word) => foldLetters(`${title} ${provider}`).includes(word));
  const all = (await listApprovedTrainings(deps.records)).filter(fits);
  const sorted = all.sort((a, b) => (`${a.title}${b.approvedFrom}` < `${b.title}${a.approvedFrom}` ? -1 : 1));
  const today = dayIn(deps.programme.timeZone, deps.clock.now());
  const shown = pageOf(sorted, context.req.query('page'), trainingsPerPage);
  return trainingsPage(context.var.frame, {
    asked,
    today,
    page: shown,
    isDone: context.req.query('done') === '1',
    ...said,
  });
}
