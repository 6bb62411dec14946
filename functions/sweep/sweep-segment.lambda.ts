import { readBundlePages } from '#shared/adapters/aws/bundle-pages.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { randomSecrets as secrets } from '#shared/adapters/random-secrets.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { sweepSegmentInputSchema } from '#shared/workflow/steps.ts';
import { stepSeconds } from '#shared/workflow/task-state.ts';
import { nightlyHooks } from './nightly-parts.ts';
import { makeSweepSegment } from './sweep-segment.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'PROGRAMME_FOLDER', 'MAIL_FROM']);
const records = openDynamoRecordStore(settings.TABLE_NAME);
const programme = readProgramme(readBundlePages(settings.PROGRAMME_FOLDER));
// what is left is for the last page: it is looked at the clock between pages only
const ports = { records, clock: lambdaClock, programme, secondsMax: stepSeconds.SweepSegment * 0.7 };
let step: ReturnType<typeof makeSweepSegment> | null = null;

export const handler = plainHandler(async (event: unknown) => {
  step ??= makeSweepSegment({
    ...ports,
    hooks: await nightlyHooks({ records, secrets, programme }, settings.MAIL_FROM),
  });
  return step(sweepSegmentInputSchema.parse(event));
});
