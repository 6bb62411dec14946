import type { Hono } from 'hono';
import { makeConsole } from '#functions/console/app.ts';
import type { ConsoleDeps } from '#functions/console/console-deps.ts';
import { makeFolderAssets } from '#shared/adapters/local/folder-assets.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';

/** A picture of one white pixel. */
export const onePixelPng = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64'),
);

export type Desk = { app: Hono; records: RecordStore & { close(): void }; files: FileStore; drawn: number[] };

/** The console over a real record store in memory and a real file store in `folder`. It is 22 November 2026. */
export function openDesk(folder: string, own: Partial<ConsoleDeps> = {}): Desk {
  const records = openSqliteRecordStore(':memory:');
  const files = openFolderFileStore(folder);
  const drawn: number[] = [];
  const documentReader: ConsoleDeps['documentReader'] = {
    draw: async (_file, page) => {
      drawn.push(page);
      return onePixelPng;
    },
  };
  const deps: ConsoleDeps = {
    records,
    files,
    documentReader,
    assets: makeFolderAssets({ own: 'functions/console/assets', uswds: 'node_modules/@uswds/uswds/dist' }),
    clock: { now: () => '2026-11-22T14:00:00.000Z' },
    programme: { name: 'Louisiana peer support', timeZone: 'America/Chicago', rulePages: [] },
    hostNames: ['localhost', '127.0.0.1'],
    access: 'this-machine-only',
    ...own,
  };
  return { app: makeConsole(deps), records, files, drawn };
}

export async function pageText(desk: Pick<Desk, 'app'>, address: string): Promise<string> {
  return (await desk.app.request(address)).text();
}
