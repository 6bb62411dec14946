import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { endSession } from '#shared/records/session-records.ts';

const name = 'desk';
const probeName = 'desk-probe';
const plain = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;
const hosted = { ...plain, secure: true, prefix: 'host' } as const;

export type SessionCookie = {
  read(context: Context): string | null;
  /** with the page that asks for the password */
  probe(context: Context): void;
  set(context: Context, secret: string): void;
  drop(context: Context): void;
  /** a new sign-in, or a sign-out: the session that this browser had until now is over */
  endEarlier(context: Context, records: RecordStore): Promise<void>;
};

/**
 * Under https the key of the session travels as `__Host-desk`: only over https, only to this host, set by nobody else. On one
 * machine there is no https. A browser that holds loopback for safe (Chromium, Firefox) takes the same cookie there, and shows
 * so by sending back the probe that came with the sign-in page; another (Safari) gets it without Secure and prefix, which on
 * loopback lets nobody see more: nothing leaves the machine. See decision 0014.
 */
export function makeSessionCookie(publicUrl: string | null): SessionCookie {
  const isEncrypted = (context: Context) => new URL(publicUrl ?? context.req.url).protocol === 'https:';
  function read(context: Context): string | null {
    const hostedSecret = getCookie(context, name, 'host');
    const secret = hostedSecret ?? (isEncrypted(context) ? undefined : getCookie(context, name));
    return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : null;
  }

  return {
    read,
    probe: (context) => setCookie(context, probeName, '1', hosted),
    set(context, secret) {
      const takesHosted = isEncrypted(context) || getCookie(context, probeName, 'host') === '1';
      setCookie(context, name, secret, takesHosted ? hosted : plain);
    },
    drop(context) {
      setCookie(context, name, '', { ...hosted, maxAge: 0 });
      if (!isEncrypted(context)) setCookie(context, name, '', { ...plain, maxAge: 0 });
    },
    async endEarlier(context, records) {
      const secret = read(context);
      if (secret !== null) await endSession(records, secret);
    },
  };
}
