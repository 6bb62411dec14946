import { AnomalyDetectionAlarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import type { WatchedAlarmProps } from './watched-alarm.ts';

type Props = Omit<WatchedAlarmProps, 'above' | 'isAboutSilence' | 'periods'>;

/** Three standard deviations: with one look an hour chance alone sounds it about once a month, were the figures regular. */
const width = 3;

/** Sounds when a figure is far above what CloudWatch has learned of its hours and days: no number has to be chosen for it. */
export class UnusualAlarm extends AnomalyDetectionAlarm {
  constructor(scope: Construct, id: string, { metric, impact, runbookSection, runbookUrl, topic }: Props) {
    super(scope, id, {
      metric,
      stdDevs: width,
      comparisonOperator: ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${impact} Runbook: ${runbookUrl}#${runbookSection}`,
    });
    this.addAlarmAction(new SnsAction(topic));
    this.addOkAction(new SnsAction(topic));
  }
}
