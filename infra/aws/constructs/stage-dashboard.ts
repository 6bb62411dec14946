import { Dashboard, GraphWidget, type IMetric, PeriodOverride, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** One graph: what it shows, and a second scale where two things are measured in different units. */
export type Graph = { title: string; left: IMetric[]; right?: IMetric[] };
type Props = { text: string; rows: readonly (readonly Graph[])[] };

const wholeWidth = 24;

/** One page for whoever looks in the morning, or was woken: three graphs to a row, in the order in which a mail goes. */
export class StageDashboard extends Dashboard {
  constructor(scope: Construct, id: string, { text, rows }: Props) {
    super(scope, id, { defaultInterval: Duration.days(1), periodOverride: PeriodOverride.AUTO });
    this.addWidgets(new TextWidget({ markdown: text, width: wholeWidth, height: 2 }));
    for (const graphs of rows) {
      const size = { width: Math.floor(wholeWidth / graphs.length), height: 6 };
      this.addWidgets(...graphs.map((graph) => new GraphWidget({ ...graph, ...size })));
    }
  }
}
