import type { BucketFolder } from '#infra/aws/constructs/record-bucket.ts';
import type { ConcurrencyClass } from '#infra/aws/stages.ts';
import type { LambdaSettingName } from '#shared/config/settings.ts';
import { downloadRows } from '#shared/domain/download.ts';

/** What one Lambda may touch and how big it is. What is not named here it cannot do. */
export type LambdaNeeds = {
  readonly memoryMb: number;
  /** by which bound of the stage it runs */
  readonly runsAs: ConcurrencyClass;
  readonly reads: readonly BucketFolder[];
  readonly puts: readonly BucketFolder[];
  /** folders whose files it may lock as it lays them down */
  readonly locks?: readonly BucketFolder[];
  /** folders of whose files it may read the tags */
  readonly asksScanOf?: readonly BucketFolder[];
  /** what it may ask of Textract */
  readonly textract?: 'DetectDocumentText' | 'AnalyzeDocument';
  readonly sendsMail?: true;
  /** of the table it may only use up rows whose key begins so */
  readonly ownRows?: string;
  /** it calls the page of sign-in, for which no endpoint leads out of a network of our own */
  readonly callsOutside?: true;
  /** the seals of the audit trail: looked at, or added to */
  readonly auditHeads?: 'read' | 'keep';
  readonly settings: readonly LambdaSettingName[];
};

const small = { memoryMb: 512, runsAs: 'step', reads: [], puts: [] } as const;
const worker = { ...small, runsAs: 'worker' } as const;
const night = { ...small, runsAs: 'night' } as const;
const reading = { ...small, memoryMb: 1769, runsAs: 'reading' } as const;
const stores: readonly LambdaSettingName[] = ['TABLE_NAME', 'BUCKET_NAME'];

/** By the name of its plug, functions/…/x.lambda.ts. */
export const lambdaNeeds = {
  receive: {
    ...worker,
    memoryMb: 1024,
    reads: ['inbound'],
    puts: ['raw'],
    locks: ['raw'],
    settings: [
      ...stores,
      'STATE_MACHINE_ARN',
      'MAIL_RECIPIENTS',
      'PROGRAMME_FOLDER',
      'MAIL_LOCK',
      'QUEUE_URL',
      'STARTS_PER_SECOND',
      'METRICS_NAMESPACE',
    ],
  },
  'open-mail': {
    ...reading,
    reads: ['raw'],
    puts: ['document'],
    // what GuardDuty says of a mail, and of each file that was in it
    asksScanOf: ['raw', 'document'],
    settings: [...stores, 'MALWARE_SCAN', 'WHEN_UNSCANNED'],
  },
  'read-text': {
    ...reading,
    reads: ['document', 'reading'],
    puts: ['reading'],
    textract: 'DetectDocumentText',
    settings: [...stores, 'READING_CEILING', 'TEXTRACT_PER_SECOND'],
  },
  'sort-documents': { ...small, reads: ['reading'], settings: stores },
  'read-fields': {
    ...reading,
    // a doubtful place is looked at again on the page as it was sent
    reads: ['document', 'reading'],
    textract: 'AnalyzeDocument',
    settings: [...stores, 'READING_CEILING', 'TEXTRACT_PER_SECOND'],
  },
  'leave-file-unread': { ...small, settings: ['TABLE_NAME'] },
  'match-person': { ...small, memoryMb: 1024, settings: ['TABLE_NAME'] },
  'apply-rules': { ...small, memoryMb: 1024, settings: ['TABLE_NAME', 'PROGRAMME_FOLDER'] },
  'open-review': { ...small, settings: ['TABLE_NAME'] },
  'tell-sender': { ...small, sendsMail: true, settings: ['TABLE_NAME', 'MAIL_FROM', 'PROGRAMME_FOLDER'] },
  'send-waiting': { ...worker, sendsMail: true, settings: ['TABLE_NAME', 'MAIL_FROM'] },
  canary: { ...worker, sendsMail: true, settings: ['TABLE_NAME', 'MAIL_FROM', 'MAIL_RECIPIENTS', 'METRICS_NAMESPACE'] },
  'note-bounces': { ...worker, settings: ['TABLE_NAME'] },
  'settle-decision': { ...small, settings: ['TABLE_NAME'] },
  'start-decisions': { ...worker, settings: ['TABLE_NAME', 'STATE_MACHINE_ARN', 'SETTLE_MACHINE_ARN'] },
  watch: {
    ...night,
    memoryMb: 1024,
    // it asks of the files of a mail only whether they are there
    reads: ['raw', 'document', 'reading'],
    auditHeads: 'read',
    settings: [
      ...stores,
      'AUDIT_BUCKET_NAME',
      'STATE_MACHINE_ARN',
      'SETTLE_MACHINE_ARN',
      'PROGRAMME_FOLDER',
      'METRICS_NAMESPACE',
      'QUEUE_URL',
    ],
  },
  'sweep-plan': { ...night, memoryMb: 1024, settings: ['TABLE_NAME', 'PROGRAMME_FOLDER'] },
  // two hundred people at a time with all their rows, and a core to judge them with
  'sweep-segment': { ...night, memoryMb: 1769, settings: ['TABLE_NAME', 'PROGRAMME_FOLDER', 'MAIL_FROM'] },
  'sweep-report': { ...night, settings: ['TABLE_NAME', 'METRICS_NAMESPACE'] },
  'seal-audit': { ...night, auditHeads: 'keep', settings: ['TABLE_NAME', 'AUDIT_BUCKET_NAME', 'PROGRAMME_FOLDER'] },
  'file-submission': { ...small, settings: ['TABLE_NAME', 'METRICS_NAMESPACE', 'COST_BESIDE_READING'] },
  'set-aside': { ...small, settings: ['TABLE_NAME'] },
  'load-registers': { ...worker, memoryMb: 1024, reads: ['registers'], settings: ['TABLE_NAME'] },
  console: {
    ...small,
    runsAs: 'console',
    memoryMb: 1769,
    callsOutside: true,
    // drawn pages are kept, with a row that says where; originals leave as downloads and in evidence packs; registers that
    // somebody imports and letters that were made are kept as documents
    reads: ['raw', 'document', 'reading', 'picture'],
    puts: ['picture', 'document'],
    settings: [
      ...stores,
      'PROGRAMME_FOLDER',
      'PROPOSED_RULES_FOLDER',
      'CONSOLE_URL',
      'ORIGINALS_URL',
      'OIDC_ISSUER',
      'OIDC_CLIENT_ID',
      'OIDC_GROUPS_CLAIM',
      'SETTLE_MACHINE_ARN',
    ],
  },
  // whole in memory once, checked against its hash, before the first byte leaves
  originals: {
    ...small,
    runsAs: 'console',
    memoryMb: 1024,
    reads: ['raw', 'document'],
    ownRows: downloadRows,
    settings: stores,
  },
} as const satisfies Record<string, LambdaNeeds>;

export type LambdaName = keyof typeof lambdaNeeds;
