import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { sections } from './sections.ts';

/** One section in a process of its own, so that its memory and what the engine learned of other code are its own. */
const { values } = parseArgs({
  options: { name: { type: 'string' }, to: { type: 'string' }, short: { type: 'boolean', default: false } },
});
const load = sections[values.name ?? ''];
if (load === undefined || values.to === undefined)
  throw new Error(`--name is one of ${Object.keys(sections).join(', ')}`);
const section = await load();
const tell = (line: string) => process.stderr.write(`  ${line}\n`);
await writeFile(values.to, JSON.stringify(await section({ isShort: values.short, tell })));
// whatever a library left open
process.exit(0);
