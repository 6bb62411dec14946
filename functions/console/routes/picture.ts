import { fileIdSchema } from '#shared/domain/ids.ts';
import { noteOpened } from '../access/note-opening.ts';
import { makeFindPagePicture, pageNumberMax } from '../cases/page-picture.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';

/** A page as a picture that we drew: the stranger's own bytes never reach a browser. */
export function pictureRoutes(deps: ConsoleDeps): Pick<Handlers, 'picture'> {
  const findPagePicture = makeFindPagePicture(deps);
  return {
    async picture(context) {
      const fileId = fileIdSchema.parse(context.req.param('fileId'));
      const page = Number.parseInt(context.req.param('name'), 10);
      if (page < 1 || page > pageNumberMax) return context.notFound();
      const { asker, submissionId } = context.var;
      const picture = await findPagePicture({ submissionId, fileId, page });
      if (picture === null || asker === null) return context.notFound();
      await noteOpened(deps, asker, submissionId, { what: 'opened-pages', codes: [fileId] });
      context.header('content-type', 'image/png');
      return context.body(Uint8Array.from(picture));
    },
  };
}
