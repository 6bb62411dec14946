import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { type Answer, type AnsweringServer, answeringServer } from '#test/contracts/answering-server.ts';
import { clientOf } from '#test/contracts/aws-client.ts';

const writes: Write[] = [{ put: { pk: 'a', sk: 'b', body: 'secret' }, expect: 'absent' }];
const failure = (type: string, more: object = {}): Answer => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'secret', ...more },
});
const cancelled = (...codes: string[]) =>
  failure('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) });

/** Waits for nothing, and remembers for how long it should have; the dice say the longest each time. */
function noted() {
  const waits: number[] = [];
  const pause = async (milliseconds: number) => void waits.push(milliseconds);
  return { waits, waiting: { random: () => 1, pause } };
}

describe('what DynamoDB says, and what the record store makes of it', () => {
  let next: Answer | 'hang up' = 'hang up';
  let server: AnsweringServer;
  let store: RecordStore;
  beforeAll(async () => {
    server = await answeringServer(() => next);
    store = openDynamoRecordStore('records', new DynamoDBClient(clientOf(server.endpoint)), noted().waiting);
  });
  afterAll(() => server.close());

  it('an expectation that does not hold is a conflict, even beside a busy item', async () => {
    next = cancelled('None', 'ConditionalCheckFailed', 'TransactionConflict');
    expect(await store.write(writes)).toBe('conflict');
  });

  it.each([
    ['another transaction on the same item', cancelled('None', 'TransactionConflict')],
    ['a partition that is too busy', cancelled('ProvisionedThroughputExceeded')],
    ['throttling inside the transaction', cancelled('ThrottlingError')],
    ['throttling of the request', failure('ThrottlingException')],
    ['a table that is too busy', failure('ProvisionedThroughputExceededException')],
  ])('B267: %s is no failure, and may work later', async (_case, answer) => {
    next = answer;
    await expect(store.write(writes)).rejects.toMatchObject({ name: 'Paced' });
  });

  it.each([
    ['the same request still going on', failure('TransactionInProgressException')],
    ['a fault of the service', { status: 500, body: { __type: 'InternalServerError' } } satisfies Answer],
    ['no answer at all', 'hang up' as const],
  ])('B267: %s may work later', async (_case, answer) => {
    next = answer;
    await expect(store.write(writes)).rejects.toMatchObject({ name: 'TryAgain' });
  });

  it.each([
    ['a request that can never work', failure('ValidationException')],
    ['a missing permission', failure('AccessDeniedException')],
    ['a change that the table refuses', cancelled('ValidationError')],
  ])('%s is given up, without repeating what was in it', async (_case, answer) => {
    next = answer;
    const fault = await store.write(writes).catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'GiveUp' });
    expect(String(fault)).not.toContain('secret');
  });

  it('a transaction that was held back is tried again by itself, whatever held it back, and finds its place', async () => {
    const answers = [
      cancelled('None', 'TransactionConflict'),
      cancelled('ThrottlingError', 'None'),
      cancelled('ProvisionedThroughputExceeded', 'TransactionConflict'),
    ];
    const busy = await answeringServer(() => answers.shift() ?? { status: 200, body: {} });
    const client = new DynamoDBClient(clientOf(busy.endpoint));
    const { waits, waiting } = noted();
    expect(await openDynamoRecordStore('records', client, waiting).write(writes)).toBe('written');
    expect(busy.requests).toHaveLength(4);
    expect(waits).toEqual([40, 80, 160]);
    await busy.close();
  });

  it('is not asked for ever: after nine tries within seven seconds whoever wrote is told to come again', async () => {
    const busy = await answeringServer(() => cancelled('ThrottlingError'));
    const { waits, waiting } = noted();
    const held = openDynamoRecordStore('records', new DynamoDBClient(clientOf(busy.endpoint)), waiting);
    await expect(held.write(writes)).rejects.toMatchObject({ name: 'Paced' });
    expect(busy.requests).toHaveLength(9);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(7_000);
    await busy.close();
  });

  it('an expectation that did not hold, or a change that can never work, is not asked again for being beside a busy item', async () => {
    const second = ['ConditionalCheckFailed', 'ValidationError'];
    for (const code of second) {
      const busy = await answeringServer(() => cancelled('ThrottlingError', code));
      const { waits, waiting } = noted();
      await openDynamoRecordStore('records', new DynamoDBClient(clientOf(busy.endpoint)), waiting)
        .write(writes)
        .catch(() => null);
      expect(busy.requests).toHaveLength(1);
      expect(waits).toEqual([]);
      await busy.close();
    }
  });

  it('waits by full jitter: two that met once hardly meet again', async () => {
    const busy = await answeringServer(() => cancelled('TransactionConflict'));
    const dice = [0, 0.25, 0.5, 0.75, 1, 0, 0.5, 1];
    const waits: number[] = [];
    const waiting = {
      random: () => dice.shift() ?? 0,
      pause: async (milliseconds: number) => void waits.push(milliseconds),
    };
    const held = openDynamoRecordStore('records', new DynamoDBClient(clientOf(busy.endpoint)), waiting);
    await expect(held.write(writes)).rejects.toMatchObject({ name: 'Paced' });
    expect(waits).toEqual([0, 20, 80, 240, 640, 0, 1_000, 2_000]);
    await busy.close();
  });

  it('a row of another shape is given up, not guessed', async () => {
    next = { status: 200, body: { Item: { pk: { S: 'a' }, sk: { S: 'b' }, version: { N: 'x' } } } };
    await expect(store.find({ pk: 'a', sk: 'b' })).rejects.toMatchObject({ name: 'GiveUp' });
  });

  it('a list goes on behind a page that DynamoDB ended early', async () => {
    const item = (sk: string) => ({ pk: { S: 'a' }, sk: { S: sk }, version: { N: '1' }, body: { S: '1' } });
    const pages: Answer[] = [
      { status: 200, body: { Items: [item('1')], LastEvaluatedKey: { pk: { S: 'a' }, sk: { S: '1' } } } },
      { status: 200, body: { Items: [], LastEvaluatedKey: { pk: { S: 'a' }, sk: { S: '2' } } } },
      { status: 200, body: { Items: [item('3')] } },
    ];
    const paged = await answeringServer(() => pages.shift() ?? 'hang up');
    const { records, after } = await openDynamoRecordStore(
      'records',
      new DynamoDBClient(clientOf(paged.endpoint)),
    ).list({ pk: 'a' });
    expect(records.map(({ sk }) => sk)).toEqual(['1', '3']);
    expect(after).toBeUndefined();
    await paged.close();
  });
});
