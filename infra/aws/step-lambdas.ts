import type { Construct } from 'constructs';
import type { OfficeNetwork } from '#infra/aws/constructs/office-network.ts';
import type { OutgoingMail } from '#infra/aws/constructs/outgoing-mail.ts';
import { StepLambda } from '#infra/aws/constructs/step-lambda.ts';
import { dollarsBesideReading } from '#infra/aws/cost/beside-reading.ts';
import type { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import { metricsNamespaceOf, type Stage } from '#infra/aws/stages.ts';
import { type AnyState, machineSteps, type StepState } from '#shared/workflow/steps.ts';
import { stepSeconds } from '#shared/workflow/task-state.ts';

type Props = {
  records: RecordsStack;
  bundles: string;
  stage: Stage;
  outgoingMail: OutgoingMail;
  network: OfficeNetwork | null;
};

/** So much earlier than the machine's patience the Lambda ends: the machine never retries a step that still runs. */
const earlierSeconds = 5;

export const lambdaSeconds = (state: AnyState): number => stepSeconds[state] - earlierSeconds;

/** One Lambda for each Task of the definitions; a step that both machines take is one. */
export function stepLambdas(scope: Construct, props: Props): Record<StepState, StepLambda> {
  const { records, bundles, stage, outgoingMail, network } = props;
  const made = machineSteps.map(({ state, folder }) => {
    const lambda = new StepLambda(scope, state, {
      name: folder,
      records,
      bundles,
      timeoutSeconds: lambdaSeconds(state),
      stage,
      outgoingMail,
      network,
      settings: {
        MAIL_FROM: stage.mailFrom,
        TEXTRACT_PER_SECOND: String(stage.textractPerSecond[state === 'ReadText' ? 'detect' : 'analyze']),
        READING_CEILING: stage.readingCeiling.toFixed(2),
        METRICS_NAMESPACE: metricsNamespaceOf(stage),
        COST_BESIDE_READING: dollarsBesideReading().toFixed(4),
        MALWARE_SCAN: stage.malwareScan,
        WHEN_UNSCANNED: stage.whenUnscanned,
      },
    });
    return [state, lambda] as const;
  });
  return byState(new Map(made));
}

function byState(made: ReadonlyMap<StepState, StepLambda>): Record<StepState, StepLambda> {
  const of = (state: StepState): StepLambda => {
    const lambda = made.get(state);
    if (!lambda) throw new Error(`The step ${state} has no Lambda`);
    return lambda;
  };
  return {
    OpenMail: of('OpenMail'),
    ReadText: of('ReadText'),
    SortDocuments: of('SortDocuments'),
    ReadFields: of('ReadFields'),
    LeaveFileUnread: of('LeaveFileUnread'),
    MatchPerson: of('MatchPerson'),
    ApplyRules: of('ApplyRules'),
    OpenReview: of('OpenReview'),
    TellSender: of('TellSender'),
    FileSubmission: of('FileSubmission'),
    SetAside: of('SetAside'),
    SettleDecision: of('SettleDecision'),
  };
}
