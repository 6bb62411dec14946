import { type CostLine, line } from './cost-line.ts';
import { costOfKeeping } from './cost-of-keeping.ts';
import type { Standing } from './cost-of-month.ts';
import { officeUse } from './office-uses.ts';
import { type PacketUses, usesSchema } from './packet-uses.ts';
import { prices } from './prices.ts';

/** So many submissions a year, each of so many pages in as many files, of which some are pictures. */
export type Workload = Standing & {
  submissions: number;
  pages: number;
  pictures: number;
};

export type Measured = { mail: PacketUses; digitalPage: PacketUses; scannedPage: PacketUses };

/** What a submission uses by its pages: the mail with its first page, and each further one. */
export function usesOf({ mail, digitalPage, scannedPage }: Measured, { pages, pictures }: Workload): PacketUses {
  const digital = Math.max(0, pages - pictures - 1);
  const names = usesSchema.keyof().options;
  const sum = (name: keyof PacketUses) => mail[name] + digital * digitalPage[name] + pictures * scannedPage[name];
  return usesSchema.parse(Object.fromEntries(names.map((name) => [name, sum(name)])));
}

/** One submission, from its mail to its answer, kept as long as papers are kept, with its share of a person's decision. */
export function costOfSubmission(uses: PacketUses): CostLine[] {
  return [...readingOf(uses), ...stepsOf(uses), ...costOfKeeping(uses), ...mailsOf(uses), ...reviewOf()];
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
  const waits = officeUse('waitsForScan');
  const seconds = processorSeconds + waiting + waits * officeUse('secondsOfWaitingCall');
  const log = ((calls + waits) * officeUse('kilobytesOfLogPerCall')) / 1024 ** 2;
  return [
    // a state that is tried again is paid again
    line('steps', 'stateTransition', transitions + waits),
    line('steps', 'lambdaRequest', calls + waits),
    line('steps', 'lambdaGigabyteSecond', seconds * officeUse('gigabytesOfLambda')),
    line('steps', 'queueRequest', officeUse('queueRequestsPerMail')),
    line('steps', 'trace', officeUse('tracesPerMail')),
    line('steps', 'logGigabyte', log),
    line('steps', 'logGigabyteMonth', log * officeUse('monthsOfLogs')),
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
    line('review', 'gigabyteOut', (requests * officeUse('kilobytesPerConsoleRequest')) / 1024 ** 2),
    line('review', 'stateTransition', share * officeUse('transitionsPerDecision')),
    line('review', 'mailOut', share),
  ];
}

/** The plain design: Textract's forms and tables on each page, digital ones too. Its reading alone. */
export const plainDesign = ({ pages }: Workload) => pages * prices.textractFormsTablesPage.dollars;
