import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { handbook } from '#shared/rules/handbook/handbook.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';

/** Writes the handbook of a programme's folder; without a file it goes to `.tmp`, by the programme's name. */
export async function writeHandbook(folder: string, out: string | undefined): Promise<string> {
  const pages = await readProgrammePages(folder);
  const programme = readProgramme(pages);
  const file = out ?? `.tmp/handbook-${programme.id}.html`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, handbook(programme, pages));
  return file;
}
