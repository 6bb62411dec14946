import { makeChooseTopic } from '#functions/desk/choose-topic.ts';
import { makeCorrect } from '#functions/desk/correct.ts';
import { makeDecide } from '#functions/desk/decide.ts';
import { refused } from '#functions/desk/held-case.ts';
import { makeSecond } from '#functions/desk/second.ts';
import { makeUndo } from '#functions/desk/undo.ts';
import { readForm, textIn } from '../access/read-form.ts';
import { noHours, outcomeOf } from '../cases/outcome-of.ts';
import { notDone, readSent, type Sent } from '../cases/sent-case.ts';
import { changesIn } from '../cases/typed-case.ts';
import { orderIn, topicIn } from '../cases/typed-order.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';

type Made = Pick<Handlers, 'decide' | 'undo' | 'confirm' | 'refuse' | 'topic'>;

/** What a person decides about a mail. The desk's commands say what holds; here forms are read, and nothing typed is lost. */
export function caseDecisionRoutes(deps: ConsoleDeps): Made {
  const [correct, decide, undo, second] = [makeCorrect(deps), makeDecide(deps), makeUndo(deps), makeSecond(deps)];

  /** What was typed over is saved first: a decision rests on what the page shows. */
  async function carryOut(sent: Sent, given: Parameters<typeof decide>[0]) {
    const changes = changesIn(sent.typed, sent.shown);
    const saved =
      changes.length === 0 ? null : await correct({ ...given, changes, made: sent.shown.corrections.length });
    return saved === null || saved.answer === 'done' ? decide(given) : saved;
  }

  async function afterwards(context: DeskContext, answer: { answer: string; why?: string }, done: string) {
    const reference = context.req.param('reference');
    if (answer.answer === 'done') return context.redirect(`/cases/${reference}?done=${done}`, 303);
    const sent = await readSent(deps, context);
    return sent === null
      ? context.notFound()
      : notDone(deps, context, sent, refused(answer.why ?? 'Look at the page again.'));
  }

  const named = (context: DeskContext) => {
    const { asker, submissionId } = context.var;
    const number = Number(context.req.param('number'));
    return asker === null ? null : { submissionId, number, who: asker.staff.staffId };
  };

  return {
    async decide(context) {
      const sent = await readSent(deps, context);
      if (sent === null) return context.notFound();
      const { typed, work, stored, shown } = sent;
      const asked = { stored, work, typed: withoutRulings(typed), tried: shown };
      const order = orderIn(typed, isRuled(typed) ? (await outcomeOf(deps, asked)).now : null);
      if (order === null) return notDone(deps, context, sent, refused(noHours));
      const given = { submissionId: context.var.submissionId, who: work.me, version: Number(typed.get('version')) };
      const answer = await carryOut(sent, { ...given, ...order, shown: shownIn(sent) });
      if (answer.answer !== 'done') return notDone(deps, context, sent, answer);
      return context.redirect(`/cases/${work.reference}?done=decided`, 303);
    },

    async undo(context) {
      const given = named(context);
      if (given === null) return context.notFound();
      const isSupervisor = context.var.asker?.staff.roles.includes('supervisor') ?? false;
      return afterwards(context, await undo({ ...given, isSupervisor }), 'undone');
    },
    async confirm(context) {
      const given = named(context);
      return given === null ? context.notFound() : afterwards(context, await second.confirm(given), 'confirmed');
    },
    async refuse(context) {
      const given = named(context);
      if (given === null) return context.notFound();
      const reason = textIn(await readForm(context), 'reason');
      return afterwards(context, await second.refuse({ ...given, reason }), 'refused');
    },

    async topic(context) {
      const sent = await readSent(deps, context);
      const programme = deps.programme.book?.programme;
      if (sent === null || programme === undefined) return context.notFound();
      const { stored, work, typed, shown } = sent;
      const { now } = await outcomeOf(deps, { stored, work, typed: withoutRulings(typed), tried: shown });
      const asked = topicIn(typed, now);
      if (asked === null)
        return notDone(deps, context, sent, refused('This training is no longer listed. Look at the page again.'));
      const answer = await makeChooseTopic({ ...deps, programme })(context.var.submissionId, asked, work.me);
      if (answer.answer === 'kept') return context.redirect(`/cases/${work.reference}?done=topic#credits`, 303);
      const why = answer.answer === 'not-held' ? answer : refused(topicTrouble[answer.answer]);
      return notDone(deps, context, sent, 'why' in why ? why : { answer: 'not-held' });
    },
  };
}

const topicTrouble = {
  'no-such-choice': 'Choose first what this training is about.',
  'no-reason': 'Write beside the training why it is about that: the next reviewer will read it.',
  'no-title': 'A training without a title cannot be suggested.',
  'changed-meanwhile': 'Somebody changed this case at the same moment. Look at the page again.',
};

/** Null for what is done with one private paper: that waits for no rule. */
function shownIn({ typed, shown }: Sent) {
  const basis = typed.get('basis');
  if (basis === undefined || typed.get('do')?.startsWith('paper:')) return null;
  return { corrections: shown.corrections.length, judgementSha256: basis };
}

const isOfRuling = (name: string) => /^(?:credit|rule|doubt)\./.test(name);
const isRuled = (typed: Sent['typed']) => [...typed].some(([name, value]) => isOfRuling(name) && value.trim() !== '');

/** What is ruled on is looked up in the case as it stands without the rulings. */
const withoutRulings = (typed: Sent['typed']) => new Map([...typed].filter(([name]) => !isOfRuling(name)));
