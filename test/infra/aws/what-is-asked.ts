import { z } from 'zod';

/** One right that a call needs: the action, and on which of our things, in the words of the table of permissions. */
export type Asked = { action: string; resource: string /** of a row that is taken away: its partition */; of?: string };

export type Call = {
  method: string;
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
  status: number;
};

const things: Readonly<Record<string, string>> = {
  'bucket records': 'RecordBucket',
  'bucket seals': 'AuditBucket',
  'table records': 'RecordTable',
};
const textSchema = z.object({ S: z.string() });
const writeSchema = z.object({ Key: z.object({ pk: textSchema }) });
const bodySchema = z.object({
  IndexName: z.string().optional(),
  TransactItems: z
    .array(
      z.object({
        Update: writeSchema.optional(),
        Delete: writeSchema.optional(),
        ConditionCheck: writeSchema.optional(),
        Put: writeSchema.optional(),
      }),
    )
    .optional(),
});

/** The rights that AWS would ask for, by what the call says; what is not known here is named as it came, and a test finds it. */
export function rightsOf(call: Call): Asked[] {
  const target = String(call.headers['x-amz-target'] ?? '');
  const [service = '', operation = ''] = target.split('.');
  if (service.startsWith('DynamoDB')) return rightsAtTable(operation, call.body);
  if (service.startsWith('AWSStepFunctions')) return [{ action: `states:${operation}`, resource: '*' }];
  if (service === 'AmazonSQS') return [{ action: `sqs:${operation}`, resource: '*' }];
  if (service === 'Textract') return [{ action: `textract:${operation}`, resource: '*' }];
  if (call.url.startsWith('/v2/email/outbound-emails')) return [{ action: 'ses:SendEmail', resource: '*' }];
  return rightsAtBucket(call);
}

function rightsAtTable(operation: string, body: string): Asked[] {
  const { IndexName, TransactItems = [] } = bodySchema.parse(JSON.parse(body));
  const table = things['table records'] ?? '';
  if (operation !== 'TransactWriteItems')
    return [
      { action: `dynamodb:${operation}`, resource: IndexName === undefined ? table : `${table}/index/${IndexName}` },
    ];
  return TransactItems.map(({ Update, Delete, ConditionCheck }) => {
    if (Update) return { action: 'dynamodb:UpdateItem', resource: table };
    if (ConditionCheck) return { action: 'dynamodb:ConditionCheckItem', resource: table };
    if (Delete) return { action: 'dynamodb:DeleteItem', resource: table, of: Delete.Key.pk.S };
    return { action: 'dynamodb:PutItem', resource: table };
  });
}

function rightsAtBucket({ method, url, headers, status }: Call): Asked[] {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [, bucketName = '', folder = ''] = pathname.split('/');
  const bucket = things[`bucket ${bucketName}`] ?? pathname;
  if (folder === '')
    return [{ action: searchParams.has('versions') ? 's3:ListBucketVersions' : 's3:ListBucket', resource: bucket }];
  const resource = `${bucket}/${folder}/*`;
  const tells = (name: string) => [{ action: `s3:${method === 'PUT' ? 'Put' : 'Get'}Object${name}`, resource }];
  if (searchParams.has('tagging')) return tells('Tagging');
  if (searchParams.has('retention')) return tells('Retention');
  if (method === 'DELETE')
    return [{ action: searchParams.has('versionId') ? 's3:DeleteObjectVersion' : 's3:DeleteObject', resource }];
  if (method === 'PUT') {
    const locks = headers['x-amz-object-lock-mode'] === undefined ? [] : tells('Retention');
    return [{ action: 's3:PutObject', resource }, ...locks];
  }
  // who may not list is told "forbidden" of what is missing
  const whole = searchParams.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject';
  const missing = status === 404 ? [{ action: 's3:ListBucket', resource: bucket }] : [];
  return [{ action: whole, resource }, ...missing];
}
