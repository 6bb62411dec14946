import { join } from 'node:path';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import { Effect, Grant, type IGrantable, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from '#infra/aws/acknowledgements.ts';
import type { OfficeNetwork } from '#infra/aws/constructs/office-network.ts';
import type { OutgoingMail } from '#infra/aws/constructs/outgoing-mail.ts';
import { type LambdaName, type LambdaNeeds, lambdaNeeds } from '#infra/aws/lambda-needs.ts';
import { reservedOf } from '#infra/aws/rates.ts';
import type { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import { metricsNamespaceOf, type Stage } from '#infra/aws/stages.ts';
import type { LambdaSettingName } from '#shared/config/settings.ts';
import { KeyRefused } from '#shared/domain/faults.ts';

export type StepLambdaProps = {
  /** of its plug, functions/…/x.lambda.ts */
  name: LambdaName;
  records: RecordsStack;
  /** folder with a folder for each bundle */
  bundles: string;
  timeoutSeconds: number;
  stage: Pick<Stage, 'name' | 'logRetentionDays' | 'concurrency' | 'textractPerSecond'>;
  settings: Partial<Record<LambdaSettingName, string>>;
  outgoingMail?: OutgoingMail;
  /** null: AWS's own */
  network: OfficeNetwork | null;
};

const anyFunction = (scope: Construct): string =>
  Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

const networkCardActions = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

/**
 * The house form of every Lambda: its own bundle, its own role with what lambda-needs.ts names and no more, its own
 * encrypted log group, tracing on.
 */
export class StepLambda extends LambdaFunction {
  constructor(scope: Construct, id: string, props: StepLambdaProps) {
    const needs: LambdaNeeds = lambdaNeeds[props.name];
    const logGroup = new LogGroup(scope, `${id}Log`, {
      encryptionKey: props.records.logKey,
      retention: props.stage.logRetentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      code: Code.fromAsset(join(props.bundles, props.name)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: needs.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: environmentOf(props, needs),
      description: `${props.name}.lambda.ts`,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      logGroup,
      role,
      ...setAsideFor(needs, props.stage),
      ...placeOf(needs, props.network),
    });
    countRefusedKeys(logGroup, props.stage);
    grantNeeds(this, needs, props);
    if (isInside(needs, props.network)) this.#grantItsPlace();
    acknowledge(role, needs.textract ? 'tracing-and-textract-have-no-resource' : 'tracing-has-no-resource');
  }

  /** AWS makes and removes its network cards by this role. The code that runs in it may not. */
  #grantItsPlace(): void {
    Grant.addToPrincipal({ grantee: this, actions: networkCardActions, resourceArns: ['*'] }).assertSuccess();
    this.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: networkCardActions,
        resources: ['*'],
        // whatever comes out of the code of a function; its own name here would be a circle
        conditions: { ArnLike: { 'lambda:SourceFunctionArn': anyFunction(this) } },
      }),
    );
  }

  /** This version of the function only; the construct's own grant would add every other version. */
  grantInvokeThis(grantee: IGrantable): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [this.functionArn],
    }).assertSuccess();
  }
}

/** Whoever calls what lies outside of AWS's own services works where that can be reached. */
const isInside = ({ callsOutside }: LambdaNeeds, network: OfficeNetwork | null): network is OfficeNetwork =>
  network !== null && callsOutside !== true;

function placeOf(needs: LambdaNeeds, network: OfficeNetwork | null) {
  if (!isInside(needs, network)) return {};
  const { vpc, lambdas } = network;
  return { vpc, vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED }, securityGroups: [lambdas] };
}

export const keyRefused = { metricName: 'KeyRefused', word: new KeyRefused().name } as const;

/**
 * Lines that name the fault, of all Lambdas in one figure. A trail of AWS would tell who switched the key off; not every account has
 * one that EventBridge is told of, and this also counts a right that somebody took away.
 */
function countRefusedKeys(logGroup: LogGroup, stage: Pick<Stage, 'name'>): void {
  new MetricFilter(logGroup, 'KeyRefused', {
    logGroup,
    filterPattern: FilterPattern.anyTerm(keyRefused.word),
    metricNamespace: metricsNamespaceOf(stage),
    metricName: keyRefused.metricName,
    metricValue: '1',
  });
}

/** How many of it may run at once, which nothing else in the account can take from it. */
function setAsideFor({ runsAs }: LambdaNeeds, stage: StepLambdaProps['stage']) {
  return stage.concurrency === null ? {} : { reservedConcurrentExecutions: reservedOf(stage)[runsAs] };
}

function environmentOf({ records, settings }: StepLambdaProps, needs: LambdaNeeds): Record<string, string> {
  const given: Partial<Record<LambdaSettingName, string>> = {
    TABLE_NAME: records.table.tableName,
    BUCKET_NAME: records.bucket.bucketName,
    AUDIT_BUCKET_NAME: records.auditBucket.bucketName,
    PROGRAMME_FOLDER: '/var/task/programme',
    PROPOSED_RULES_FOLDER: '/var/task/proposed',
    ...settings,
  };
  const named = needs.settings.map((name) => {
    const value = given[name];
    if (value === undefined) throw new Error(`No value for the setting ${name}`);
    return [name, value] as const;
  });
  return Object.fromEntries(named);
}

function grantNeeds(lambda: StepLambda, needs: LambdaNeeds, { records, outgoingMail }: StepLambdaProps): void {
  records.table.grantRows(lambda, needs);
  for (const folder of needs.reads) records.bucket.grantReadFolder(lambda, folder);
  for (const folder of needs.puts) records.bucket.grantPutFolder(lambda, folder);
  for (const folder of needs.locks ?? []) records.bucket.grantLockFolder(lambda, folder);
  for (const folder of needs.marksTaken ?? []) records.bucket.grantTagFolder(lambda, folder);
  for (const folder of needs.destroys ?? []) records.bucket.grantDestroyFolder(lambda, folder);
  for (const folder of needs.asksScanOf ?? []) records.bucket.grantAskScan(lambda, folder);
  if (needs.auditHeads) records.auditBucket.grantReadFolder(lambda, 'audit-heads');
  if (needs.auditHeads === 'keep') records.auditBucket.grantPutFolder(lambda, 'audit-heads');
  if (needs.sendsMail) outgoingMail?.grantSend(lambda);
  if (needs.textract) {
    Grant.addToPrincipal({
      grantee: lambda,
      actions: [`textract:${needs.textract}`],
      resourceArns: ['*'],
    }).assertSuccess();
  }
}
