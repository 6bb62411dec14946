import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { whySameOrigin } from '#infra/aws/names-apart.ts';
import { stages } from '#infra/aws/stages.ts';
import { roles } from '#shared/domain/staff.ts';
import { aDeployment, resourcesOf, templatesOf } from '../a-deployment.ts';
import { permissionsOfRoles } from '../permission-table.ts';
import { wordsOf } from '../template-words.ts';

const methodSchema = z.object({
  RestApiId: z.unknown(),
  ResourceId: z.union([z.strictObject({ Ref: z.string() }), z.looseObject({})]),
  HttpMethod: z.string(),
  AuthorizationType: z.string(),
});
const ruleSchema = z.looseObject({
  Name: z.string(),
  OverrideAction: z.unknown().optional(),
  Statement: z.looseObject({
    ManagedRuleGroupStatement: z
      .looseObject({
        RuleActionOverrides: z.array(z.object({ Name: z.string(), ActionToUse: z.unknown() })).optional(),
      })
      .optional(),
  }),
});
const words = wordsOf(Object.values(templatesOf(aDeployment())));

describe('the stack of the console', () => {
  const template = Template.fromStack(aDeployment().console);

  it('tells the console which user pool to believe, and where browsers reach it', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: {
          CONSOLE_URL: Match.stringLikeRegexp('^https://'),
          OIDC_ISSUER: { 'Fn::GetAtt': [Match.stringLikeRegexp('Reviewers'), 'ProviderURL'] },
          OIDC_CLIENT_ID: { Ref: Match.stringLikeRegexp('ConsoleClient') },
          OIDC_GROUPS_CLAIM: 'cognito:groups',
        },
      },
    });
  });

  it('has a client that only the code flow and PKCE let in, back to one address', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: [Match.stringLikeRegexp('^https://.*/signed-in$')],
    });
  });

  it('has a group for each role of the desk', () => {
    const groups = Object.values(resourcesOf(template, 'AWS::Cognito::UserPoolGroup'));

    expect(groups.map(({ Properties }) => Properties.GroupName).sort()).toEqual([...roles].sort());
  });

  it('takes what the console has routes for: pages and forms; of the files only what is asked for', () => {
    const methods = Object.values(resourcesOf(template, 'AWS::ApiGateway::Method')).map(({ Properties }) => {
      const { RestApiId, ResourceId, HttpMethod, AuthorizationType } = methodSchema.parse(Properties);
      return `${HttpMethod} ${'Ref' in ResourceId ? '/{proxy+}' : '/'} of ${words(RestApiId)}, ${AuthorizationType}`;
    });

    expect(methods.sort()).toEqual([
      'GET / of ConsoleApi, NONE',
      'GET / of OriginalsApi, NONE',
      'GET /{proxy+} of ConsoleApi, NONE',
      'GET /{proxy+} of OriginalsApi, NONE',
      'POST /{proxy+} of ConsoleApi, NONE',
    ]);
  });

  it('answers in pieces, since a mail with its papers is larger than a Lambda may answer at once', () => {
    for (const { Properties } of Object.values(resourcesOf(template, 'AWS::ApiGateway::Method')))
      expect(Properties.Integration).toMatchObject({ Type: 'AWS_PROXY', ResponseTransferMode: 'STREAM' });
  });

  it('lets in only people an administrator named, with a second factor', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
  });

  it('writes down each request without its query, in a log of ours, and holds back floods', () => {
    const stages = Object.values(resourcesOf(template, 'AWS::ApiGateway::Stage'));

    expect(stages).toHaveLength(2);
    for (const { Properties } of stages) {
      expect(Properties.MethodSettings).toEqual([
        expect.objectContaining({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100, DataTraceEnabled: false }),
      ]);
      const { Format } = z.object({ Format: z.string() }).parse(Properties.AccessLogSetting);
      expect(Object.values(z.record(z.string(), z.string()).parse(JSON.parse(Format))).sort()).toEqual([
        ...['$context.httpMethod', '$context.identity.sourceIp', '$context.path', '$context.requestId'],
        ...['$context.requestTime', '$context.responseLatency', '$context.responseLength', '$context.status'],
        '$context.wafResponseCode',
      ]);
    }
    template.hasResourceProperties('AWS::ApiGateway::Account', { CloudWatchRoleArn: Match.anyValue() });
  });
});

describe('the origin of the files', () => {
  const template = Template.fromStack(aDeployment().console);

  it('has another host name than any console, or nothing is deployed', () => {
    const own = { name: 'dev', consoleUrl: 'https://desk.example', originalsUrl: 'https://desk.example:444' } as const;

    expect(whySameOrigin(Object.values(stages))).toBeNull();
    expect(whySameOrigin([own])).toContain(
      'consoleUrl of dev and originalsUrl of dev are both desk.example. Give each',
    );
  });

  it('may read mails and files, and find and use up links; nothing else of the table, and nothing of sign-in', () => {
    const ofIt = permissionsOfRoles([template]).filter(({ who }) => who === 'OriginalsRole');
    const ofTable = ofIt.filter(({ action }) => action.startsWith('dynamodb:'));

    expect(ofTable.map(({ action, when }) => `${action} when ${when}`).sort()).toEqual([
      'dynamodb:DeleteItem when ForAllValues:StringLike dynamodb:LeadingKeys=DOWNLOAD#*',
      'dynamodb:GetItem when ForAllValues:StringLike dynamodb:LeadingKeys=DOWNLOAD#*',
    ]);
    const actions = ofIt.map(({ action }) => action.split(':')[0]);
    expect([...new Set(actions)].sort()).toEqual(['dynamodb', 'kms', 'logs', 's3', 'sts', 'xray']);
    expect(ofIt.filter(({ action }) => /^s3:(?:Put|Delete)/.test(action))).toEqual([]);
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: 'originals.lambda.ts',
      Environment: { Variables: { TABLE_NAME: Match.anyValue(), BUCKET_NAME: Match.anyValue() } },
    });
  });
});

