import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type Pages, readProgramme } from '#shared/rules/read-programme.ts';

const root = join(import.meta.dirname, '..', '..', 'shared', 'rules', 'programmes');

export type NamedProgramme = { folder: string; pages: Pages; programme: Programme };

/** Every programme of the product, by its folder. */
export async function allProgrammes(): Promise<NamedProgramme[]> {
  const folders = readdirSync(root).sort();
  return Promise.all(
    folders.map(async (folder) => {
      const pages = await readProgrammePages(join(root, folder));
      return { folder, pages, programme: readProgramme(pages) };
    }),
  );
}

export async function programmeNamed(folder: string): Promise<Programme> {
  return readProgramme(await readProgrammePages(join(root, folder)));
}
