import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Duration } from 'aws-cdk-lib/core';
import { metricsNamespaceOf, type Stage } from '#infra/aws/stages.ts';

type Asked = { name: string; of: Readonly<Record<string, string>>; period: Duration; statistic: string };

/** A figure that the product itself writes into its log (shared/telemetry/metrics.ts), by the name and the kind it gives. */
export function ownMetric(stage: Pick<Stage, 'name'>, { name, of, period, statistic }: Asked): Metric {
  return new Metric({
    namespace: metricsNamespaceOf(stage),
    metricName: name,
    dimensionsMap: { ...of },
    period,
    statistic,
  });
}
