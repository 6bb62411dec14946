import { createHash, timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { isFreshlyProven, needsProvidersWord } from '#shared/domain/session.ts';
import { findSubmissionId } from '../cases/find-case.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Asker, DeskContext, DeskEnv } from '../handlers.ts';
import { accessPage } from '../pages/access-page.ts';
import { keptFormPage, signInPage } from '../pages/sign-in-page.ts';
import { troublePage } from '../pages/trouble-page.ts';
import { mayOpen, type Route, type RouteName, routeOf } from '../route-table.ts';
import { makeSessionCookie, type SessionCookie } from '../sign-in/session-cookie.ts';
import { askerOf, frameFor } from './asker.ts';
import { formKeyName, keepForm } from './kept-form.ts';
import { readForm } from './read-form.ts';
import { isFromThisDesk, ownPath } from './same-origin.ts';

/**
 * Stands before every handler and asks in this order: is this form from our own page, who is it, may they, is the form of
 * their session, did they prove themselves lately, is there such a case. The answer to all of them is no until shown.
 */
export function guardOf(deps: ConsoleDeps, name: RouteName) {
  const route = routeOf(name);
  const cookie = makeSessionCookie(deps.publicUrl);
  return createMiddleware<DeskEnv>(async (context, next) => {
    if (route.method === 'POST' && !isFromThisDesk(context, deps.publicUrl)) {
      return context.html(accessPage(frameFor(deps, null), 'foreign-form'), 403);
    }
    const isPresent = route.asksByItself !== true;
    const asker = route.may === 'anybody' ? null : await askerOf(deps, cookie, context, isPresent);
    context.set('asker', asker);
    context.set('frame', frameFor(deps, asker));
    if (route.may === 'anybody') return next();
    if (asker === null) return askToSignIn(deps, cookie, context, route);
    if (asksProvider(deps, context, asker)) return context.redirect(toProvider(context), 303);
    return (await refusal(deps, context, name, asker)) ?? next();
  });
}

/** What somebody may do is the provider's to say, and may be otherwise by now: its page sends them straight back while they are known. */
function asksProvider({ signIn, clock }: ConsoleDeps, context: DeskContext, { session }: Asker): boolean {
  const dest = context.req.header('sec-fetch-dest');
  const isPage = context.req.method === 'GET' && (dest === undefined || dest === 'document');
  return signIn.by === 'provider' && isPage && needsProvidersWord(session, clock.now());
}

function toProvider(context: DeskContext): string {
  const { pathname, search } = new URL(context.req.url);
  return `/sign-in/provider?to=${encodeURIComponent(`${pathname}${search}`)}`;
}

/** Why somebody who is signed in does not get what they ask for; null when they do. */
async function refusal(deps: ConsoleDeps, context: DeskContext, name: RouteName, asker: Asker) {
  const { frame } = context.var;
  const route = routeOf(name);
  if (!mayOpen(asker.staff.roles, name)) return context.html(accessPage(frame, 'other-role'), 403);
  const refused = (await wrongForm(context, route, asker)) ?? askForProof(deps, context, route, asker);
  if (refused !== null) return refused;
  if (route.object !== 'case' || (await namesCase(deps, context))) return null;
  return context.html(troublePage(frame, 'not-found'), 404);
}

async function askToSignIn(deps: ConsoleDeps, cookie: SessionCookie, context: DeskContext, route: Route) {
  if (route.method === 'POST') {
    // the way over a provider takes nothing along
    const kept = deps.signIn.by === 'password' ? keepForm(context.req.path, await readForm(context)) : null;
    cookie.probe(context);
    return context.html(signInPage(frameFor(deps, null), deps.signIn.by, { trouble: 'over', to: '/', kept }), 401);
  }
  // a picture or a download inside a page is no place to sign in
  const dest = context.req.header('sec-fetch-dest');
  if (dest !== undefined && dest !== 'document') return context.text('Please sign in first.', 401);
  const { pathname, search } = new URL(context.req.url);
  const asked = `${pathname}${search}`;
  return context.redirect(asked === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(asked)}`, 303);
}

/** A form of an earlier session is not carried out, and not lost either: it is shown again to be sent. */
async function wrongForm(context: DeskContext, { method }: Route, { session }: Asker) {
  if (method !== 'POST') return null;
  const form = await readForm(context);
  const sent = form.get(formKeyName);
  if (typeof sent === 'string' && isSame(sent, session.formKey)) return null;
  return context.html(keptFormPage(context.var.frame, keepForm(context.req.path, form), 'other-session'), 403);
}

function isSame(sent: string, known: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(sent), digest(known));
}

function askForProof({ clock }: ConsoleDeps, context: DeskContext, route: Route, { session }: Asker) {
  if (route.freshlyProven !== true || isFreshlyProven(session, clock.now())) return null;
  // with what was asked of it: a file is made by its query too
  const asked = `${context.req.path}${new URL(context.req.url).search}`;
  const to = route.method === 'GET' ? asked : pageOfForm(context);
  return context.redirect(`/prove?to=${encodeURIComponent(to)}`, 303);
}

/** Where the form stood that was sent. */
function pageOfForm(context: DeskContext): string {
  const page = context.req.header('referer') ?? '';
  return URL.canParse(page) ? ownPath(new URL(page).pathname) : '/';
}

async function namesCase({ records }: ConsoleDeps, context: DeskContext): Promise<boolean> {
  const submissionId = await findSubmissionId(records, context.req.param('reference') ?? '');
  if (submissionId === null) return false;
  context.set('submissionId', submissionId);
  return true;
}
