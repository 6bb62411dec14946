import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

type Props = { key: IKey; workerTimeoutSeconds: number; triesMax: number };

/** A queue and where its messages go that nobody could work on. Both keep a message as long as SQS can: two weeks. */
export class WatchedQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key, workerTimeoutSeconds, triesMax }: Props) {
    super(scope, id);
    this.#key = key;
    const kept = {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    };
    this.deadLetters = new Queue(this, 'DeadLetters', kept);
    this.queue = new Queue(this, 'Queue', {
      ...kept,
      // six times the worker's time, as AWS asks of queues that feed Lambdas
      visibilityTimeout: Duration.seconds(6 * workerTimeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: triesMax },
    });
  }

  /** To lay a message into it again, and no more: the construct's own grant would let one look at the queue too. */
  grantPutBack(grantee: IGrantable): void {
    const grants = [
      { actions: ['sqs:SendMessage'], resourceArns: [this.queue.queueArn] },
      // what SQS asks of whoever sends into an encrypted queue
      { actions: ['kms:GenerateDataKey', 'kms:Decrypt'], resourceArns: [this.#key.keyArn] },
    ];
    for (const grant of grants) Grant.addToPrincipal({ grantee, ...grant }).assertSuccess();
  }
}
