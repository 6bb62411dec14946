import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export type WatchedAlarmProps = {
  metric: IMetric;
  /** the alarm sounds above this value, and silence is a good sign */
  above: number;
  /** it sounds where fewer come than the value instead: silence is the fault that it is about */
  isAboutSilence?: true;
  /** so many of the metric's periods one after the other; one when not said */
  periods?: number;
  /** what it means for the people of the programme, in a sentence */
  impact: string;
  /** heading of its section in shared/docs/runbook.md, as it stands in the address after the hash */
  runbookSection: string;
  runbookUrl: string;
  topic: ITopic;
};

/** As lists of alarms name them. `id` is part of a logical id: never renamed. */
export type NamedAlarm = Omit<WatchedAlarmProps, 'topic' | 'runbookUrl'> & { id: string };

/** An alarm without a runbook section does not exist: test/infra/aws/watch-stack.test.ts holds it. */
export class WatchedAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: WatchedAlarmProps) {
    const { metric, above, isAboutSilence = false, periods = 1, impact, runbookSection, runbookUrl, topic } = props;
    super(scope, id, {
      metric,
      threshold: above,
      evaluationPeriods: periods,
      comparisonOperator: isAboutSilence
        ? ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD
        : ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: isAboutSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${impact} Runbook: ${runbookUrl}#${runbookSection}`,
    });
    this.addAlarmAction(new SnsAction(topic));
    this.addOkAction(new SnsAction(topic));
  }
}
