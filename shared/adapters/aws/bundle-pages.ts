import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GiveUp } from '#shared/domain/faults.ts';

/** The programme's pages that lie beside the code, by path inside their folder. Read once, at the start. */
export function readBundlePages(folder: string): Record<string, string> {
  const paths = globSync('**/*.md', { cwd: folder }).sort();
  if (paths.length === 0) throw new GiveUp('there are no pages of a programme beside the code');
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
