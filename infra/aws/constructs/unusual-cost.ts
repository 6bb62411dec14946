import { CfnAnomalyMonitor, CfnAnomalySubscription } from 'aws-cdk-lib/aws-ce';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

type Props = { stage: string; overDollars: number; topic: ITopic };

/**
 * AWS's own look at the bill, of what is tagged with the stage: the whole of it, since an account has only one monitor by service.
 * It says which service it was. Works a day after the tag `stage` was made a cost allocation tag, by hand (how-to/deploy.md).
 */
export class UnusualCost extends Construct {
  constructor(scope: Construct, id: string, { stage, overDollars, topic }: Props) {
    super(scope, id);
    const monitor = new CfnAnomalyMonitor(this, 'Monitor', {
      monitorName: `peer-credentials-${stage}`,
      monitorType: 'CUSTOM',
      monitorSpecification: JSON.stringify({ Tags: { Key: 'stage', Values: [stage], MatchOptions: ['EQUALS'] } }),
    });
    new CfnAnomalySubscription(this, 'Subscription', {
      subscriptionName: `peer-credentials-${stage}`,
      frequency: 'IMMEDIATE',
      monitorArnList: [monitor.attrMonitorArn],
      subscribers: [{ type: 'SNS', address: topic.topicArn }],
      thresholdExpression: JSON.stringify({
        Dimensions: {
          Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          MatchOptions: ['GREATER_THAN_OR_EQUAL'],
          Values: [String(overDollars)],
        },
      }),
    });
  }
}
