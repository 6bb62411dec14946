import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { ConsoleSignIn } from '#infra/aws/constructs/console-sign-in.ts';
import { GatewayLogs } from '#infra/aws/constructs/gateway-logs.ts';
import { nameForPeople } from '#infra/aws/constructs/name-for-people.ts';
import type { OfficeNetwork } from '#infra/aws/constructs/office-network.ts';
import { StepLambda } from '#infra/aws/constructs/step-lambda.ts';
import { WebAddress } from '#infra/aws/constructs/web-address.ts';
import { WebFirewall } from '#infra/aws/constructs/web-firewall.ts';
import type { WorkflowMachine } from '#infra/aws/constructs/workflow-machine.ts';
import type { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import type { Stage } from '#infra/aws/stages.ts';

export type ConsoleStackProps = StackProps & {
  stage: Stage;
  records: RecordsStack;
  network: OfficeNetwork | null;
  bundles: string;
  /** carries out what a person decided */
  settleMachine: WorkflowMachine;
};

/** As long as a REST API waits for an answer. */
const timeoutSeconds = 29;

/**
 * The reviewers' console, and the origin of strangers' files under another name. Browsers hold a session cookie and no token, so the
 * console itself asks who it is, for every route of its table; it believes only our own user pool. The other asks nobody: it takes
 * links that the console gave out a moment ago.
 */
export class ConsoleStack extends Stack {
  readonly lambda: StepLambda;
  readonly originals: StepLambda;
  readonly api: WebAddress;
  readonly originalsApi: WebAddress;
  readonly firewall: WebFirewall;

  constructor(scope: Construct, id: string, props: ConsoleStackProps) {
    super(scope, id, props);
    const { stage, records, network, bundles, settleMachine } = props;
    const signIn = new ConsoleSignIn(this, 'SignIn', { consoleUrl: stage.consoleUrl, prefix: stage.signInPrefix });
    nameForPeople(this, 'UserPoolId', signIn.userPool.userPoolId);
    const given = { stage, records, network, bundles, timeoutSeconds };
    this.lambda = new StepLambda(this, 'Console', {
      ...given,
      name: 'console',
      settings: {
        CONSOLE_URL: stage.consoleUrl,
        ORIGINALS_URL: stage.originalsUrl,
        OIDC_ISSUER: signIn.issuer,
        OIDC_CLIENT_ID: signIn.client.userPoolClientId,
        OIDC_GROUPS_CLAIM: 'cognito:groups',
        SETTLE_MACHINE_ARN: settleMachine.stateMachineArn,
      },
    });
    settleMachine.grantStartThis(this.lambda);
    this.originals = new StepLambda(this, 'Originals', { ...given, name: 'originals', settings: {} });
    this.firewall = new WebFirewall(this, 'Firewall', { stage, records });
    this.firewall.standBefore('SignIn', signIn.userPool.userPoolArn);
    const common = { stage, records, firewall: this.firewall };
    this.api = new WebAddress(this, 'ConsoleApi', {
      ...common,
      ...{ name: 'console', url: stage.consoleUrl, lambda: this.lambda, methods: ['GET', 'POST'] },
    });
    this.originalsApi = new WebAddress(this, 'OriginalsApi', {
      ...common,
      ...{ name: 'originals', url: stage.originalsUrl, lambda: this.originals, methods: ['GET'] },
    });
    const { setting } = new GatewayLogs(this, 'GatewayLogs');
    for (const api of [this.api, this.originalsApi]) api.deploymentStage.node.addDependency(setting);
  }
}
