import { z } from 'zod';

/** `smtp://host:25` or `smtps://user:secret@host:465` */
export const relaySchema = z.url({ protocol: /^smtps?$/ });

/** An SMTP server that takes mail for everybody. `isSecure` is TLS from the first byte (port 465). */
export type Relay = { host: string; port: number; isSecure: boolean; login: { user: string; password: string } | null };

export function relayOf(text: string): Relay {
  const url = new URL(text);
  const isSecure = url.protocol === 'smtps:';
  const login = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const port = url.port === '' ? (isSecure ? 465 : 25) : Number(url.port);
  return { host: url.hostname, port, isSecure, login: login.user === '' ? null : login };
}
