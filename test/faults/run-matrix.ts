import { flagsOfCommand } from '#test/builders/flags-of-command.ts';
import { type Broken, type Cell, cellsOf, drawn, inWords, playPlain, tryCell } from './matrix.ts';
import { scenarios } from './scenarios.ts';
import { removeAll } from './try-scenario.ts';

/**
 * `npm run fault-matrix`: every call of every port times every fault, and every effect times a kill. `--only WORDS` takes scenarios with
 * these words in their name, `--share 0.1 --seed 7` a part of each.
 */
const values = flagsOfCommand('npm run fault-matrix -- [--only WORDS] [--share 0.1] [--seed 7]', {
  only: { type: 'string', default: '' },
  share: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
});

const perStep = new Map<string, number>();

async function main(): Promise<void> {
  const started = performance.now();
  const chosen = scenarios.filter(({ name }) => name.includes(values.only));
  const broken: Broken[] = [];
  let tried = 0;
  for (const scenario of chosen) {
    const plain = await playPlain(scenario);
    const all = cellsOf(plain);
    const cells = drawn(all, Math.ceil(all.length * Number(values.share)), values.seed);
    const before = broken.length;
    for (const [at, cell] of cells.entries()) {
      const found = await tryCell(plain, cell);
      note(cell);
      tried += 1;
      if (found !== null) {
        broken.push(found);
        console.log(inWords(found));
      }
      if (at % 200 === 199) console.log(`  ${scenario.name}: ${at + 1} of ${cells.length}`);
    }
    console.log(
      `${scenario.name}: ${plain.without.calls.length} calls, ${cells.length} faults, ${broken.length - before} with another end`,
    );
  }
  for (const [step, count] of [...perStep].sort()) console.log(`  ${step.padEnd(34)} ${count}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${tried} faults in ${seconds} s (seed ${values.seed}, share ${values.share}); ${broken.length} led to another end`,
  );
  await removeAll();
  process.exit(broken.length > 0 ? 1 : 0);
}

function note({ call, kind }: Cell): void {
  const name = `${call.split(' ')[0]} ${kind}`;
  perStep.set(name, (perStep.get(name) ?? 0) + 1);
}

await main();
