import type { WhenUnscanned } from '#shared/domain/scan.ts';

/** Lambdas that share a bound: steps that open and read papers, the machine's other steps, what works beside it, the desk, the nights. */
export type ConcurrencyClass = 'reading' | 'step' | 'worker' | 'console' | 'night';

/** A network of our own: its addresses, a /24 of which each zone takes, and in how many zones it lies. */
export type Network = { readonly cidr: string; readonly zones: number };

/** The places this is deployed to, as data. Nothing about a place is decided anywhere else. */
export type Stage = {
  readonly name: 'dev' | 'staging' | 'prod';
  /** null: the account of whoever deploys */
  readonly account: string | null;
  /** SES receives mail in some regions only; this is one of them */
  readonly region: string;
  /** mail to these addresses is taken; their domain must be the identity's */
  readonly mailRecipients: readonly string[];
  /** the domain SES signs for and receives for */
  readonly mailDomain: string;
  /** the address answers come from */
  readonly mailFrom: string;
  /** envelope sender domain of answers, a sub-domain of `mailDomain` */
  readonly mailFromDomain: string;
  readonly logRetentionDays: number;
  /** how long nobody may remove a night's seal of the audit trail; `governance` leaves it to few, `compliance` to nobody */
  readonly auditLock: { readonly mode: 'governance' | 'compliance'; readonly years: number };
  /**
   * How long nobody may end a mail as it came; its disposal by a period waits for that too. Not `compliance` before the state has said
   * so: a letter about somebody's health that has to go could then not be ended by anybody.
   */
  readonly mailLock: { readonly mode: 'governance' | 'compliance'; readonly years: number };
  /**
   * Lambdas of each class are set aside for it, so that no other can take them; how many follows from the rates below (rates.ts). AWS
   * keeps 100 of the account's limit free for all the rest. null: nothing is set aside, which a new account, whose limit is ten, does
   * not let one do.
   */
  readonly concurrency: { readonly accountLimit: number } | null;
  /** US dollars a month for all of the stage; the alarm's topic is told at 80 %, and when a month is going to be more */
  readonly monthlyBudget: number;
  /** whose money it is, on every resource */
  readonly costCentre: string;
  /**
   * Calls a second of Textract that all Lambdas of the stage share, by what is asked. How fast mails begin, and how many Lambdas work at
   * once, follow from it. The three stages together stay below `textractQuotas`, and below half of them in prod, since an account is
   * shared with whatever else runs in it.
   */
  readonly textractPerSecond: { readonly detect: number; readonly analyze: number };
  /** what reading the pictures of one mail may cost, in US dollars; at this much a person reads on */
  readonly readingCeiling: number;
  /** when a mail costs more than this on a day's average, somebody is told; US dollars */
  readonly submissionCostMax: number;
  /** mails a day that SES lets the account send, as its page says: 200 until it is let out of the sandbox */
  readonly sendingQuota: number;
  /** AWS's own look at the bill says so when a stage costs so much more than usual, US dollars; null: it is not asked */
  readonly unusualCostOver: number | null;
  /** how often a mail of our own is sent through the inbox; null: never, and then nobody is told when no mail gets in */
  readonly canaryEveryMinutes: number | null;
  /** who looks for malicious software in what comes in, and what becomes of what it could not look at */
  readonly malwareScan: 'guardduty' | 'none';
  readonly whenUnscanned: WhenUnscanned;
  /** first part of the sign-in page's host name; unique in its region among all customers */
  readonly signInPrefix: string;
  /** where the console answers; also where sign-in returns to */
  readonly consoleUrl: string;
  /** where strangers' files are handed out: another host name, so that nothing in them is ever of the console's origin */
  readonly originalsUrl: string;
  /** of both names, in the stage's region (ACM); null: not yet, and then nothing leads to either */
  readonly certificateArn: string | null;
  /** where Lambdas work: 'none' is AWS's own network, in which nobody reaches them (decision 0036) */
  readonly network: 'none' | Network;
  /** who is told of an alarm; null: nobody yet, subscribe by hand */
  readonly alarmEmail: string | null;
  readonly runbookUrl: string;
};

/**
 * Synchronous calls a second that an account has when nobody asked for more, by AWS's page (Textract endpoints and quotas, as stored
 * in 2026; read on 2026-11-23), in the regions where SES receives mail too. All others have one of each. A quota is asked for by hand:
 * `aws service-quotas list-service-quotas --service-code textract` says what yours has.
 */