describe('what stands before both', () => {
  const template = Template.fromStack(aDeployment().console);
  const [acl] = Object.values(resourcesOf(template, 'AWS::WAFv2::WebACL'));
  const rules = z.array(ruleSchema).parse(acl?.Properties.Rules);

  it('is one firewall, also before the page of sign-in, and there is no way around it: AWS has no name of its own for either', () => {
    const apis = Object.values(resourcesOf(template, 'AWS::ApiGateway::RestApi'));
    const before = Object.values(resourcesOf(template, 'AWS::WAFv2::WebACLAssociation'));

    expect(apis.map(({ Properties }) => Properties.DisableExecuteApiEndpoint)).toEqual([true, true]);
    expect(before.map(({ Properties }) => words(Properties.ResourceArn)).sort()).toEqual([
      'SignInReviewers',
      expect.stringMatching(/restapis\/ConsoleApi\/stages\/ConsoleApiDeploymentStagedesk$/),
      expect.stringMatching(/restapis\/OriginalsApi\/stages\/OriginalsApiDeploymentStagedesk$/),
    ]);
  });

  it('turns away known attackers, known attacks and floods from one address', () => {
    expect(rules.map(({ Name, OverrideAction }) => [Name, OverrideAction])).toEqual([
      ['AWSManagedRulesAmazonIpReputationList', { None: {} }],
      ['AWSManagedRulesKnownBadInputsRuleSet', { None: {} }],
      ['AWSManagedRulesCommonRuleSet', { None: {} }],
      ['FloodsFromOneAddress', undefined],
    ]);
    expect(rules[3]).toMatchObject({ Action: { Block: {} }, Statement: { RateBasedStatement: { Limit: 10_000 } } });
  });

  it('only counts what it finds in a form: a stranger could write an attack on a certificate, and no reviewer could save its case', () => {
    const counted = rules.flatMap(({ Statement }) =>
      (Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? []).map(({ Name, ActionToUse }) => {
        expect(ActionToUse).toEqual({ Count: {} });
        return Name;
      }),
    );

    expect(counted.length).toBeGreaterThan(5);
    expect(counted.filter((name) => !name.endsWith('_BODY'))).toEqual([]);
  });

  it('writes down what it turned away or counted, for as long as other logs, without cookies, queries and bodies', () => {
    template.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      RedactedFields: [
        { SingleHeader: { Name: 'cookie' } },
        { SingleHeader: { Name: 'authorization' } },
        { QueryString: {} },
      ],
      LoggingFilter: { DefaultBehavior: 'DROP' },
    });
    expect(acl?.Properties.DataProtectionConfig).toMatchObject({
      DataProtections: [
        { Action: 'SUBSTITUTION', Field: { FieldType: 'SINGLE_HEADER', FieldKeys: ['cookie'] } },
        { Action: 'SUBSTITUTION', Field: { FieldType: 'QUERY_STRING' } },
        { Action: 'SUBSTITUTION', Field: { FieldType: 'BODY' } },
      ],
    });
    expect(JSON.stringify(acl?.Properties)).not.toContain('"SampledRequestsEnabled":true');
    const log = Object.values(resourcesOf(template, 'AWS::Logs::LogGroup')).find(({ Properties }) =>
      words(Properties.LogGroupName ?? '').includes('aws-waf-logs-'),
    );
    expect(log?.Properties).toMatchObject({ RetentionInDays: 400, KmsKeyId: expect.anything() });
  });
});

describe('the two names', () => {
  it('lead nowhere until somebody has a certificate for them', () => {
    const template = Template.fromStack(aDeployment().console);
    expect(resourcesOf(template, 'AWS::ApiGateway::DomainName')).toEqual({});
  });

  it('are served with it from then on, by TLS 1.2 and newer, and say where DNS must lead', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/0';
    const template = Template.fromStack(aDeployment('prod', { certificateArn }).console);
    const names = Object.values(resourcesOf(template, 'AWS::ApiGateway::DomainName')).map(
      ({ Properties }) => Properties,
    );

    expect(names.map(({ DomainName }) => DomainName).sort()).toEqual([
      'console.peer-credentials.example',
      'files.peer-credentials.example',
    ]);
    for (const name of names)
      expect(name).toMatchObject({ SecurityPolicy: 'TLS_1_2', RegionalCertificateArn: certificateArn });
    expect(Object.keys(resourcesOf(template, 'AWS::ApiGateway::BasePathMapping'))).toHaveLength(2);
    expect(Object.values(template.findOutputs('*', { Description: Match.stringLikeRegexp('^CNAME of') }))).toHaveLength(
      2,
    );
  });
});
