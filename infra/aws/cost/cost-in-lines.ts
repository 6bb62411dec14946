import { type CostLine, dollarsOf } from './cost-line.ts';
import { costOfSubmission, plainDesign, usesOf, type Workload } from './cost-of.ts';
import { costOfMonth, monthlyGroups } from './cost-of-month.ts';
import { costOfPackets } from './cost-of-packets.ts';
import { assumed } from './office-uses.ts';
import measured from './packet-uses.json' with { type: 'json' };
import { packetUsesSchema } from './packet-uses.ts';
import { type PriceName, prices, pricesAsOf, pricesNote, unconfirmed } from './prices.ts';

/** The bill as data: dollars of one submission, of a year, and of the plain design's reading beside it. */
export function billOf(workload: Workload) {
  const packet = packetUsesSchema.parse(measured);
  const each = costOfSubmission(usesOf(packet, workload));
  const month = [...costOfMonth(workload), ...costOfPackets(packet, workload)];
  const submission = dollarsOf(each);
  const plain = plainDesign(workload);
  return {
    workload,
    submission,
    reading: dollarsOf(each.filter(({ group }) => group === 'reading')),
    standingByYear: 12 * dollarsOf(month),
    year: workload.submissions * submission + 12 * dollarsOf(month),
    plainReading: plain,
    plainYear: workload.submissions * plain,
    timesCheaper: plain / submission,
    pricesAsOf,
    measuredOn: packet.measuredOn,
    lines: [...each, ...month],
  };
}
export type Bill = ReturnType<typeof billOf>;

export function inLines(bill: Bill): string[] {
  const { workload, lines } = bill;
  const groups = [...new Set(lines.map(({ group }) => group))];
  return [
    `${workload.submissions} submissions a year of ${workload.pages} pages, ${workload.pictures} of them pictures.`,
    '',
    ...groups.flatMap((group) => [
      heading(group, lines, monthlyGroups.includes(group) ? 'a month' : 'a submission'),
      ...lines.filter((one) => one.group === group && one.times > 0).map(row),
    ]),
    '',
    `One submission:                 $${bill.submission.toFixed(4)}, of which reading $${bill.reading.toFixed(4)}`,
    `Forms and tables on each page:  $${bill.plainReading.toFixed(4)} for reading alone: ${bill.timesCheaper.toFixed(1)} times as much as all of ours`,
    `A year:                         $${bill.year.toFixed(2)}, of which standing by $${bill.standingByYear.toFixed(2)}; the plain design reads for $${bill.plainYear.toFixed(2)}`,
    '',
    `Prices of ${bill.pricesAsOf}, counts of ${bill.measuredOn}. ${pricesNote}`,
    `Not confirmed: ${unconfirmed(namesIn(lines)).join(', ') || 'none'}.`,
    toRefresh,
    `Assumed: ${assumed.join(', ')} (infra/aws/cost/office-uses.json).`,
  ];
}

const toRefresh =
  'To confirm or refresh one: read it on the pricing page of its service (aws.amazon.com), or `aws pricing get-products` where there is an ' +
  "account; write it into infra/aws/cost/prices.json with a source that begins 'stored: ' and says where and when, and set asOf to the day.";

const namesIn = (lines: readonly CostLine[]): PriceName[] => [
  ...new Set(lines.filter(({ times }) => times > 0).map(({ price }) => price)),
];

function heading(group: string, lines: readonly CostLine[], each: string): string {
  const sum = dollarsOf(lines.filter((one) => one.group === group));
  return `${group} ${each}`.padEnd(44) + `$${sum.toFixed(6)}`.padStart(14);
}

function row({ price, times, dollars }: CostLine): string {
  const count = times >= 100 ? times.toFixed(0) : times.toPrecision(3);
  return (
    `  ${count.padStart(10)} x ${prices[price].per}`.padEnd(70).slice(0, 70) +
    `$${dollars.toFixed(6)}`.padStart(14) +
    (unconfirmed([price]).length > 0 ? '  not confirmed' : '')
  );
}
