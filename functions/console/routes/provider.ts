import { getCookie, setCookie } from 'hono/cookie';
import { noteAtDesk } from '#shared/records/history-records.ts';
import { ownPath } from '../access/same-origin.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import { homeOf } from '../route-table.ts';
import { beginAtProvider, finishAtProvider } from '../sign-in/provider-sign-in.ts';
import { makeSessionCookie } from '../sign-in/session-cookie.ts';

const ticketCookie = 'desk-ticket';
const ticketPath = { path: '/', httpOnly: true, sameSite: 'Lax', secure: true, prefix: 'host' } as const;
const ticketSeconds = 600;

/** To the provider that knows the people of the office, and back. */
export function providerRoutes(deps: ConsoleDeps): Pick<Handlers, 'toProvider' | 'fromProvider'> {
  const cookie = makeSessionCookie(deps.publicUrl);
  const { signIn } = deps;
  return {
    async toProvider(context) {
      if (signIn.by !== 'provider') return context.notFound();
      const asked = { to: ownPath(context.req.query('to')), again: context.req.query('again') === '1' };
      const { address, browserSecret } = await beginAtProvider({ ...deps, provider: signIn.provider }, asked);
      setCookie(context, ticketCookie, browserSecret, { ...ticketPath, maxAge: ticketSeconds });
      return context.redirect(address, 303);
    },

    async fromProvider(context) {
      if (signIn.by !== 'provider') return context.notFound();
      const browserSecret = getCookie(context, ticketCookie, 'host') ?? null;
      setCookie(context, ticketCookie, '', { ...ticketPath, maxAge: 0 });
      const { search } = new URL(context.req.url);
      const returned = await finishAtProvider({ ...deps, provider: signIn.provider }, search, browserSecret);
      if (returned.outcome !== 'signed-in') {
        const trouble = returned.outcome === 'no-role' ? 'no-role' : 'unproven';
        return context.html(signInPage(context.var.frame, 'provider', { trouble, to: '/' }), 403);
      }
      const { staff, begun, to } = returned;
      await cookie.endEarlier(context, deps.records);
      cookie.set(context, begun.secret);
      const at = deps.clock.now();
      await noteAtDesk(deps.records, { at, by: 'person', action: 'signed-in', codes: [], who: staff.staffId });
      return context.redirect(to === '/' ? homeOf(staff.roles) : to, 303);
    },
  };
}
