import { readBundlePacket } from '#shared/adapters/aws/bundle-packet.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { lambdaIds } from '#shared/adapters/aws/lambda-ids.ts';
import { openSesMailSender } from '#shared/adapters/aws/ses-mail-sender.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { canaryAddressOf } from '#shared/domain/canary-run.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { makeCanary } from './canary.ts';
import { readPacket } from './packet.ts';
import { packetRound } from './packet-round.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'MAIL_FROM', 'MAIL_RECIPIENTS', 'METRICS_NAMESPACE']);
const inbox = settings.MAIL_RECIPIENTS[0] ?? settings.MAIL_FROM;
const own = { records: openDynamoRecordStore(settings.TABLE_NAME), clock: lambdaClock, ids: lambdaIds, inbox };
const packet = readPacket(readBundlePacket(import.meta.url));
const packetPorts = {
  ...own,
  packetSender: openSesMailSender(canaryAddressOf(inbox)),
  secrets: randomSecrets,
  log: makeLog(),
  expects: { sendersProved: true, picturesRead: true, answersComeBack: true },
};
const canary = makeCanary({
  ...own,
  mailSender: openSesMailSender(settings.MAIL_FROM),
  metrics: makeMetrics({ namespace: settings.METRICS_NAMESPACE }),
  ...(packet && { packetRound: () => packetRound({ ...packetPorts, packet }) }),
});

export const handler = plainHandler(async () => canary());
