import { createMiddleware } from 'hono/factory';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * Sent with every answer, also with errors. Only scripts of our own files run, and none of them may make markup from text;
 * nothing may be loaded from elsewhere or kept. With `no-referrer` a
 * browser would send our own forms with the origin "null"; `same-origin` tells strangers as little.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-frame-options': 'DENY',
};

export const withSecurityHeaders = createMiddleware(async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders)) {
    // a download has a stricter policy of its own
    if (name !== 'content-security-policy' || !context.res.headers.has(name)) context.res.headers.set(name, value);
  }
  if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
});

/** Answers only to its own names. See `ConsoleDeps.hostNames`. */
export function answerOnlyTo(hostNames: readonly string[] | 'any') {
  return createMiddleware(async (context, next) => {
    if (hostNames === 'any' || hostNames.includes(new URL(context.req.url).hostname)) return next();
    return context.text('This address is not served here.', 421);
  });
}
