import { makeResolveStanding, type ResolveAnswer } from '#functions/desk/resolve-standing.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { personAddress } from '../people/person-address.ts';
import { showPerson } from './people.ts';

type Names = 'resolveStanding' | 'agreeToStanding' | 'refuseStanding';

/** What a supervisor says of a period whose last day has passed, and what a second one says of that. */
export function standingRoutes(deps: ConsoleDeps): Pick<Handlers, Names> {
  const programme = deps.programme.book?.programme;
  const resolve = programme === undefined ? null : makeResolveStanding({ ...deps, programme });

  async function answered(context: DeskContext, about: { specialistId: string; year: number }, said: ResolveAnswer) {
    if (said.answer === 'no-such-standing') return context.notFound();
    const why = said.answer === 'refused' ? said.why : null;
    if (why !== null) return (await showPerson(deps, context, about.specialistId, why)) ?? context.notFound();
    return context.redirect(`${personAddress(about.specialistId)}#year-${about.year}`, 303);
  }

  return {
    async resolveStanding(context) {
      const { asker } = context.var;
      const about = { specialistId: context.req.param('specialistId'), year: Number(context.req.param('year')) };
      if (asker === null || resolve === null) return context.notFound();
      const form = await readForm(context);
      const typed = { action: textIn(form, 'action'), until: textIn(form, 'until'), reason: textIn(form, 'reason') };
      const asked = { ...about, ...typed, version: Number(textIn(form, 'version')), who: asker.staff.staffId };
      return answered(context, about, await resolve.propose(asked));
    },
    async agreeToStanding(context) {
      const { asker } = context.var;
      const about = { specialistId: context.req.param('specialistId'), year: Number(context.req.param('year')) };
      if (asker === null || resolve === null) return context.notFound();
      const asked = { ...about, number: Number(context.req.param('number')), who: asker.staff.staffId };
      return answered(context, about, await resolve.confirm(asked));
    },
    async refuseStanding(context) {
      const { asker } = context.var;
      const about = { specialistId: context.req.param('specialistId'), year: Number(context.req.param('year')) };
      if (asker === null || resolve === null) return context.notFound();
      const reason = textIn(await readForm(context), 'reason');
      const asked = { ...about, number: Number(context.req.param('number')), who: asker.staff.staffId, reason };
      return answered(context, about, await resolve.refuse(asked));
    },
  };
}
