import type { PriceName } from './prices.ts';

/** What a resource is billed by, or why nothing is billed for it. A test holds that each type of the stacks stands here. */
type Billing = { by: readonly PriceName[] } | { free: string };

const ofIam: Billing = { free: 'rights cost nothing' };
const partOfApi: Billing = { free: 'a part of a REST API, which is paid by its requests' };
const setting: Billing = { free: 'a setting of something that is paid by its use' };
const partOfNetwork: Billing = { free: 'a part of a network; only its interface endpoints are paid' };

export const billedResources: Readonly<Record<string, Billing>> = {
  'AWS::ApiGateway::Account': setting,
  'AWS::ApiGateway::BasePathMapping': partOfApi,
  'AWS::ApiGateway::Deployment': partOfApi,
  'AWS::ApiGateway::DomainName': partOfApi,
  'AWS::ApiGateway::Method': partOfApi,
  'AWS::ApiGateway::Resource': partOfApi,
  'AWS::ApiGateway::RestApi': { by: ['gatewayRequest', 'gigabyteOut'] },
  'AWS::ApiGateway::Stage': partOfApi,
  'AWS::Budgets::Budget': { free: 'a budget that only tells and does nothing' },
  'AWS::CE::AnomalyMonitor': { free: 'a look at the bill by AWS itself' },
  'AWS::CE::AnomalySubscription': { free: 'a look at the bill by AWS itself' },
  'AWS::CloudWatch::Alarm': { by: ['alarmMonth'] },
  'AWS::CloudWatch::Dashboard': { by: ['dashboardMonth'] },
  'AWS::Cognito::UserPool': { by: ['userMonth'] },
  'AWS::Cognito::UserPoolClient': { free: 'a person who signs in is paid, not where' },
  'AWS::Cognito::UserPoolDomain': { free: 'a name that is AWS’s own' },
  'AWS::Cognito::UserPoolGroup': { free: 'a person who signs in is paid, not their groups' },
  'AWS::DynamoDB::Table': { by: ['readUnit', 'writeUnit', 'tableGigabyteMonth'] },
  'AWS::EC2::FlowLog': { by: ['logGigabyte', 'logGigabyteMonth'] },
  'AWS::EC2::RouteTable': partOfNetwork,
  'AWS::EC2::SecurityGroup': partOfNetwork,
  'AWS::EC2::SecurityGroupIngress': partOfNetwork,
  'AWS::EC2::Subnet': partOfNetwork,
  'AWS::EC2::SubnetRouteTableAssociation': partOfNetwork,
  'AWS::EC2::VPC': partOfNetwork,
  'AWS::EC2::VPCEndpoint': { by: ['endpointMonth'] },
  'AWS::Events::Rule': { by: ['objectEvent'] },
  'AWS::GuardDuty::MalwareProtectionPlan': { by: ['scanObject', 'scanGigabyte', 'tagMonth'] },
  'AWS::IAM::Policy': ofIam,
  'AWS::IAM::Role': ofIam,
  'AWS::KMS::Key': { by: ['keyMonth', 'keyRequest'] },
  'AWS::Lambda::EventSourceMapping': { by: ['queueRequest'] },
  'AWS::Lambda::Function': { by: ['lambdaRequest', 'lambdaGigabyteSecond', 'trace'] },
  'AWS::Lambda::Permission': ofIam,
  'AWS::Logs::LogGroup': { by: ['logGigabyte', 'logGigabyteMonth'] },
  'AWS::Logs::MetricFilter': { by: ['metricMonth'] },
  'AWS::Logs::ResourcePolicy': ofIam,
  'AWS::S3::Bucket': { by: ['filePut', 'fileGet', 'fileGigabyteMonth', 'coldGigabyteMonth', 'coldPut'] },
  'AWS::S3::BucketPolicy': ofIam,
  'AWS::SES::ConfigurationSet': setting,
  'AWS::SES::ConfigurationSetEventDestination': { free: 'SES tells the account’s own bus for nothing' },
  'AWS::SES::EmailIdentity': { by: ['mailOut'] },
  'AWS::SES::ReceiptRule': { by: ['mailIn', 'mailInChunk'] },
  'AWS::SES::ReceiptRuleSet': setting,
  'AWS::SNS::Subscription': { free: 'the first thousand mails of a month' },
  'AWS::SNS::Topic': { free: 'the first million messages of a month' },
  'AWS::SNS::TopicPolicy': ofIam,
  'AWS::SQS::Queue': { by: ['queueRequest'] },
  'AWS::SQS::QueuePolicy': ofIam,
  'AWS::Scheduler::Schedule': { by: ['scheduledStart'] },
  'AWS::StepFunctions::StateMachine': { by: ['stateTransition', 'trace'] },
  'AWS::WAFv2::LoggingConfiguration': setting,
  'AWS::WAFv2::WebACL': { by: ['firewallMonth', 'firewallRuleMonth', 'firewallRequest'] },
  'AWS::WAFv2::WebACLAssociation': setting,
};

/** What is paid and is no resource: asked for by a Lambda. */
export const billedCalls: readonly PriceName[] = ['textractDetectPage', 'textractFormsTablesPage'];