export const textractQuotas: Readonly<Record<string, { detect: number; analyze: number }>> = {
  'us-east-1': { detect: 25, analyze: 10 },
  'us-west-2': { detect: 25, analyze: 10 },
  'us-east-2': { detect: 10, analyze: 10 },
  'eu-west-1': { detect: 5, analyze: 5 },
};

const runbookUrl = 'shared/docs/runbook.md';

export const stages = {
  dev: {
    name: 'dev',
    account: null,
    region: 'us-east-1',
    mailRecipients: ['ce@dev.peer-credentials.example'],
    mailDomain: 'dev.peer-credentials.example',
    mailFrom: 'ce@dev.peer-credentials.example',
    mailFromDomain: 'bounce.dev.peer-credentials.example',
    logRetentionDays: 30,
    auditLock: { mode: 'governance', years: 1 },
    mailLock: { mode: 'governance', years: 1 },
    concurrency: null,
    monthlyBudget: 30,
    costCentre: 'credentialing-office',
    textractPerSecond: { detect: 1, analyze: 1 },
    readingCeiling: 0.5,
    submissionCostMax: 0.05,
    sendingQuota: 200,
    unusualCostOver: null,
    canaryEveryMinutes: null,
    malwareScan: 'guardduty',
    whenUnscanned: 'person',
    signInPrefix: 'peer-credentials-dev',
    consoleUrl: 'https://console.dev.peer-credentials.example',
    originalsUrl: 'https://files.dev.peer-credentials.example',
    certificateArn: null,
    network: 'none',
    alarmEmail: null,
    runbookUrl,
  },
  staging: {
    name: 'staging',
    account: null,
    region: 'us-east-1',
    mailRecipients: ['ce@staging.peer-credentials.example'],
    mailDomain: 'staging.peer-credentials.example',
    mailFrom: 'ce@staging.peer-credentials.example',
    mailFromDomain: 'bounce.staging.peer-credentials.example',
    logRetentionDays: 90,
    auditLock: { mode: 'governance', years: 1 },
    mailLock: { mode: 'governance', years: 1 },
    concurrency: { accountLimit: 1000 },
    monthlyBudget: 50,
    costCentre: 'credentialing-office',
    textractPerSecond: { detect: 5, analyze: 2 },
    readingCeiling: 0.5,
    submissionCostMax: 0.05,
    sendingQuota: 200,
    unusualCostOver: null,
    canaryEveryMinutes: 240,
    malwareScan: 'guardduty',
    whenUnscanned: 'person',
    signInPrefix: 'peer-credentials-staging',
    consoleUrl: 'https://console.staging.peer-credentials.example',
    originalsUrl: 'https://files.staging.peer-credentials.example',
    certificateArn: null,
    network: 'none',
    alarmEmail: null,
    runbookUrl,
  },
  prod: {
    name: 'prod',
    account: null,
    region: 'us-east-1',
    mailRecipients: ['ce@peer-credentials.example'],
    mailDomain: 'peer-credentials.example',
    mailFrom: 'ce@peer-credentials.example',
    mailFromDomain: 'bounce.peer-credentials.example',
    logRetentionDays: 400,
    auditLock: { mode: 'compliance', years: 7 },
    mailLock: { mode: 'governance', years: 3 },
    concurrency: { accountLimit: 1000 },
    monthlyBudget: 150,
    costCentre: 'credentialing-office',
    textractPerSecond: { detect: 10, analyze: 5 },
    readingCeiling: 0.5,
    submissionCostMax: 0.05,
    sendingQuota: 50_000,
    unusualCostOver: 20,
    canaryEveryMinutes: 60,
    malwareScan: 'guardduty',
    whenUnscanned: 'person',
    signInPrefix: 'peer-credentials-prod',
    consoleUrl: 'https://console.peer-credentials.example',
    originalsUrl: 'https://files.peer-credentials.example',
    certificateArn: null,
    network: 'none',
    alarmEmail: null,
    runbookUrl,
  },
} as const satisfies Record<string, Stage>;

/** The name of a stack; with '' what the names of all stacks of the stage begin with. */
export const stackIdOf = ({ name }: Pick<Stage, 'name'>, part: string): string => `peer-credentials-${name}-${part}`;

/** Under which name CloudWatch keeps our own figures of a stage: several may share an account. */
export const metricsNamespaceOf = ({ name }: Pick<Stage, 'name'>): string => `peer-credentials-${name}`;

/** Throws with the known names when there is no such stage. */
export function stageNamed(name: unknown): Stage {
  const stage = Object.values(stages).find((candidate) => candidate.name === name);
  if (!stage)
    throw new Error(`Unknown stage. Say --context stage=NAME with one of: ${Object.keys(stages).join(', ')}.`);
  return stage;
}
