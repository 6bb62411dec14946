import { hoursMax, hoursMaxAtProvider } from '#shared/domain/session.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Asker, DeskContext } from '../handlers.ts';
import type { Frame } from '../pages/layout.ts';
import { mayOpen } from '../route-table.ts';
import type { SessionCookie } from '../sign-in/session-cookie.ts';
import { findAsker } from '../sign-in/sessions.ts';

/** Who asks, by the cookie that came along. */
export async function askerOf(
  deps: ConsoleDeps,
  cookie: SessionCookie,
  context: DeskContext,
  isPresent = true,
): Promise<Asker | null> {
  const secret = cookie.read(context);
  const hours = deps.signIn.by === 'provider' ? hoursMaxAtProvider : hoursMax;
  return secret === null ? null : findAsker(deps, secret, { isPresent, hours });
}

export function frameFor({ programme }: Pick<ConsoleDeps, 'programme'>, asker: Asker | null): Frame {
  if (asker === null) return { programme, viewer: null };
  const { staff, session } = asker;
  return { programme, viewer: { staff, formKey: session.formKey, may: (name) => mayOpen(staff.roles, name) } };
}
