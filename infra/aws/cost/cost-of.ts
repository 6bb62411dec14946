import { coldAfterDays } from '#infra/aws/cold-after-days.ts';
import { networkServices } from '#infra/aws/network-services.ts';
import { officeUse } from './office-uses.ts';
import { type PacketUses, usesSchema } from './packet-uses.ts';
import { type PriceName, prices } from './prices.ts';

/** So many submissions a year, each of so many pages in as many files, of which some are pictures. */
export type Workload = {
  submissions: number;
  pages: number;
  pictures: number;
  /** in so many zones the stage has a network of its own (stages.ts); none when not said */
  zones?: number;
};

/** `times` of a price: of one submission, or of a month whatever comes. */
export type CostLine = { group: string; price: PriceName; times: number; dollars: number };

type Measured = { mail: PacketUses; digitalPage: PacketUses; scannedPage: PacketUses };

const monthsOfDay = 12 / 365;

const line = (group: string, price: PriceName, times: number): CostLine => ({
  ...{ group, price, times },
  dollars: times * prices[price].dollars,
});

/** What a submission uses by its pages: the mail with its first page, and each further one. */
export function usesOf({ mail, digitalPage, scannedPage }: Measured, { pages, pictures }: Workload): PacketUses {
  const digital = Math.max(0, pages - pictures - 1);
  const names = usesSchema.keyof().options;
  const sum = (name: keyof PacketUses) => mail[name] + digital * digitalPage[name] + pictures * scannedPage[name];
  return usesSchema.parse(Object.fromEntries(names.map((name) => [name, sum(name)])));
}

/** One submission, from its mail to its answer, kept as long as papers are kept, with its share of a person's decision. */
export function costOfSubmission(uses: PacketUses): CostLine[] {
  return [...readingOf(uses), ...stepsOf(uses), ...keepingOf(uses), ...mailsOf(uses), ...reviewOf()];
}

/** A second look costs what it was asked for; it has no price of its own in the list. */
function readingOf({ pagesRead, lookDollars }: PacketUses): CostLine[] {
  const looks = lookDollars / prices.textractFormsTablesPage.dollars;
  return [line('reading', 'textractDetectPage', pagesRead), line('reading', 'textractFormsTablesPage', looks)];
}

function stepsOf(uses: PacketUses): CostLine[] {
  const { transitions, calls, processorSeconds, storeCalls, fileCalls, pagesRead } = uses;
  const waiting =
    storeCalls * officeUse('secondsWaitingForStore') +
    fileCalls * officeUse('secondsWaitingForFile') +
    pagesRead * officeUse('secondsWaitingForTextract') +
    calls * officeUse('secondsOfStart');
  return [
    line('steps', 'stateTransition', transitions),
    line('steps', 'lambdaRequest', calls),
    line('steps', 'lambdaGigabyteSecond', (processorSeconds + waiting) * officeUse('gigabytesOfLambda')),
    line('steps', 'queueRequest', officeUse('queueRequestsPerMail')),
    line('steps', 'trace', officeUse('tracesPerMail')),
    line('steps', 'logGigabyte', (calls * officeUse('kilobytesOfLogPerCall')) / 1024 ** 2),
  ];
}

function keepingOf(uses: PacketUses): CostLine[] {
  const { readUnits, writeUnits, filesPut, filesRead, kilobytesKept, rowKilobytes, storeCalls } = uses;
  const months = officeUse('yearsKept') * 12;
  const [mail, others] = [uses.mailKilobytes / 1024 ** 2, (kilobytesKept - 2 * uses.mailKilobytes) / 1024 ** 2];
  // the mail lies there twice; each copy is near at hand for its time (record-bucket.ts), then kept more cheaply
  const near = others * months + mail * (coldAfterDays.inbound + coldAfterDays.raw) * monthsOfDay;
  const cold = mail * (2 * months - (coldAfterDays.inbound + coldAfterDays.raw) * monthsOfDay);
  return [
    line('keeping', 'readUnit', readUnits),
    line('keeping', 'writeUnit', writeUnits),
    line('keeping', 'filePut', filesPut),
    line('keeping', 'fileGet', filesRead),
    line('keeping', 'keyRequest', storeCalls * officeUse('keyRequestsPerStoreCall') + filesPut + filesRead),
    line('keeping', 'fileGigabyteMonth', near),
    line('keeping', 'coldGigabyteMonth', cold),
    line('keeping', 'coldPut', 2),
    line('keeping', 'tableGigabyteMonth', (rowKilobytes / 1024 ** 2) * months),
    line('keeping', 'scanObject', uses.filesScanned),
    line('keeping', 'scanGigabyte', uses.kilobytesScanned / 1024 ** 2),
  ];
}

function mailsOf({ mailKilobytes, answers }: PacketUses): CostLine[] {
  return [
    line('mail', 'mailIn', 1),
    line('mail', 'mailInChunk', Math.ceil(mailKilobytes / 256)),
    line('mail', 'mailOut', answers),
  ];
}

function reviewOf(): CostLine[] {
  const share = officeUse('reviewedShare');
  const requests = share * officeUse('pagesOpenedPerReview');
  return [
    line('review', 'gatewayRequest', requests),
    line('review', 'firewallRequest', requests),
    line('review', 'lambdaRequest', requests),
    line(
      'review',
      'lambdaGigabyteSecond',
      requests * officeUse('secondsPerConsoleRequest') * officeUse('gigabytesOfLambda'),
    ),
    line('review', 'stateTransition', share * officeUse('transitionsPerDecision')),
    line('review', 'mailOut', share),
  ];
}

/** A month in which nothing came: what stands by, and the nights. `zones`: of a network of our own, with its endpoints. */
export function costOfMonth(zones: number): CostLine[] {
  const people = officeUse('people');
  const rules = officeUse('firewallRules');
  return [
    line('standing by', 'keyMonth', officeUse('keys')),
    line('standing by', 'alarmMonth', officeUse('alarms')),
    line('standing by', 'metricMonth', officeUse('ownMetrics')),
    line('standing by', 'dashboardMonth', officeUse('dashboards')),
    line('standing by', 'firewallMonth', rules > 0 ? 1 : 0),
    line('standing by', 'firewallRuleMonth', rules),
    line('standing by', 'endpointMonth', zones * Object.keys(networkServices).length),
    line('nights', 'readUnit', (people * officeUse('readUnitsPerPersonAndNight') * 365) / 12),
    line('nights', 'writeUnit', (people * officeUse('writeUnitsPerPersonAndYear')) / 12),
  ];
}

export const dollarsOf = (lines: readonly CostLine[]) => lines.reduce((sum, { dollars }) => sum + dollars, 0);

/** The plain design: Textract's forms and tables on each page, digital ones too. Its reading alone. */
export const plainDesign = ({ pages }: Workload) => pages * prices.textractFormsTablesPage.dollars;
