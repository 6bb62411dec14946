import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flagsOfCommand } from '#test/builders/flags-of-command.ts';
import { corpusOf } from './corpus-folder.ts';
import { fallenThrough, readFloors } from './floors.ts';
import { captureOf } from './make/captures.ts';
import { chanceOf } from './make/chance.ts';
import { type Planned, planCorpus } from './make/plan.ts';
import { type Measured, measureAll } from './measure.ts';
import { accuracyInWords, costsInWords } from './print-accuracy.ts';
import { openCorpusReader } from './read-corpus.ts';
import { reliabilityPlot } from './reliability-plot.ts';
import { sampleFiles } from './sample-mails.ts';
import { calibrationOf } from './tally.ts';

/** Makes the corpus where it is missing, has the product read it, prints how well, and ends with 1 when a floor was fallen through. */
const usage = 'npm run accuracy -- [--short] [--only MEDIUM|KIND|LAYOUT|samples] [--seeds N] [--json FILE] [--plot]';
const options = {
  short: { type: 'boolean' },
  plot: { type: 'boolean' },
  only: { type: 'string' },
  seeds: { type: 'string' },
  json: { type: 'string' },
} as const;
const folder = join(import.meta.dirname, '../../dist/corpus');

function isWanted({ layout, capture, name }: Planned, only: string): boolean {
  const medium = capture === 'docx' ? 'docx' : captureOf(capture).medium;
  return (
    layout.name.startsWith(`${only}-`) || [medium, capture, layout.kind, layout.name, layout.split, name].includes(only)
  );
}

/** A third, the same one every time. */
const inShortRun = ({ name }: Planned) => chanceOf(`short ${name}`).is(1 / 3);

/** Progress goes to the error output, so that the figures can be kept in a file. */
const progress = (what: string) => (done: number, all: number) => {
  if (done % 10 === 0 || done === all) process.stderr.write(`\r${what} ${done} of ${all}${done === all ? '\n' : ''}`);
};

async function main(): Promise<number> {
  const asked = flagsOfCommand(usage, options);
  const run = asked.short ? 'short' : 'full';
  const planned = planCorpus(Number(asked.seeds ?? 1))
    .filter((one) => asked.only === undefined || isWanted(one, asked.only))
    .filter((one) => run === 'full' || inShortRun(one));
  const isOnlySamples = asked.only === 'samples';
  if (planned.length === 0 && !isOnlySamples)
    throw new Error('nothing in the corpus is called that: name a medium, a kind or a layout, or samples');
  const corpus = await corpusOf(planned, { folder, onMade: progress('made') });
  const samples = isOnlySamples || (asked.only === undefined && run === 'full') ? await sampleFiles() : [];
  const reader = await openCorpusReader();
  const { measured, costs } = await measureAll(reader, corpus, progress('read'));
  const beside = await measureAll(reader, samples, progress('read, samples'));
  await reader.close();
  const [fit, held] = [
    measured.filter(({ made }) => made.split === 'fit'),
    measured.filter(({ made }) => made.split === 'held'),
  ];
  const values = measured.flatMap(({ score }) => score.values);
  console.log(accuracyInWords('layouts to fit on', fit));
  console.log(accuracyInWords('held layouts', held));
  if (samples.length > 0) console.log(accuracyInWords('sample mails', beside.measured));
  console.log(costsInWords(costs));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'values.jsonl'), values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  if (asked.json !== undefined)
    await writeFile(
      asked.json,
      JSON.stringify({ costs, values, samples: beside.measured.flatMap(({ score }) => score.values) }),
    );
  if (asked.plot)
    await writeFile(join(folder, 'reliability.svg'), reliabilityPlot('Generated corpus', calibrationOf(values)));
  const isWhole = asked.only === undefined && asked.seeds === undefined;
  return isWhole ? checkFloors(held, run) : 0;
}

/** 1 when a floor was fallen through. */
function checkFloors(held: readonly Measured[], run: 'full' | 'short'): number {
  const floors = readFloors(run);
  if (floors === null) console.log(`\nThere are no floors for a ${run} run yet.`);
  const fallen = floors === null ? [] : fallenThrough(held, floors);
  for (const sentence of fallen) console.log(`BELOW THE FLOOR  ${sentence}`);
  if (floors !== null && fallen.length === 0) console.log('\nAll floors hold.');
  return fallen.length === 0 ? 0 : 1;
}

process.exitCode = await main();
