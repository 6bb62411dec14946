import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** CloudWatch with its alarms, and AWS's look at the bill. */
const tellers = ['cloudwatch.amazonaws.com', 'costalerts.amazonaws.com', 'budgets.amazonaws.com'];

/**
 * Where alarms go, encrypted. Both services are named in key and topic: a topic with a policy of its own, as TLS only is one,
 * has no longer the one by which AWS lets all of an account publish.
 */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, { alarmEmail }: { alarmEmail: string | null }) {
    const key = new Key(scope, 'AlarmKey', { enableKeyRotation: true, removalPolicy: RemovalPolicy.DESTROY });
    super(scope, id, { masterKey: key, enforceSSL: true });
    const common = {
      principals: tellers.map((teller) => new ServicePrincipal(teller)),
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    };
    const sid = 'AlarmsOfThisAccount';
    const actions = ['kms:Decrypt', 'kms:GenerateDataKey'];
    key.addToResourcePolicy(new PolicyStatement({ sid, ...common, actions, resources: ['*'] }));
    this.addToResourcePolicy(
      new PolicyStatement({ sid, ...common, actions: ['sns:Publish'], resources: [this.topicArn] }),
    );
    if (alarmEmail !== null) this.addSubscription(new EmailSubscription(alarmEmail));
  }
}
