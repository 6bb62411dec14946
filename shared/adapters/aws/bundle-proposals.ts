import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBundlePages } from './bundle-pages.ts';

type Proposals = {
  where: string;
  names(): Promise<string[]>;
  pages(name: string): Promise<Record<string, string> | null>;
};

/** The proposed programmes that were deployed beside the code; none where the repository held none. */
export function listBundleProposals(folder: string, where: string): Proposals {
  const names = globSync('*/programme.md', { cwd: folder }).map(dirname).sort();
  return {
    where,
    names: async () => names,
    pages: async (name) => (names.includes(name) ? readBundlePages(join(folder, name)) : null),
  };
}
