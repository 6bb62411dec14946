import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { BucketFolder, RecordBucket } from '#infra/aws/constructs/record-bucket.ts';
import type { WatchedQueue } from '#infra/aws/constructs/watched-queue.ts';

type Props = { bucket: RecordBucket; folder: BucketFolder; to: WatchedQueue };

/** Each new object of one folder becomes one message of a queue. */
export class ObjectsToQueue extends Construct {
  constructor(scope: Construct, id: string, { bucket, folder, to }: Props) {
    super(scope, id);
    new Rule(this, 'Rule', {
      description: `A new object under ${folder}/`,
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: `${folder}/` }] } },
      },
      targets: [new SqsQueue(to.queue, { deadLetterQueue: to.deadLetters })],
    });
  }
}
