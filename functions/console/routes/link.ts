import { noteAtDesk } from '#shared/records/history-records.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { linkPage } from '../pages/link-page.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import { homeOf } from '../route-table.ts';
import { openLink, refusedPassword, useLink } from '../sign-in/one-time-links.ts';
import { makeSessionCookie } from '../sign-in/session-cookie.ts';

/** Links that work once: the first password of a local account, and the demo's way in. */
export function linkRoutes(deps: ConsoleDeps): Pick<Handlers, 'link' | 'useLink'> {
  const cookie = makeSessionCookie(deps.publicUrl);
  const { signIn } = deps;

  function isNoUse(context: DeskContext) {
    return context.html(signInPage(context.var.frame, signIn.by, { trouble: 'link-used', to: '/' }), 404);
  }

  return {
    async link(context) {
      const secret = context.req.param('secret');
      const opened = signIn.by === 'password' ? await openLink(deps, secret) : null;
      if (opened === null) return isNoUse(context);
      cookie.probe(context);
      return context.html(linkPage(context.var.frame, secret, opened, null));
    },

    async useLink(context) {
      const secret = context.req.param('secret');
      const opened = signIn.by === 'password' ? await openLink(deps, secret) : null;
      if (opened === null || signIn.by !== 'password') return isNoUse(context);
      const form = await readForm(context);
      const chosen = opened.does === 'set-up' ? textIn(form, 'password') : null;
      const refused = chosen === null ? null : refusedPassword(chosen, textIn(form, 'again'), opened.staff.signInName);
      if (refused !== null) return context.html(linkPage(context.var.frame, secret, opened, refused), 422);
      const begun = await useLink({ ...deps, passwords: signIn.passwords }, secret, chosen);
      if (begun === null) return isNoUse(context);
      cookie.set(context, begun.secret);
      const action = chosen === null ? 'signed-in' : 'password-chosen';
      const { staffId: who } = opened.staff;
      await noteAtDesk(deps.records, { at: deps.clock.now(), by: 'person', action, codes: [], who });
      return context.redirect(homeOf(opened.staff.roles), 303);
    },
  };
}
