import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { documentKindSchema } from '#shared/domain/document.ts';
import { startBrowser } from '#test/journeys/browser.ts';
import { type CaptureName, media } from './make/captures.ts';
import { makeFile } from './make/make-file.ts';
import type { Planned } from './make/plan.ts';

/**
 * The generated files lie in a folder named by the code that makes them: other code makes another folder, the same code
 * finds its files again. A file is there only when it is whole.
 */
const truthSchema = z.object({
  pages: z.tuple([z.number(), z.number()]),
  kind: documentKindSchema,
  fields: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
  trainings: z.array(
    z.object({
      ...{ title: z.string(), provider: z.string(), completedOn: z.string(), hours: z.string() },
      category: z.enum(['ethics', 'core']).optional(),
      priorApproved: z.boolean().optional(),
    }),
  ),
});
const madeSchema = z.object({
  ...{ name: z.string(), file: z.string(), capture: z.string(), layout: z.string(), seed: z.string() },
  split: z.enum(['fit', 'held']),
  medium: z.enum(media),
  documents: z.array(truthSchema),
});
export type Made = z.infer<typeof madeSchema> & { readonly path: string };
export type Truth = z.infer<typeof truthSchema>;

const root = join(import.meta.dirname, '../..');

/** The code of the generator as a name: a change of any of its files makes the corpus anew. */
export function generatorHash(): string {
  const own = globSync('test/corpus/make/**/*.ts', { cwd: root });
  const borrowed = globSync('test/fixtures/make/{content,docx,people,seeded,trainings,word-papers}.ts', { cwd: root });
  const hash = createHash('sha256');
  for (const path of [...own, ...borrowed].sort()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 12);
}

export type MakeOptions = { readonly folder: string; readonly onMade?: (done: number, all: number) => void };

/** Makes the planned files that are not there yet; two at once, as the browser draws while the other is worn. */
export async function corpusOf(planned: readonly Planned[], { folder, onMade }: MakeOptions): Promise<Made[]> {
  const own = join(folder, generatorHash());
  await mkdir(own, { recursive: true });
  await removeOthers(folder, own);
  const missing = planned.filter(({ name }) => !existsSync(join(own, `${name}.json`)));
  if (missing.length > 0) await makeAll(missing, own, onMade);
  return Promise.all(planned.map(({ name }) => readMade(own, name)));
}

const hoursKept = 12;

/** Only folders this program made (their names are hashes), and none that another run may be reading. */
async function removeOthers(folder: string, own: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!/^[0-9a-f]{12}$/.test(name) || path === own) continue;
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > hoursKept * 3_600_000) await rm(path, { recursive: true });
  }
}

async function makeAll(missing: readonly Planned[], own: string, onMade: MakeOptions['onMade']): Promise<void> {
  const browser = await startBrowser();
  if (browser === null) throw new Error('the corpus is drawn by a browser, and none starts on this machine');
  const left = [...missing];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await makeOne(browser, next, own);
      done += 1;
      onMade?.(done, missing.length);
    }
  };
  try {
    await Promise.all([work(), work()]);
  } finally {
    await browser.close();
  }
}

async function makeOne(browser: Browser, planned: Planned, own: string): Promise<void> {
  const { name, seed, capture, layout } = planned;
  const { bytes, ending, medium, documents } = await makeFile(browser, planned);
  const file = `${name}.${ending}`;
  const whole: z.infer<typeof madeSchema> = {
    ...{ name, file, seed, capture: capture satisfies CaptureName | 'docx', layout: layout.name, split: layout.split },
    ...{ medium, documents: truthSchema.array().parse(documents) },
  };
  await writeFile(join(own, file), bytes);
  await writeFile(join(own, `${name}.part`), JSON.stringify(whole, null, 1));
  await rename(join(own, `${name}.part`), join(own, `${name}.json`));
}

async function readMade(own: string, name: string): Promise<Made> {
  const made = madeSchema.parse(JSON.parse(await readFile(join(own, `${name}.json`), 'utf8')));
  return { ...made, path: join(own, made.file) };
}
