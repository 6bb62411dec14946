import { join } from 'node:path';
import type { LambdaSettingName } from '#shared/config/settings.ts';

const arn = (machine: string) => `arn:aws:states:us-east-1:123456789012:stateMachine:${machine}`;

/** All that the stacks would set for a Lambda, with the bundles in `folder`. The type says when a setting has come to be. */
export function lambdaEnvironment(folder: string): Record<LambdaSettingName, string> & Record<string, string> {
  return {
    AWS_REGION: 'us-east-1',
    ...{ AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' },
    ...{ TABLE_NAME: 'records', BUCKET_NAME: 'records', AUDIT_BUCKET_NAME: 'seals' },
    ...{ STATE_MACHINE_ARN: arn('intake'), SETTLE_MACHINE_ARN: arn('settle') },
    MAIL_FROM: 'ce@peer-credentials.example',
    MAIL_RECIPIENTS: 'peer.reports@peerprograms.example.org',
    MAIL_LOCK: 'governance 1',
    PROGRAMME_FOLDER: join(folder, 'apply-rules', 'programme'),
    PROPOSED_RULES_FOLDER: join(folder, 'console', 'proposed'),
    ...{ TEXTRACT_PER_SECOND: '10', READING_CEILING: '0.50', COST_BESIDE_READING: '0.01' },
    // moto has no GuardDuty
    ...{ MALWARE_SCAN: 'none', WHEN_UNSCANNED: 'person' },
    METRICS_NAMESPACE: 'peer-credentials-test',
    ...{ QUEUE_URL: 'http://127.0.0.1:1/queue', STARTS_PER_SECOND: '100' },
    CONSOLE_URL: 'https://console.example',
    ORIGINALS_URL: 'https://files.example',
    OIDC_ISSUER: 'https://sign-in.example',
    ...{ OIDC_CLIENT_ID: 'desk', OIDC_GROUPS_CLAIM: 'cognito:groups' },
  };
}
