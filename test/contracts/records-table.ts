import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientOf } from './aws-client.ts';

/** The table as infra/aws makes it: pk and sk, two indexes of all attributes. */
export async function makeRecordsTable(endpoint: string, name: string): Promise<DynamoDBClient> {
  const client = new DynamoDBClient(clientOf(endpoint));
  const schema = (place: string) => [
    { AttributeName: `${place}pk`, KeyType: 'HASH' as const },
    { AttributeName: `${place}sk`, KeyType: 'RANGE' as const },
  ];
  const attributes = ['pk', 'sk', 'index1pk', 'index1sk', 'index2pk', 'index2sk'];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: schema(''),
      AttributeDefinitions: attributes.map((text) => ({ AttributeName: text, AttributeType: 'S' as const })),
      GlobalSecondaryIndexes: ['index1', 'index2'].map((index) => ({
        IndexName: index,
        KeySchema: schema(index),
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
  );
  return client;
}
