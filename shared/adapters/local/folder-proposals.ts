import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { readProgrammePages } from './folder-programme.ts';

type Proposals = {
  where: string;
  names(): Promise<string[]>;
  pages(name: string): Promise<Record<string, string> | null>;
};

const isProgramme = (folder: string) => existsSync(join(folder, 'programme.md'));

/**
 * Proposed programmes: each a folder of pages inside `folder`, or `folder` itself. They are read anew every time, because
 * somebody is writing them. A name that is not among `names` is never made into a path.
 */
export function makeFolderProposals(folder: string): Proposals {
  const find = async (): Promise<Map<string, string>> => {
    if (isProgramme(folder)) return new Map([[basename(resolve(folder)), folder]]);
    const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
    const inside = entries.filter((entry) => entry.isDirectory() && isProgramme(join(folder, entry.name)));
    return new Map(inside.map(({ name }) => [name, join(folder, name)]));
  };
  return {
    where: folder,
    names: async () => [...(await find()).keys()].sort(),
    pages: async (name) => {
      const path = (await find()).get(name);
      return path === undefined ? null : readProgrammePages(path);
    },
  };
}
