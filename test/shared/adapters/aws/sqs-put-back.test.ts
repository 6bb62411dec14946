import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqsPutBack } from '#shared/adapters/aws/sqs-put-back.ts';
import { aQueue } from '#test/builders/a-queue.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { putBackContract } from '#test/contracts/put-back.contract.ts';

describe('the queue in memory, by which what waits is tried', () => {
  putBackContract(async () => {
    const queue = aQueue();
    return { putBack: queue.putBack, handsOut: async () => queue.handsOut() };
  });
});

describe.skipIf(!hasMoto)('a queue of SQS', () => {
  let moto: Moto;
  let sqs: SQSClient;
  beforeAll(async () => {
    moto = await startMoto();
    sqs = new SQSClient(clientOf(moto.endpoint));
  });
  afterAll(() => {
    moto?.stop();
  });

  let queues = 0;
  putBackContract(async () => {
    queues += 1;
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `mails-${queues}` }));
    return { putBack: openSqsPutBack(QueueUrl, sqs), handsOut: () => handedOut(sqs, QueueUrl) };
  });

  it('that is not there is a fault of ours, and the message stays where it was', async () => {
    const nowhere = openSqsPutBack(`${moto.endpoint}/123456789012/nowhere`, sqs);

    await expect(nowhere.again({ body: '{}', since: '2026-12-08T15:00:00Z', times: 1 }, 0)).rejects.toMatchObject({
      name: 'GiveUp',
    });
  });
});

/** Lambda hands the same over with small first letters. */
async function handedOut(sqs: SQSClient, QueueUrl: string): Promise<unknown[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      ...{ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] },
      MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
    }),
  );
  return Messages.map(({ MessageId, Body, Attributes = {}, MessageAttributes = {} }) => ({
    messageId: MessageId,
    body: Body,
    attributes: {
      SentTimestamp: Attributes.SentTimestamp,
      ApproximateReceiveCount: Attributes.ApproximateReceiveCount,
    },
    messageAttributes: Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, { StringValue, DataType }]) => [
        name,
        { stringValue: StringValue, dataType: DataType },
      ]),
    ),
  }));
}
