import type { BucketFolder } from '#infra/aws/constructs/record-bucket.ts';
import type { LambdaSettingName } from '#shared/config/settings.ts';

/** What one Lambda may touch and how big it is. What is not named here it cannot do. */
export type LambdaNeeds = {
  readonly memoryMb: number;
  readonly records: 'find' | 'find-and-write';
  readonly reads: readonly BucketFolder[];
  readonly puts: readonly BucketFolder[];
  readonly readsText?: true;
  readonly sendsMail?: true;
  readonly settings: readonly LambdaSettingName[];
};

const small = { memoryMb: 512, records: 'find-and-write', reads: [], puts: [] } as const;
const stores: readonly LambdaSettingName[] = ['TABLE_NAME', 'BUCKET_NAME'];

/** By folder under functions/. */
export const lambdaNeeds = {
  receive: {
    ...small,
    memoryMb: 1024,
    reads: ['inbound', 'raw'],
    puts: ['raw'],
    settings: [...stores, 'STATE_MACHINE_ARN', 'MAIL_RECIPIENTS', 'PROGRAMME_FOLDER'],
  },
  'open-mail': { ...small, memoryMb: 1769, reads: ['raw', 'document'], puts: ['document'], settings: stores },
  'read-text': {
    ...small,
    memoryMb: 1769,
    reads: ['document', 'reading'],
    puts: ['reading'],
    readsText: true,
    settings: stores,
  },
  'sort-documents': { ...small, reads: ['reading'], settings: stores },
  'read-fields': { ...small, reads: ['reading'], settings: stores },
  'leave-file-unread': { ...small, settings: ['TABLE_NAME'] },
  'match-person': { ...small, memoryMb: 1024, settings: ['TABLE_NAME'] },
  'apply-rules': { ...small, memoryMb: 1024, settings: ['TABLE_NAME', 'PROGRAMME_FOLDER'] },
  'open-review': { ...small, settings: ['TABLE_NAME'] },
  'tell-sender': { ...small, sendsMail: true, settings: ['TABLE_NAME', 'MAIL_FROM', 'PROGRAMME_FOLDER'] },
  'file-submission': { ...small, settings: ['TABLE_NAME'] },
  'set-aside': { ...small, settings: ['TABLE_NAME'] },
  'load-registers': { ...small, memoryMb: 1024, reads: ['registers'], settings: stores },
  console: {
    memoryMb: 1769,
    records: 'find',
    reads: ['document', 'reading', 'picture'],
    puts: [],
    settings: [...stores, 'PROGRAMME_FOLDER'],
  },
} as const satisfies Record<string, LambdaNeeds>;

export type LambdaName = keyof typeof lambdaNeeds;
