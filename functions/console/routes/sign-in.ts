import type { StaffId } from '#shared/domain/staff.ts';
import { noteAtDesk } from '#shared/records/history-records.ts';
import { askerOf, frameFor } from '../access/asker.ts';
import { keptFormIn } from '../access/kept-form.ts';
import { readForm, textIn } from '../access/read-form.ts';
import { ownPath } from '../access/same-origin.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { accessPage } from '../pages/access-page.ts';
import { keptFormPage, type SignInContent, signInPage } from '../pages/sign-in-page.ts';
import { homeOf } from '../route-table.ts';
import { makeSessionCookie } from '../sign-in/session-cookie.ts';
import { beginSession } from '../sign-in/sessions.ts';
import { tryPassword } from '../sign-in/try-password.ts';

export function signInRoutes(deps: ConsoleDeps): Pick<Handlers, 'signIn' | 'sendSignIn' | 'signOut' | 'signedOut'> {
  const cookie = makeSessionCookie(deps.publicUrl);
  const { signIn } = deps;

  function askAgain(context: DeskContext, content: SignInContent, status: 200 | 401 | 429) {
    cookie.probe(context);
    return context.html(signInPage(context.var.frame, signIn.by, content), status);
  }

  return {
    async signIn(context) {
      const asker = await askerOf(deps, cookie, context);
      const to = ownPath(context.req.query('to'));
      if (asker !== null) return context.redirect(to === '/' ? homeOf(asker.staff.roles) : to, 303);
      return askAgain(context, { trouble: null, to }, 200);
    },

    async sendSignIn(context) {
      if (signIn.by !== 'password') return context.notFound();
      const form = await readForm(context);
      const kept = keptFormIn(form.get('kept'));
      const to = ownPath(form.get('to'));
      const { passwords } = signIn;
      const tried = await tryPassword({ ...deps, passwords }, textIn(form, 'signInName'), textIn(form, 'password'));
      if (tried.outcome === 'wait')
        return askAgain(context, { trouble: 'wait', to, kept, secondsToWait: tried.seconds }, 429);
      if (tried.outcome === 'wrong' && tried.of !== null) await note('wrong-password', undefined, [tried.of]);
      if (tried.outcome === 'wrong') return askAgain(context, { trouble: 'wrong', to, kept }, 401);
      await cookie.endEarlier(context, deps.records);
      const begun = await beginSession(deps, tried.staff.staffId);
      if (begun === null) return askAgain(context, { trouble: 'wait', to, kept }, 429);
      cookie.set(context, begun.secret);
      await note('signed-in', tried.staff.staffId);
      const asker = { staff: tried.staff, session: begun.session, secret: begun.secret };
      if (kept !== null) return context.html(keptFormPage(frameFor(deps, asker), kept, 'signed-in-again'));
      return context.redirect(to === '/' ? homeOf(tried.staff.roles) : to, 303);
    },

    async signOut(context) {
      await cookie.endEarlier(context, deps.records);
      await note('signed-out', context.var.asker?.staff.staffId);
      cookie.drop(context);
      return context.redirect('/signed-out', 303);
    },

    async signedOut(context) {
      const address = signIn.by === 'provider' ? await signIn.provider.signOutAddress().catch(() => null) : null;
      return context.html(accessPage(context.var.frame, 'signed-out', address));
    },
  };

  function note(action: string, who: StaffId | undefined, codes: string[] = []): Promise<void> {
    return noteAtDesk(deps.records, { at: deps.clock.now(), by: 'person', action, codes, ...(who ? { who } : {}) });
  }
}
