import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LambdaNeeds, lambdaNeeds } from '#infra/aws/lambda-needs.ts';
import { networkServices } from '#infra/aws/network-services.ts';
import { aDeployment, type Deployment, type Resource, resourcesOf, templatesOf } from '../a-deployment.ts';
import { permissionsOfRoles } from '../permission-table.ts';

const lambdasOf = (deployment: Deployment): [string, Resource][] => {
  const { intake, console, sweep, retention } = templatesOf(deployment);
  const all = [intake, console, sweep, retention].flatMap((template) =>
    Object.values(resourcesOf(template, 'AWS::Lambda::Function')),
  );
  return all.map((one) => [String(one.Properties.Description).replace('.lambda.ts', ''), one]);
};
const needsOf = (name: string) => new Map<string, LambdaNeeds>(Object.entries(lambdaNeeds)).get(name);

describe('a stage without a network of its own', () => {
  const deployment = aDeployment('prod');

  it('is what every stage is, unless it says otherwise', () => {
    expect(deployment.network).toBeNull();
    for (const [name, { Properties }] of lambdasOf(deployment)) expect(Properties.VpcConfig, name).toBeUndefined();
  });
});

describe('a stage with a network of its own', () => {
  const deployment = aDeployment('prod', { network: { cidr: '10.60.0.0/16', zones: 2 } });
  if (deployment.network === null) throw new Error('there is no network');
  const template = Template.fromStack(deployment.network);
  const all = (type: string) => Object.values(resourcesOf(template, type)).map(({ Properties }) => Properties);

  it('has every Lambda in it but the console, which must reach the page of sign-in', () => {
    const outside = lambdasOf(deployment).filter(([, { Properties }]) => Properties.VpcConfig === undefined);

    expect(outside.map(([name]) => name)).toEqual(['console']);
    for (const [name] of outside) expect(needsOf(name)?.callsOutside).toBe(true);
  });

  it('has no way to the internet: no gateway, no NAT, no public subnet', () => {
    for (const type of ['InternetGateway', 'NatGateway', 'EgressOnlyInternetGateway', 'EIP', 'TransitGateway', 'Route'])
      expect(all(`AWS::EC2::${type}`), type).toEqual([]);
    expect(all('AWS::EC2::Subnet').map(({ MapPublicIpOnLaunch }) => MapPublicIpOnLaunch)).toEqual([false, false]);
  });

  it('leads to the services that the Lambdas call, and lets only this account through to S3 and DynamoDB', () => {
    const endpoints = z
      .array(
        z.looseObject({
          VpcEndpointType: z.string(),
          ServiceName: z.unknown().optional(),
          PolicyDocument: z.unknown().optional(),
        }),
      )
      .parse(all('AWS::EC2::VPCEndpoint'));
    const named = endpoints.map(({ ServiceName }) => /(\w+)"\]\]/.exec(JSON.stringify(ServiceName))?.[1]);

    expect(named.sort()).toEqual(['dynamodb', 's3', ...Object.values(networkServices)].sort());
    for (const { PolicyDocument } of endpoints.filter(({ VpcEndpointType }) => VpcEndpointType === 'Gateway'))
      expect(JSON.stringify(PolicyDocument)).toContain('"aws:PrincipalAccount":{"Ref":"AWS::AccountId"}');
  });

  it('lets nobody call a Lambda, and Lambdas only call by TLS', () => {
    const groups = z
      .array(z.looseObject({ SecurityGroupIngress: z.unknown().optional(), SecurityGroupEgress: z.array(z.unknown()) }))
      .parse(all('AWS::EC2::SecurityGroup'));
    const ingress = all('AWS::EC2::SecurityGroupIngress');

    expect(groups.map(({ SecurityGroupIngress }) => SecurityGroupIngress)).toEqual([undefined, undefined]);
    expect(ingress).toHaveLength(1);
    expect(ingress[0]).toMatchObject({ FromPort: 443, ToPort: 443, SourceSecurityGroupId: expect.anything() });
    expect(groups.flatMap(({ SecurityGroupEgress }) => SecurityGroupEgress)).toContainEqual(
      expect.objectContaining({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }),
    );
  });

  it('writes down what goes over it, under the key of logs', () => {
    expect(all('AWS::EC2::FlowLog')).toMatchObject([{ TrafficType: 'ALL', ResourceType: 'VPC' }]);
    expect(all('AWS::Logs::LogGroup')).toMatchObject([{ RetentionInDays: 400, KmsKeyId: expect.anything() }]);
  });

  it('lets AWS make the network cards of a Lambda, and not the code that runs in it', () => {
    const cards = permissionsOfRoles(Object.values(templatesOf(deployment))).filter(
      ({ who, action }) => who === 'OpenMailRole' && action.startsWith('ec2:'),
    );

    expect(cards.filter(({ effect }) => effect === 'Allow').map(({ action }) => action)).toHaveLength(6);
    expect(cards.filter(({ effect }) => effect === 'Deny')).toHaveLength(6);
    for (const { when } of cards.filter(({ effect }) => effect === 'Deny'))
      expect(when).toMatch(/^ArnLike lambda:SourceFunctionArn=.*:function:\*$/);
  });
});
