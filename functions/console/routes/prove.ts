import { readForm, textIn } from '../access/read-form.ts';
import { ownPath } from '../access/same-origin.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { provePage } from '../pages/prove-page.ts';
import { noteProof } from '../sign-in/sessions.ts';
import { tryPassword } from '../sign-in/try-password.ts';

/** Who was signed in for longer shows once more who they are. */
export function proveRoutes(deps: ConsoleDeps): Pick<Handlers, 'prove' | 'sendProof'> {
  const { signIn } = deps;
  return {
    prove: (context) => context.html(provePage(context.var.frame, signIn.by, ownPath(context.req.query('to')), null)),

    async sendProof(context) {
      const { asker, frame } = context.var;
      if (signIn.by !== 'password' || asker === null) return context.notFound();
      const form = await readForm(context);
      const to = ownPath(form.get('to'));
      const { passwords } = signIn;
      const tried = await tryPassword({ ...deps, passwords }, asker.staff.signInName, textIn(form, 'password'));
      if (tried.outcome === 'wait')
        return context.html(provePage(frame, signIn.by, to, `Wait ${tried.seconds} s, then try again.`), 429);
      if (tried.outcome === 'wrong')
        return context.html(provePage(frame, signIn.by, to, 'This is not your password. Try again.'), 422);
      await noteProof(deps, asker.secret);
      return context.redirect(to, 303);
    },
  };
}
