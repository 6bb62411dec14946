import { parseArgs } from 'node:util';
import { z } from 'zod';
import { stageNamed } from '#infra/aws/stages.ts';
import { billOf, inLines } from './cost-in-lines.ts';

/**
 * `npm run cost -- --submissions 12000 --pages 6 --pictures 3 [--json]`: what AWS would bill, by the price list and the counted uses
 * beside this file, and what the plain design would pay for reading alone.
 */
const usage =
  'usage: npm run cost -- [--submissions 12000] [--pages 6] [--pictures 3] [--stage prod] [--json]; pictures are among the pages';

const workloadSchema = z
  .object({
    submissions: z.coerce.number().int().min(0),
    pages: z.coerce.number().min(1),
    pictures: z.coerce.number().min(0),
  })
  .refine(({ pages, pictures }) => pictures <= pages);

function readFlags() {
  const { values } = parseArgs({
    options: {
      submissions: { type: 'string', default: '12000' },
      pages: { type: 'string', default: '6' },
      pictures: { type: 'string', default: '3' },
      stage: { type: 'string', default: 'prod' },
      json: { type: 'boolean', default: false },
    },
  });
  const { network, canaryEveryMinutes } = stageNamed(values.stage);
  const zones = network === 'none' ? 0 : network.zones;
  return { workload: { ...workloadSchema.parse(values), zones, canaryEveryMinutes }, isJson: values.json };
}

try {
  const { workload, isJson } = readFlags();
  const bill = billOf(workload);
  console.log(isJson ? JSON.stringify(bill, null, 2) : inLines(bill).join('\n'));
} catch {
  console.error(usage);
  process.exitCode = 1;
}
