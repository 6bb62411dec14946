import { waysOfCopying } from './marks-copies.ts';
import { both, type Counted, countBoxes, countSignatures, isWrong, type Said, type Seen } from './marks-count.ts';

/**
 * `node test/corpus/marks.ts [pages] [seed]`: how often two measures of ticks and signatures are right, wrong, or cannot
 * tell, on drawn pages that were copied in many ways.
 */
const pages = Number(process.argv[2] ?? 12);
const seed = process.argv[3] ?? 'marks';
const resolutions = [150, 200, 300] as const;

async function all(count: typeof countBoxes, ringShare = 0): Promise<Counted> {
  const total: Counted = { seen: [], extra: 0 };
  for (let page = 0; page < pages; page++) {
    for (const [turn, dotsPerInch] of resolutions.entries()) {
      const way = waysOfCopying[(page + turn * 2) % waysOfCopying.length] ?? 'scan';
      const counted = await count({ seed: `${seed} ${page}`, dotsPerInch, way, ringShare });
      total.seen.push(...counted.seen);
      total.extra += counted.extra;
    }
  }
  return total;
}

const answers: readonly Said[] = ['yes', 'no', 'cannot tell', 'not found'];

function report(title: string, { seen, extra }: Counted): void {
  const measures: [string, (one: Seen) => Said][] = [
    ['first', (one) => one.first],
    ['second', (one) => one.second],
    ['both', both],
  ]; // prettier-ignore
  console.log(`\n${title}: ${seen.length}, found where there is none: ${extra}`);
  for (const [name, of] of measures) {
    const wrong = seen.filter((one) => isWrong(of(one), one));
    const right = seen.filter((one) => ['yes', 'no'].includes(of(one))).length - wrong.length;
    console.log(`${name}: right ${right}, wrong ${wrong.length}, cannot tell ${seen.length - right - wrong.length}`);
  }
  for (const kind of [...new Set(seen.map((one) => one.kind))].sort()) {
    const own = seen.filter((one) => one.kind === kind);
    const row = measures.map(([name, of]) => {
      const counts = answers.map((answer) => own.filter((one) => of(one) === answer).length);
      return `${name} ${counts
        .map(String)
        .map((count) => count.padStart(4))
        .join('')}`; // prettier-ignore
    });
    console.log(`${kind.padEnd(14)} ${row.join(' | ')}   (yes, no, cannot tell, not found)`);
  }
  for (const one of seen) {
    if (isWrong(both(one), one)) console.log(`WRONG: ${one.kind} believed ${both(one)}: ${one.where}`);
  }
}

report('square boxes', await all(countBoxes));
report('round boxes', await all(countBoxes, 1));
report('places to sign', await all(countSignatures));
