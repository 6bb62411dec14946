import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commonTopics } from '#shared/rules/topics/topic-book.ts';
import { readBundlePages } from './bundle-pages.ts';

type Proposals = {
  where: string;
  names(): Promise<string[]>;
  pages(name: string): Promise<Record<string, string> | null>;
};

/**
 * The proposed programmes that were deployed beside the code; none where the repository held none. One without common pages of
 * topics takes those of the programme that is applied, as on one machine.
 */
export function listBundleProposals(
  folder: string,
  applied: Readonly<Record<string, string>>,
  where: string,
): Proposals {
  const isCommon = ([path]: [string, string]) => path.startsWith(commonTopics);
  const common = Object.fromEntries(Object.entries(applied).filter(isCommon));
  const read = (name: string): Record<string, string> => {
    const own = readBundlePages(join(folder, name));
    return Object.entries(own).some(isCommon) ? own : { ...common, ...own };
  };
  const names = globSync('*/programme.md', { cwd: folder }).map(dirname).sort();
  return {
    where,
    names: async () => names,
    pages: async (name) => (names.includes(name) ? read(name) : null),
  };
}
