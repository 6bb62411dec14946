import type { BucketFolder } from '#infra/aws/constructs/record-bucket.ts';
import type { RowUse } from '#infra/aws/row-uses.ts';
import type { ConcurrencyClass } from '#infra/aws/stages.ts';
import type { LambdaSettingName } from '#shared/config/settings.ts';
import { downloadRows } from '#shared/domain/download.ts';

/** What one Lambda may touch and how big it is. What is not named here it cannot do. */
export type LambdaNeeds = {
  readonly memoryMb: number;
  /** by which bound of the stage it runs */
  readonly runsAs: ConcurrencyClass;
  /** what it may do to rows; a test holds it against what its code could do, and against what it did */
  readonly rows: readonly RowUse[];
  /** partitions whose rows it may take away, a star for the rest of the name; nothing else can be taken away by it */
  readonly removesFrom?: readonly string[];
  readonly reads: readonly BucketFolder[];
  readonly puts: readonly BucketFolder[];
  /** folders whose files it may lock as it lays them down */
  readonly locks?: readonly BucketFolder[];
  /** folders on whose files it may hang that they were taken */
  readonly marksTaken?: readonly BucketFolder[];
  /** folders whose files it may end, every version of them, once no lock is on them */
  readonly destroys?: readonly BucketFolder[];
  /** folders of whose files it may read the tags */
  readonly asksScanOf?: readonly BucketFolder[];
  /** what it may ask of Textract */
  readonly textract?: 'DetectDocumentText' | 'AnalyzeDocument';
  readonly sendsMail?: true;
  /** of the table it may only touch rows whose key begins so */
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
/** partitions in which the rows of a canary lie, each in one of its own */
const ownSpaces = 'CANARY#*';
const stores: readonly LambdaSettingName[] = ['TABLE_NAME', 'BUCKET_NAME'];

/** By the name of its plug, functions/…/x.lambda.ts. */
export const lambdaNeeds = {
  receive: {
    ...worker,
    rows: ['find', 'put'],
    memoryMb: 1024,
    reads: ['inbound'],
    puts: ['raw'],
    locks: ['raw'],
    marksTaken: ['inbound'],
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
    rows: ['find', 'list', 'index1', 'index2', 'put'],
    reads: ['raw'],
    puts: ['document'],
    // what GuardDuty says of a mail, and of each file that was in it
    asksScanOf: ['raw', 'document'],
    settings: [...stores, 'MALWARE_SCAN', 'WHEN_UNSCANNED'],
  },
  'read-text': {
    ...reading,
    rows: ['find', 'put'],
    reads: ['document', 'reading'],
    puts: ['reading'],
    textract: 'DetectDocumentText',
    settings: [...stores, 'READING_CEILING', 'TEXTRACT_PER_SECOND'],
  },
  'sort-documents': {
    ...small,
    rows: ['find', 'list', 'put', 'remove'],
    removesFrom: ['SUB#*', ownSpaces],
    reads: ['reading'],
    settings: stores,
  },
  'read-fields': {
    ...reading,
    rows: ['find', 'list', 'put', 'remove'],
    removesFrom: ['SUB#*', ownSpaces],
    // a doubtful place is looked at again on the page as it was sent
    reads: ['document', 'reading'],
    textract: 'AnalyzeDocument',
    settings: [...stores, 'READING_CEILING', 'TEXTRACT_PER_SECOND'],
  },
  'leave-file-unread': { ...small, rows: ['find', 'put'], settings: ['TABLE_NAME'] },
  'match-person': { ...small, rows: ['find', 'list', 'index1', 'put'], memoryMb: 1024, settings: ['TABLE_NAME'] },
  'apply-rules': {
    ...small,
    rows: ['find', 'list', 'index1', 'put', 'remove', 'check'],
    removesFrom: ['SUB#*', ownSpaces],
    memoryMb: 1024,
    settings: ['TABLE_NAME', 'PROGRAMME_FOLDER'],
  },
  'open-review': { ...small, rows: ['find', 'put'], settings: ['TABLE_NAME'] },
  'tell-sender': {
    ...small,
    rows: ['find', 'list', 'index1', 'put'],
    sendsMail: true,
    settings: ['TABLE_NAME', 'MAIL_FROM', 'PROGRAMME_FOLDER'],
  },
  'send-waiting': {
    ...worker,
    rows: ['find', 'list', 'index1', 'put'],
    sendsMail: true,
    settings: ['TABLE_NAME', 'MAIL_FROM'],
  },
  canary: {
    ...worker,
    rows: ['find', 'list', 'index1', 'put'],
    sendsMail: true,
    settings: ['TABLE_NAME', 'MAIL_FROM', 'MAIL_RECIPIENTS', 'METRICS_NAMESPACE'],
  },
  'note-bounces': { ...worker, rows: ['find', 'list', 'index2', 'put'], settings: ['TABLE_NAME'] },
  'settle-decision': { ...small, rows: ['find', 'list', 'put'], settings: ['TABLE_NAME'] },
  'start-decisions': {
    ...worker,
    rows: ['find', 'index1', 'index2'],
    settings: ['TABLE_NAME', 'STATE_MACHINE_ARN', 'SETTLE_MACHINE_ARN'],
  },
  watch: {
    ...night,
    rows: ['find', 'list', 'index1', 'index2', 'put'],
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
  'sweep-plan': {
    ...night,
    rows: ['find', 'list', 'index1', 'index2', 'put', 'remove'],
    removesFrom: ['SUB#*'],
    memoryMb: 1024,
    settings: ['TABLE_NAME', 'PROGRAMME_FOLDER'],
  },
  // two hundred people at a time with all their rows, and a core to judge them with
  'sweep-segment': {
    ...night,
    rows: ['find', 'list', 'index1', 'put', 'remove'],
    removesFrom: ['PERSON#*'],
    memoryMb: 1769,
    settings: ['TABLE_NAME', 'PROGRAMME_FOLDER', 'MAIL_FROM'],
  },
  'sweep-report': { ...night, rows: ['find', 'list', 'index2', 'put'], settings: ['TABLE_NAME', 'METRICS_NAMESPACE'] },
  'seal-audit': {
    ...night,
    rows: ['find', 'list', 'index2', 'put'],
    auditHeads: 'keep',
    settings: ['TABLE_NAME', 'AUDIT_BUCKET_NAME', 'PROGRAMME_FOLDER'],
  },
  'propose-disposal': { ...night, rows: ['find', 'list', 'index1', 'put'], memoryMb: 1769, settings: ['TABLE_NAME'] },
  // the only one that may end a file
  'carry-out-disposals': {
    ...night,
    rows: ['find', 'list', 'index1', 'put', 'remove'],
    // packets of the canary that are old
    removesFrom: [ownSpaces, 'CANARY-RUNS', 'CANARY-NAMES'],
    memoryMb: 1769,
    destroys: ['raw', 'document', 'reading', 'picture'],
    settings: stores,
  },
  'file-submission': {
    ...small,
    rows: ['find', 'list', 'put'],
    settings: ['TABLE_NAME', 'METRICS_NAMESPACE', 'COST_BESIDE_READING'],
  },
  'set-aside': {
    ...small,
    rows: ['find', 'list', 'put', 'remove'],
    removesFrom: ['SUB#*', ownSpaces],
    settings: ['TABLE_NAME'],
  },
  'load-registers': {
    ...worker,
    rows: ['find', 'list', 'put', 'remove'],
    removesFrom: ['PERSON#*'],
    memoryMb: 1024,
    reads: ['registers'],
    settings: ['TABLE_NAME'],
  },
  console: {
    ...small,
    rows: ['find', 'list', 'index1', 'index2', 'put', 'remove', 'check'],
    // no links: people sign in at the provider here
    removesFrom: ['SESSION#*', 'SIGN-IN#*', 'STAFF#*', 'SUB#*', 'PERSON#*', 'VERIFICATIONS#WAITING'],
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
    rows: ['find', 'remove'],
    reads: ['raw', 'document'],
    ownRows: downloadRows,
    settings: stores,
  },
} as const satisfies Record<string, LambdaNeeds>;

export type LambdaName = keyof typeof lambdaNeeds;
