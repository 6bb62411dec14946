import { makeIdentityChanges } from '#functions/desk/identity-changes.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { personAddress } from '../people/person-address.ts';

/** What people of the office do with a name or an address that a mail gave out: no one of them alone changes the roster. */
export function identityChangeRoutes(deps: ConsoleDeps): Pick<Handlers, 'identityChange'> {
  const identityChanges = makeIdentityChanges(deps);
  return {
    async identityChange(context) {
      const { asker } = context.var;
      const { specialistId, changeId } = context.req.param();
      const programme = deps.programme.book?.programme;
      if (asker === null || programme === undefined) return context.notFound();
      const form = await readForm(context);
      const about = { specialistId, changeId, who: asker.staff.staffId };
      const wanted = textIn(form, 'do');
      const answer =
        wanted === 'ask'
          ? await identityChanges.ask(about, programme)
          : wanted === 'apply'
            ? await identityChanges.apply(about)
            : wanted === 'refuse'
              ? await identityChanges.refuse(about, textIn(form, 'why'))
              : 'identity-moved-on';
      return context.redirect(`${personAddress(specialistId)}?${new URLSearchParams({ said: answer })}#changes`, 303);
    },
  };
}
