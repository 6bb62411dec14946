import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listBundleProposals } from '#shared/adapters/aws/bundle-proposals.ts';
import { makeFolderProposals } from '#shared/adapters/local/folder-proposals.ts';

const hosts = [
  ['on one machine', makeFolderProposals],
  ['beside the code of a Lambda', (folder: string) => listBundleProposals(folder, {}, folder)],
] as const;

async function folderWith(...names: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'proposed-'));
  for (const name of names) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'programme.md'), `# ${name}\n`);
  }
  return folder;
}

it.each(hosts)('proposals are the folders that hold a programme, by name (%s)', async (_, open) => {
  const folder = await folderWith('later', 'four-hours');
  await mkdir(join(folder, 'notes'));
  const proposals = open(folder);
  expect(await proposals.names()).toEqual(['four-hours', 'later']);
  expect((await proposals.pages('later'))?.['programme.md']).toBe('# later\n');
});

it.each(hosts)('a name that is none of them leads nowhere, whatever path it looks like (%s)', async (_, open) => {
  const folder = await folderWith('inside/four-hours', 'outside');
  const proposals = open(join(folder, 'inside'));
  for (const name of ['../outside', '', '.', '/etc']) expect(await proposals.pages(name)).toBeNull();
});

it.each(hosts)('where the folder is not there nothing is proposed (%s)', async (_, open) => {
  expect(await open(join(tmpdir(), 'no such folder')).names()).toEqual([]);
});

it('on one machine the folder may be a programme itself, and is read anew each time', async () => {
  const folder = await folderWith('four-hours');
  const proposals = makeFolderProposals(join(folder, 'four-hours'));
  expect(await proposals.names()).toEqual(['four-hours']);
  await writeFile(join(folder, 'four-hours', 'programme.md'), '# Changed\n');
  expect((await proposals.pages('four-hours'))?.['programme.md']).toBe('# Changed\n');
});

it('beside the code, a proposal takes the common pages of topics that are applied, and keeps its own where it has some', async () => {
  const folder = await folderWith('later', 'own');
  await mkdir(join(folder, 'own', 'common-topics'));
  await writeFile(join(folder, 'own', 'common-topics', 'ethics.md'), '# Own\n');
  const applied = { 'programme.md': '# Applied\n', 'common-topics/ethics.md': '# Common\n' };
  const proposals = listBundleProposals(folder, applied, folder);
  expect(await proposals.pages('later')).toEqual({
    'programme.md': '# later\n',
    'common-topics/ethics.md': '# Common\n',
  });
  expect((await proposals.pages('own'))?.['common-topics/ethics.md']).toBe('# Own\n');
});
