import { makeResolveStanding, type ResolveAnswer } from '#functions/desk/resolve-standing.ts';
import { readForm } from '../access/read-form.ts';
import { type Typed, typedIn } from '../cases/typed-case.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { personAddress } from '../people/person-address.ts';
import { roundQuery } from '../years/round.ts';
import { roundOf, showPerson } from './people.ts';

type Names = 'resolveStanding' | 'draftPeriodLetter' | 'agreeToStanding' | 'refuseStanding';
type About = { specialistId: string; year: number };

/** What a supervisor says of a period whose last day has passed, the letter about it, and what a second one says of that. */
export function standingRoutes(deps: ConsoleDeps): Pick<Handlers, Names> {
  const programme = deps.programme.book?.programme;
  const resolve = programme === undefined ? null : makeResolveStanding({ ...deps, programme });

  async function answered(context: DeskContext, about: About, said: ResolveAnswer, typed?: Typed) {
    if (said.answer === 'no-such-standing') return context.notFound();
    if (said.answer !== 'refused')
      return context.redirect(
        `${personAddress(about.specialistId)}${roundQuery(roundOf(context))}#year-${about.year}`,
        303,
      );
    const sent = typed === undefined ? null : { year: about.year, typed };
    const shown = await showPerson(deps, context, about.specialistId, { refused: said.why, sent });
    return shown ?? context.notFound();
  }

  return {
    async resolveStanding(context) {
      const { asker } = context.var;
      if (asker === null || resolve === null) return context.notFound();
      const about = { specialistId: context.req.param('specialistId'), year: Number(context.req.param('year')) };
      const typed = typedIn(await readForm(context));
      const asked = { ...about, ...saidIn(typed), letter: letterIn(typed), who: asker.staff.staffId };
      return answered(context, about, await resolve.propose(asked), typed);
    },
    async draftPeriodLetter(context) {
      if (resolve === null) return context.notFound();
      const about = { specialistId: context.req.param('specialistId'), year: Number(context.req.param('year')) };
      const typed = typedIn(await readForm(context));
      const words = await resolve.draft({ ...about, ...saidIn(typed) });
      if (words === null) return answered(context, about, { answer: 'refused', why: noWords(typed) }, typed);
      const filled = new Map([...typed, ['letter.subject', words.subject], ['letter.text', words.text]]);
      const shown = await showPerson(deps, context, about.specialistId, { sent: { year: about.year, typed: filled } });
      return shown ?? context.notFound();
    },
    async agreeToStanding(context) {
      const { asker } = context.var;
      if (asker === null || resolve === null) return context.notFound();
      const about = { specialistId: context.req.param('specialistId'), year: Number(context.req.param('year')) };
      const asked = { ...about, number: Number(context.req.param('number')), who: asker.staff.staffId };
      return answered(context, about, await resolve.confirm(asked));
    },
    async refuseStanding(context) {
      const { asker } = context.var;
      if (asker === null || resolve === null) return context.notFound();
      const about = { specialistId: context.req.param('specialistId'), year: Number(context.req.param('year')) };
      const reason = typedIn(await readForm(context)).get('reason') ?? '';
      const asked = { ...about, number: Number(context.req.param('number')), who: asker.staff.staffId, reason };
      return answered(context, about, await resolve.refuse(asked));
    },
  };
}

const saidIn = (typed: Typed) => ({
  action: typed.get('action') ?? '',
  until: typed.get('until') ?? '',
  reason: typed.get('reason') ?? '',
  version: Number(typed.get('version')),
});

const letterIn = (typed: Typed) => ({
  subject: typed.get('letter.subject') ?? '',
  text: typed.get('letter.text') ?? '',
  isLeftOut: typed.get('no-letter') === 'yes',
  why: typed.get('no-letter.why') ?? '',
});

function noWords(typed: Typed): string {
  if (!typed.has('action')) return 'Say first what becomes of the period: the letter is about that.';
  if (typed.get('action') === 'extended' && typed.get('until') === '')
    return 'Give the new last day first: the letter names it.';
  return 'The programme has no words for this letter. Write them yourself.';
}
