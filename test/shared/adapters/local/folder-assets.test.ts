import { describe, expect, it } from 'vitest';
import { makeFolderAssets } from '#shared/adapters/local/folder-assets.ts';

const assets = makeFolderAssets({ own: 'functions/console/assets', uswds: 'node_modules/@uswds/uswds/dist' });

describe('the files a browser needs', () => {
  it.each([
    ['console.css', 'text/css; charset=utf-8'],
    ['uswds.css', 'text/css; charset=utf-8'],
    ['uswds/fonts/source-sans-pro/sourcesanspro-bold-webfont.woff2', 'font/woff2'],
    ['uswds/img/usa-icons/warning.svg', 'image/svg+xml'],
  ])('come from this machine, by their kind: %s', async (name, mediaType) => {
    const asset = await assets(name);
    expect(asset?.mediaType).toBe(mediaType);
    expect(asset?.bytes.length).toBeGreaterThan(100);
  });

  it.each(['nothing.css', '../app.ts', '../../../package.json', 'uswds/../../package.json', 'uswds/../css/x.css', ''])(
    'are nothing else: %s',
    async (name) => {
      expect(await assets(name)).toBeNull();
    },
  );
});
