import {
  AccessLogField,
  AccessLogFormat,
  CfnBasePathMapping,
  DomainName,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseTransferMode,
  RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from '#infra/aws/acknowledgements.ts';
import type { StepLambda } from '#infra/aws/constructs/step-lambda.ts';
import type { WebFirewall } from '#infra/aws/constructs/web-firewall.ts';
import { consoleRequests } from '#infra/aws/rates.ts';
import type { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import type { Stage } from '#infra/aws/stages.ts';

type Props = {
  /** ends the name by which CloudWatch keeps its figures */
  name: string;
  /** where browsers reach it */
  url: string;
  lambda: StepLambda;
  methods: readonly ('GET' | 'POST')[];
  stage: Stage;
  records: RecordsStack;
  firewall: WebFirewall;
};

/** Who asked for what, and how it ended. The path without its query: links of ours and sign-ins on their way stand in that. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    time: AccessLogField.contextRequestTime(),
    ip: AccessLogField.contextIdentitySourceIp(),
    method: AccessLogField.contextHttpMethod(),
    path: AccessLogField.contextPath(),
    status: AccessLogField.contextStatus(),
    bytes: AccessLogField.contextResponseLength(),
    ms: AccessLogField.contextResponseLatency(),
    firewall: AccessLogField.contextWafResponseCode(),
  }),
);

/**
 * One web app under a host name of its own: a REST API, since only that can have a firewall before it without a way around it
 * (decision 0034). Its answers come in pieces, nothing is kept on the way, and AWS's own name for it is switched off.
 */
export class WebAddress extends RestApi {
  constructor(scope: Construct, id: string, props: Props) {
    const { name, url, lambda, methods, stage, records, firewall } = props;
    const log = new LogGroup(scope, `${id}Log`, {
      encryptionKey: records.logKey,
      retention: stage.logRetentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    super(scope, id, {
      restApiName: `peer-credentials-${stage.name}-${name}`,
      endpointConfiguration: { types: [EndpointType.REGIONAL] },
      disableExecuteApiEndpoint: true,
      // files in forms and pictures in answers are bytes
      binaryMediaTypes: ['*/*'],
      cloudWatchRole: false,
      deployOptions: {
        stageName: 'desk',
        accessLogDestination: new LogGroupLogDestination(log),
        accessLogFormat: accessLog,
        // its own log would hold heads and bodies, under no key of ours
        loggingLevel: MethodLoggingLevel.OFF,
        tracingEnabled: true,
        throttlingRateLimit: consoleRequests.perSecond,
        throttlingBurstLimit: consoleRequests.atOnce,
      },
    });
    // an output of AWS's own name, under which nothing answers
    this.node.tryRemoveChild('Endpoint');
    this.#answerWith(lambda, methods);
    firewall.standBefore(id, this.deploymentStage.stageArn);
    this.#underItsName(url, stage);
    acknowledge(this, 'app-reads-its-own-forms');
    acknowledge(this.deploymentStage, 'gateway-writes-no-heads');
  }

  #answerWith(lambda: StepLambda, methods: Props['methods']): void {
    const integration = new LambdaIntegration(lambda, {
      allowTestInvoke: false,
      responseTransferMode: ResponseTransferMode.STREAM,
    });
    const below = this.root.addResource('{proxy+}');
    const asked = [this.root.addMethod('GET', integration), ...methods.map((one) => below.addMethod(one, integration))];
    for (const method of asked) acknowledge(method, 'console-asks-itself');
  }

  /** Until somebody has a certificate for the two names, nothing leads here at all (how-to/deploy.md). */
  #underItsName(url: string, { certificateArn }: Stage): void {
    if (certificateArn === null) return;
    const { hostname } = new URL(url);
    const domain = new DomainName(this, 'Name', {
      domainName: hostname,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new CfnBasePathMapping(this, 'Mapping', {
      domainName: domain.domainName,
      restApiId: this.restApiId,
      stage: this.deploymentStage.stageName,
    });
    new CfnOutput(this, 'LeadsTo', { description: `CNAME of ${hostname}`, value: domain.domainNameAliasDomainName });
  }
}
