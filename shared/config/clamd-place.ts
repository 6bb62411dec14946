import { z } from 'zod';

/** `clamd.office.internal:3310`, `[::1]:3310`, or the path of a socket */
export const clamdSchema = z.string().regex(/^(?:\/.{1,100}|(?:[\w.-]{1,253}|\[[0-9a-fA-F:]{2,45}\]):\d{1,5})$/);

/** `path` null: host and port count; else the socket of that path. */
export type ClamdPlace = { path: string } | { path: null; host: string; port: number };

export function clamdOf(text: string): ClamdPlace {
  if (text.startsWith('/')) return { path: text };
  const colon = text.lastIndexOf(':');
  return { path: null, host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)) };
}
