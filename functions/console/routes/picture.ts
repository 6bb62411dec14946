import type { Hono } from 'hono';
import { fileIdSchema } from '#shared/domain/ids.ts';
import { findSubmissionId } from '../cases/find-case.ts';
import { makeFindPagePicture, pageNumberMax } from '../cases/page-picture.ts';
import type { ConsoleDeps } from '../console-deps.ts';

/** A page as a picture that we drew: the stranger's own bytes never reach a browser. */
export function addPictureRoutes(app: Hono, deps: ConsoleDeps): void {
  const findPagePicture = makeFindPagePicture(deps);
  app.get('/cases/:reference/files/:fileId{file_[0-9]{4}}/pages/:name{[0-9]{1,4}\\.png}', async (context) => {
    const { reference, name } = context.req.param();
    const fileId = fileIdSchema.parse(context.req.param('fileId'));
    const page = Number.parseInt(name, 10);
    const submissionId = await findSubmissionId(deps.records, reference);
    if (submissionId === null || page < 1 || page > pageNumberMax) return context.notFound();
    const picture = await findPagePicture({ submissionId, fileId, page });
    if (picture === null) return context.notFound();
    context.header('content-type', 'image/png');
    return context.body(Uint8Array.from(picture));
  });
}
