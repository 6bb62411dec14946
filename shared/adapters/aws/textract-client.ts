import { TextractClient } from '@aws-sdk/client-textract';

/**
 * The SDK by itself waits for an answer as long as the Lambda lives. A page takes seconds: what took so long will not come any more,
 * and three such waits, which is as often as the SDK asks, still fit into the time of a step.
 */
export const textractWaits = { answerSeconds: 60, asks: 3 } as const;
const connectSeconds = 5;

export const openTextract = (): TextractClient =>
  new TextractClient({
    maxAttempts: textractWaits.asks,
    requestHandler: {
      requestTimeout: textractWaits.answerSeconds * 1000,
      throwOnRequestTimeout: true,
      connectionTimeout: connectSeconds * 1000,
    },
  });
