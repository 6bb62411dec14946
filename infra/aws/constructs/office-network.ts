import {
  FlowLogDestination,
  FlowLogTrafficType,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointService,
  IpAddresses,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Aws, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { acknowledge } from '#infra/aws/acknowledgements.ts';
import { networkServices } from '#infra/aws/network-services.ts';
import type { RecordsStack } from '#infra/aws/stacks/records-stack.ts';
import type { Network, Stage } from '#infra/aws/stages.ts';

type Props = { stage: Stage; network: Network; records: RecordsStack };

const https = Port.tcp(443);

class ClosedVpc extends Vpc {
  /** None, ever. (The library's own type, "or undefined", does not fit its interface under exact optional properties.) */
  override get vpnGatewayId(): string {
    return '';
  }
}

/**
 * A network of our own for the Lambdas, with no way to the internet in either direction: no gateway, no NAT, no public subnet. What leaves
 * them reaches the services of AWS that have an endpoint here, and those only (decision 0036).
 */
export class OfficeNetwork extends Construct {
  readonly vpc: ClosedVpc;
  readonly lambdas: SecurityGroup;

  constructor(scope: Construct, id: string, { stage, network, records }: Props) {
    super(scope, id);
    this.vpc = new ClosedVpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr(network.cidr),
      maxAzs: network.zones,
      natGateways: 0,
      createInternetGateway: false,
      subnetConfiguration: [{ name: 'Lambdas', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
      // to close it CDK would add a Lambda with rights of its own; nothing of ours is ever in it
      restrictDefaultSecurityGroup: false,
    });
    acknowledge(this.vpc, 'nothing-in-the-default-group');
    this.#writeDown(stage, records);
    this.lambdas = new SecurityGroup(this, 'LambdaGroup', {
      vpc: this.vpc,
      description: 'Lambdas: nobody calls them over the network, and they call only what has an endpoint here',
      allowAllOutbound: false,
    });
    // the gateways of S3 and DynamoDB have public addresses, to which no other way leads from here
    this.lambdas.addEgressRule(Peer.anyIpv4(), https, 'Endpoints of this network');
    this.#leadToServices();
  }

  #writeDown({ logRetentionDays }: Stage, { logKey }: RecordsStack): void {
    const log = new LogGroup(this, 'FlowLog', {
      encryptionKey: logKey,
      retention: logRetentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.vpc.addFlowLog('Flows', {
      destination: FlowLogDestination.toCloudWatchLogs(log),
      trafficType: FlowLogTrafficType.ALL,
    });
  }

  #leadToServices(): void {
    const gateways = { S3: GatewayVpcEndpointAwsService.S3, DynamoDb: GatewayVpcEndpointAwsService.DYNAMODB };
    // nobody carries papers out into a bucket of their own with keys of their own
    for (const [name, service] of Object.entries(gateways))
      this.vpc.addGatewayEndpoint(name, { service }).addToPolicy(onlyThisAccount());
    const endpoints = new SecurityGroup(this, 'EndpointGroup', {
      vpc: this.vpc,
      description: 'Endpoints: called by our Lambdas',
      allowAllOutbound: false,
    });
    endpoints.addIngressRule(this.lambdas, https, 'Lambdas');
    for (const service of Object.values(networkServices))
      this.vpc.addInterfaceEndpoint(`To-${service}`, {
        service: new InterfaceVpcEndpointService(`com.amazonaws.${Aws.REGION}.${service}`, 443),
        privateDnsEnabled: true,
        securityGroups: [endpoints],
        open: false,
      });
  }
}

const onlyThisAccount = () =>
  new PolicyStatement({
    principals: [new AnyPrincipal()],
    actions: ['*'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:PrincipalAccount': Aws.ACCOUNT_ID } },
  });
