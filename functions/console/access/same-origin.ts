import type { Context } from 'hono';

/**
 * Whether a form was sent by a page of this desk. Browsers say so themselves in Sec-Fetch-Site; one that does not says where
 * the form stood in Origin; what says neither is no browser of the office.
 */
export function isFromThisDesk(context: Context, publicUrl: string | null): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  return context.req.header('origin') === new URL(publicUrl ?? context.req.url).origin;
}

/** An address of this desk to go on to, as it came in a query or a form; anything else becomes the front page. */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 500) return '/';
  return /^\/(?![/\\])[\w/.~%?=&#+:-]*$/.test(asked) ? asked : '/';
}
