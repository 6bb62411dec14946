import { ReceiptRule, ReceiptRuleSet, TlsPolicy } from 'aws-cdk-lib/aws-ses';
import { S3 } from 'aws-cdk-lib/aws-ses-actions';
import { Construct } from 'constructs';
import type { RecordBucket } from '#infra/aws/constructs/record-bucket.ts';

type Props = { bucket: RecordBucket; recipients: readonly string[] };

/**
 * Mail from the world to the bucket: TLS or nothing, scanned, kept untouched under inbound/.
 * A rule set does nothing until it is made the active one of its region, by hand, once (how-to/deploy.md, step 10).
 */
export class InboundMail extends Construct {
  readonly ruleSetName: string;

  constructor(scope: Construct, id: string, { bucket, recipients }: Props) {
    super(scope, id);
    const ruleSet = new ReceiptRuleSet(this, 'RuleSet');
    this.ruleSetName = ruleSet.receiptRuleSetName;
    new ReceiptRule(this, 'KeepMail', {
      ruleSet,
      recipients: [...recipients],
      scanEnabled: true,
      tlsPolicy: TlsPolicy.REQUIRE,
      actions: [new S3({ bucket, objectKeyPrefix: 'inbound/' })],
    });
  }
}
