import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { PutBack } from '#shared/ports/put-back.ts';
import { faultOf } from './aws-faults.ts';
import { pacedAttributes } from './queued-messages.ts';

/** Into the queue from which the message came. A new message of SQS: its receives are counted from none. */
export function openSqsPutBack(queueUrl: string, client = new SQSClient({})): PutBack {
  return {
    async again({ body, since, times }, seconds) {
      try {
        await client.send(
          new SendMessageCommand({
            QueueUrl: queueUrl,
            MessageBody: body,
            DelaySeconds: seconds,
            MessageAttributes: {
              [pacedAttributes.since]: { DataType: 'String', StringValue: since },
              [pacedAttributes.times]: { DataType: 'Number', StringValue: String(times) },
            },
          }),
        );
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}
