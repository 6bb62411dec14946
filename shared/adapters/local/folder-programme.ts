import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Programme } from '#shared/rules/programme.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { commonTopics } from '#shared/rules/topics/topic-book.ts';

const commonFolder = join(import.meta.dirname, '..', '..', 'rules', commonTopics);

/**
 * The pages of a programme's folder by their path inside it, with forward slashes, and the common pages of topics. A folder
 * that has common pages of its own keeps them: so a copy of an earlier day still says what it said.
 */
export async function readProgrammePages(folder: string): Promise<Record<string, string>> {
  const own = await readPages(folder);
  if (Object.keys(own).some((path) => path.startsWith(commonTopics))) return own;
  const common = await readPages(commonFolder);
  return { ...own, ...Object.fromEntries(Object.entries(common).map(([path, text]) => [commonTopics + path, text])) };
}

async function readPages(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name));
  const pages = await Promise.all(
    paths.map(async (path) => [inside(folder, path), await readFile(path, 'utf8')] as const),
  );
  return Object.fromEntries(pages);
}

function inside(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** A programme from its folder on disk. Throws GiveUp with every problem when a page cannot be read. */
export async function readProgrammeFolder(folder: string): Promise<Programme> {
  return readProgramme(await readProgrammePages(folder));
}
