import { z } from 'zod';
import { answer as answerOfDocuments } from '#shared/adapters/local/document-job.ts';
import { answer as answerOfPictures } from '#shared/adapters/local/picture-job.ts';
import { answer as answerOfPlaces } from '#shared/adapters/local/pp-ocr-job.ts';
import { makeRecentPages } from '#shared/adapters/local/recent-pages.ts';
import { pageReadingSchema } from '#shared/domain/reading.ts';
import { prepareAgain } from '#shared/reading/picture/prepare-page.ts';
import { type Engines, openCorpusReader } from './read-corpus.ts';
import { sampleFiles } from './sample-mails.ts';

/**
 * node test/corpus/seconds.ts [NAME]: where the processor time of a scanned page goes, on the sample mails (those whose
 * name has NAME in it). All engines run in this one process: a child's start is not counted, nor what passes between.
 */
const stages = ['draw', 'prepare', 'read', 'look'] as const;
type Stage = (typeof stages)[number];
type Spent = Record<Stage, number> & { pages: number };

const nothing = (): Spent => ({ draw: 0, prepare: 0, read: 0, look: 0, pages: 0 });
let spent = nothing();

async function timed<Result>(stage: Stage, work: () => Promise<Result>): Promise<Result> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  spent[stage] += (user + system) / 1e6;
  return result;
}

const secondsSchema = z.array(
  z.discriminatedUnion('look', [
    z.object({ id: z.string(), look: z.literal('text'), text: z.string().nullable(), confidence: z.number() }),
    z.object({
      ...{ id: z.string(), look: z.enum(['mark', 'signature']) },
      ...{ present: z.boolean().nullable(), confidence: z.number() },
    }),
  ]),
);
const openedSchema = z.custom<Awaited<ReturnType<Engines['documentReader']['read']>>>((value) => value !== null);

/** Pages are prepared while they are read: the same is done once more, only to know how much of the reading it is. */
function enginesInOneProcess(): Engines {
  const drawn = makeRecentPages<Uint8Array>(24_000_000, (page) => page.byteLength);
  return {
    documentReader: {
      read: async (file) => openedSchema.parse(await answerOfDocuments({ work: 'read', ...file })),
      draw: (file, page, dotsPerInch) =>
        drawn.get({ bytes: file.bytes, wanted: `${page} ${dotsPerInch}` }, () =>
          timed('draw', async () => {
            const picture = await answerOfDocuments({ work: 'draw', ...file, page, dotsPerInch });
            return picture instanceof Uint8Array ? picture : null;
          }),
        ),
    },
    textReader: {
      engine: 'tesseract in one process',
      async readPage(picture) {
        spent.pages += 1;
        const read = await timed('read', () => answerOfPictures({ page: 1, ...picture, wanted: 'reading' }));
        await timed('prepare', () => prepareAgain(picture, 0));
        return pageReadingSchema.parse(read);
      },
    },
    secondReader: {
      engine: 'pp-ocr in one process',
      async readPlaces(picture, places) {
        if (places.length === 0) return [];
        const asked = places.map(({ id, look, box }) => ({ id, look, box }));
        const job = { page: 1, ...picture, wanted: 'readings', hasEngine: true, places: asked };
        return secondsSchema.parse(await timed('look', () => answerOfPlaces(job)));
      },
    },
    close: () => Promise.resolve(),
  };
}

const perPage = ({ pages, ...of }: Spent, stage: Stage) => of[stage] / pages;
const whole = (one: Spent) => perPage(one, 'draw') + perPage(one, 'read') + perPage(one, 'look');
const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const inWords = (seconds: number) => seconds.toFixed(2).padStart(9);

const [name = ''] = process.argv.slice(2);
const reader = await openCorpusReader(enginesInOneProcess());
const files = (await sampleFiles()).filter((one) => one.name.includes(name));
const byMedium = new Map<string, Spent[]>();
let isWarm = false;
for (const made of files) {
  spent = nothing();
  await reader.read(made);
  // the first page starts the engines and is not counted
  if (spent.pages > 0 && isWarm) byMedium.set(made.medium, [...(byMedium.get(made.medium) ?? []), spent]);
  isWarm ||= spent.pages > 0;
}
await reader.close();
console.log(`medium       files  median s a page  of it: ${stages.join(', ')} (preparing is a part of reading)`);
for (const [medium, all] of byMedium) {
  const parts = stages.map((stage) => inWords(middle(all.map((one) => perPage(one, stage)))));
  console.log(
    `${medium.padEnd(12)} ${String(all.length).padStart(5)} ${inWords(middle(all.map(whole)))}  ${parts.join('')}`,
  );
}
process.exit(0);
