import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Stage } from '#infra/aws/stages.ts';

type Props = { stage: Pick<Stage, 'name' | 'monthlyBudget'>; topic: ITopic };

/** When it is told: so many per cent spent, or to be spent by the end of the month as AWS foresees it. */
const told = [
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'ACTUAL', threshold: 100 },
  { notificationType: 'FORECASTED', threshold: 100 },
] as const;

/** What a stage may cost in a month. Counted by the tag `stage`, which somebody has to switch on in Billing once (runbook). */
export class MonthlyBudget extends CfnBudget {
  constructor(scope: Construct, id: string, { stage, topic }: Props) {
    super(scope, id, {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: stage.monthlyBudget, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:stage$${stage.name}`] },
      },
      notificationsWithSubscribers: told.map((when) => ({
        notification: { ...when, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
        subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
      })),
    });
  }
}
