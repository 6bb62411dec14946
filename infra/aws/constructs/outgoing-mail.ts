import { EventBus } from 'aws-cdk-lib/aws-events';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

type Props = { domain: string; mailFromDomain: string };

/** The domain answers come from: signed, over TLS only, and never again to an address that bounced or complained. */
export class OutgoingMail extends Construct {
  readonly #identity: EmailIdentity;
  readonly #configuration: ConfigurationSet;

  constructor(scope: Construct, id: string, { domain, mailFromDomain }: Props) {
    super(scope, id);
    this.#configuration = new ConfigurationSet(this, 'Configuration', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    // the service tells only the account's own bus
    this.#configuration.addEventDestination('CameBack', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    this.#identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      mailFromDomain,
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.REJECT_MESSAGE,
      configurationSet: this.#configuration,
    });
  }

  grantSend(grantee: IGrantable): void {
    const configurationArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.#configuration.configurationSetName,
    });
    Grant.addToPrincipal({
      grantee,
      actions: ['ses:SendEmail', 'ses:SendRawEmail'],
      resourceArns: [this.#identity.emailIdentityArn, configurationArn],
    }).assertSuccess();
  }
}
