import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { asAttachment } from '#shared/domain/as-attachment.ts';
import { isOverdue } from '#shared/domain/download.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findDownload } from '#shared/records/download-records.ts';

export type OriginalsDeps = {
  records: Pick<RecordStore, 'find' | 'write'>;
  files: Pick<FileStore, 'has' | 'read'>;
  clock: Clock;
};
export type OriginalsApp = Hono;

/** Should a browser show a download all the same, it shows it where nothing runs, nothing is loaded and nothing is framed. */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-frame-options': 'DENY',
};

const withHeaders = createMiddleware(async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
});

const worthless =
  'This link is not good any more: it works once, within a minute. Go back to the case and choose the file again.';

/**
 * The origin that strangers' files leave from: nothing else is here, no page, no script, no cookie and nobody's session. The
 * desk has asked who may and has written it down before it gave out the link, so the link is all the authority there is: it
 * works once, for one minute, for one file (decision 0035).
 */
export function makeOriginals({ records, files, clock }: OriginalsDeps): OriginalsApp {
  const app: OriginalsApp = new Hono();
  app.use(withHeaders);
  app.get('/file', async (context) => {
    if (!isOpenedByPerson(context)) return context.text('Only a link of the desk is followed here.', 403);
    const secret = context.req.query('link') ?? '';
    const found = /^[\w-]{43}$/.test(secret) ? await findDownload(records, secret) : null;
    if (found === null || isOverdue(found.download, clock.now())) return context.text(worthless, 403);
    const { fileKey, name } = found.download;
    // destroyed in this very minute, by a retention period
    if (!(await files.has(fileKey))) return context.text('This file is not here any more.', 404);
    const bytes = await files.read(fileKey);
    if ((await records.write([found.useUp])) === 'conflict') return context.text(worthless, 403);
    context.header('content-type', 'application/octet-stream');
    context.header('content-disposition', asAttachment(name));
    return context.body(Uint8Array.from(bytes));
  });
  app.notFound((context) => context.text('There is nothing here.', 404));
  // what went wrong may name a path: the answer says only that it did
  app.onError((fault, context) => {
    const isBusy = fault.name === 'TryAgain';
    return context.text('It did not work. Go back to the case and try again.', isBusy ? 503 : 500);
  });
  return app;
}

/** What looks ahead, frames or embeds would use the link up before the person has the file. */
function isOpenedByPerson({ req }: Context): boolean {
  const dest = req.header('sec-fetch-dest');
  const isAhead = (req.header('sec-purpose') ?? req.header('purpose') ?? '').includes('prefetch');
  return req.method === 'GET' && !isAhead && (dest === undefined || dest === 'document');
}
