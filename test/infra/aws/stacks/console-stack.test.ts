import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { roles } from '#shared/domain/staff.ts';
import { aDeployment, resourcesOf } from '../a-deployment.ts';

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

  it('takes what the console has routes for: pages and forms', () => {
    const routes = Object.values(resourcesOf(template, 'AWS::ApiGatewayV2::Route'));

    expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual([
      'GET /',
      'GET /{proxy+}',
      'POST /{proxy+}',
    ]);
  });

  it('lets in only people an administrator named, with a second factor', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
  });

  it('writes down each request and holds back floods', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: {},
    });
  });
});
