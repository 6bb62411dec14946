import { coldAfterDays } from '#infra/aws/cold-after-days.ts';
import { restoreDays } from '#infra/aws/restore-days.ts';
import { type CostLine, line } from './cost-line.ts';
import { officeUse } from './office-uses.ts';
import type { PacketUses } from './packet-uses.ts';

const monthsOfDay = 12 / 365;

/** Rows and files of one submission, for as long as papers are kept, and what GuardDuty asks to look at them. */
export function costOfKeeping(uses: PacketUses): CostLine[] {
  const { readUnits, writeUnits, filesPut, filesRead, filesScanned, rowKilobytes, storeCalls } = uses;
  const months = officeUse('yearsKept') * 12;
  const { near, cold, taken } = gigabyteMonths(uses, months);
  const waits = officeUse('waitsForScan');
  // SES lays the mail down, GuardDuty hangs a tag on each file, we one on what was taken; while a mail waits its age is asked of the list
  const puts = filesPut + 1 + filesScanned + 1 + waits;
  // GuardDuty reads each file, and OpenMail the tag on it
  const gets = filesRead + 1 + 2 * filesScanned + waits;
  return [
    line('keeping', 'readUnit', readUnits),
    line('keeping', 'writeUnit', writeUnits),
    line('keeping', 'filePut', puts),
    line('keeping', 'fileGet', gets),
    // what was laid down, what was tagged, what went away again
    line('keeping', 'objectEvent', filesPut + 1 + filesScanned + 1 + 1),
    line(
      'keeping',
      'keyRequest',
      storeCalls * officeUse('keyRequestsPerStoreCall') + filesPut + filesRead + filesScanned,
    ),
    line('keeping', 'fileGigabyteMonth', near),
    line('keeping', 'coldGigabyteMonth', cold),
    line('keeping', 'coldPut', 1),
    line('keeping', 'tagMonth', filesScanned * months + taken),
    line('keeping', 'tableGigabyteMonth', (rowKilobytes / 1024 ** 2) * months),
    line('keeping', 'scanObject', filesScanned),
    line('keeping', 'scanGigabyte', uses.kilobytesScanned / 1024 ** 2),
  ];
}

/** The mail lies there twice until what SES laid down goes; the other is near at hand for its time, then kept more cheaply (record-bucket.ts). */
function gigabyteMonths({ mailKilobytes, kilobytesKept }: PacketUses, months: number) {
  const [mail, others] = [mailKilobytes / 1024 ** 2, (kilobytesKept - 2 * mailKilobytes) / 1024 ** 2];
  const [taken, near] = [(restoreDays + 1) * monthsOfDay, coldAfterDays.raw * monthsOfDay];
  return { near: others * months + mail * (taken + near), cold: mail * (months - near), taken };
}
