import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';

/** Our own style and scripts, and what U.S. Web Design System's style asks for. No other file has an address. */
const assetName =
  /^(?:(?:console|desk|uswds)\.css|icon\.svg|desk\/[a-z]+(?:-[a-z]+)*\.js|uswds\/(?:fonts|img)(?:\/[a-z0-9][a-z0-9-]*)*\/[A-Za-z0-9_-]+\.(?:woff2|svg|png|jpg))$/;

const folder = '/assets/';

export function assetRoutes({ assets }: ConsoleDeps): Pick<Handlers, 'asset'> {
  return {
    async asset(context) {
      const name = context.req.path.slice(folder.length);
      const asset = assetName.test(name) ? await assets(name) : null;
      if (asset === null) return context.notFound();
      context.header('cache-control', 'private, max-age=3600');
      context.header('content-type', asset.mediaType);
      return context.body(Uint8Array.from(asset.bytes));
    },
  };
}
