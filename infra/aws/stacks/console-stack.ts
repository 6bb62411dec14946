import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from '#infra/aws/acknowledgements.ts';
import { ConsoleSignIn } from '#infra/aws/constructs/console-sign-in.ts';
import { StepLambda } from '#infra/aws/constructs/step-lambda.ts';
import type { WorkflowMachine } from '#infra/aws/constructs/workflow-machine.ts';
import type { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import type { Stage } from '#infra/aws/stages.ts';

export type ConsoleStackProps = StackProps & {
  stage: Stage;
  records: RecordsStack;
  bundles: string;
  /** carries out what a person decided */
  settleMachine: WorkflowMachine;
};

/**
 * The reviewers' console. Browsers hold a session cookie and no token, so the app itself asks who it is, for every route of
 * its table; it believes only our own user pool.
 */
export class ConsoleStack extends Stack {
  readonly lambda: StepLambda;
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: ConsoleStackProps) {
    super(scope, id, props);
    const { stage, records, bundles, settleMachine } = props;
    const signIn = new ConsoleSignIn(this, 'SignIn', { consoleUrl: stage.consoleUrl, prefix: stage.signInPrefix });
    this.lambda = new StepLambda(this, 'Console', {
      name: 'console',
      records,
      bundles,
      timeoutSeconds: 29,
      stage,
      settings: {
        CONSOLE_URL: stage.consoleUrl,
        OIDC_ISSUER: signIn.issuer,
        OIDC_CLIENT_ID: signIn.client.userPoolClientId,
        OIDC_GROUPS_CLAIM: 'cognito:groups',
        SETTLE_MACHINE_ARN: settleMachine.stateMachineArn,
      },
    });
    settleMachine.grantStartThis(this.lambda);
    this.api = new HttpApi(this, 'Api', {
      description: 'Review console',
      createDefaultStage: false,
    });
    const integration = new HttpLambdaIntegration('ConsoleIntegration', this.lambda);
    const routes = [
      ...this.api.addRoutes({ path: '/', methods: [HttpMethod.GET], integration }),
      ...this.api.addRoutes({ path: '/{proxy+}', methods: [HttpMethod.GET, HttpMethod.POST], integration }),
    ];
    for (const route of routes) acknowledge(route, 'console-asks-itself');
    this.#stageWithAccessLog(stage, records);
  }

  #stageWithAccessLog({ logRetentionDays }: Stage, records: RecordsStack): void {
    const log = new LogGroup(this, 'ApiLog', {
      encryptionKey: records.logKey,
      retention: logRetentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new HttpStage(this, 'ApiStage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: { destination: new LogGroupLogDestination(log) },
      detailedMetricsEnabled: true,
    });
  }
}
