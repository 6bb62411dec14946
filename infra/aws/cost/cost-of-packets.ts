import { type CostLine, line } from './cost-line.ts';
import { costOfSubmission, type Measured, usesOf, type Workload } from './cost-of.ts';
import { officeUse } from './office-uses.ts';

/** By the month: the packets of papers that the office mails itself, which walk like any mail but for the desk. */
export function costOfPackets(measured: Measured, { canaryEveryMinutes = null }: Workload): CostLine[] {
  if (canaryEveryMinutes === null) return [];
  const packets = (officeUse('packetsPerDay') * 365) / 12;
  const pages = officeUse('pagesOfPacket');
  const ofOne = costOfSubmission(usesOf(measured, { submissions: 1, pages, pictures: 1 }));
  const months = officeUse('yearsPacketsAreKept') * 12;
  const rows = (officeUse('rowKilobytesBesidePacket') / 1024 ** 2) * months;
  return [
    ...ofOne.filter(({ group }) => group !== 'review'),
    line('', 'writeUnit', officeUse('writeUnitsBesidePacket')),
    line('', 'tableGigabyteMonth', rows),
    // it is mailed, and its answer comes in again
    line('', 'mailOut', 1),
    line('', 'mailIn', 1),
  ].map(({ price, times }) => line('canary packets', price, times * packets));
}
