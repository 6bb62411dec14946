import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type PacketUses, packetUsesSchema, usesSchema } from '#infra/aws/cost/packet-uses.ts';
import { makeTesseractTextReader } from '#shared/adapters/local/tesseract-text-reader.ts';
import { usesOf } from './count-a-walk.ts';
import { packetOf } from './one-packet.ts';

/**
 * What the packets of `npm run cost` use, counted: `npm run cost:measure`. The steps of the intake walk over a form of one page
 * with one certificate, with five, and with five of which three were scanned; the differences are what one more page uses. Store
 * units are those of DynamoDB, counted from what the store was asked; processor time is that of this machine, without the
 * reading of pictures, which Textract does on AWS. `--write` keeps the answer where `npm run cost` reads it.
 */
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });

const folder = await mkdtemp(join(tmpdir(), 'packet-'));
const tesseract = makeTesseractTextReader();
try {
  const uses = async (digital: number, scanned: number) => usesOf(folder, tesseract, await packetOf(digital, scanned));
  await uses(1, 0);
  const one = await uses(1, 0);
  const five = await uses(5, 0);
  const mixed = await uses(2, 3);
  const digitalPage = eachOf(five, one, 4);
  const answer = packetUsesSchema.parse({
    measuredOn: new Date().toISOString().slice(0, 10),
    mail: minus(one, digitalPage),
    digitalPage,
    scannedPage: plus(digitalPage, eachOf(mixed, five, 3)),
  });
  const text = `${JSON.stringify(answer, null, 2)}\n`;
  console.log(text);
  if (values.write) await writeFile('infra/aws/cost/packet-uses.json', text);
} finally {
  await tesseract.close();
  await rm(folder, { recursive: true, force: true });
}

function combined(one: PacketUses, other: PacketUses, how: (a: number, b: number) => number): PacketUses {
  const names = usesSchema.keyof().options;
  const pairs = names.map((name) => [name, Math.round(how(one[name], other[name]) * 1000) / 1000]);
  return usesSchema.parse(Object.fromEntries(pairs));
}
function eachOf(more: PacketUses, less: PacketUses, count: number): PacketUses {
  return combined(more, less, (a, b) => (a - b) / count);
}
function minus(one: PacketUses, other: PacketUses): PacketUses {
  return combined(one, other, (a, b) => a - b);
}
function plus(one: PacketUses, other: PacketUses): PacketUses {
  return combined(one, other, (a, b) => a + b);
}
