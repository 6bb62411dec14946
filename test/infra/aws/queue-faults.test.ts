import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateStateMachineCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { makeRecordsTable } from '#test/contracts/records-table.ts';
import { lambdaEnvironment } from './lambda-environment.ts';
import { queued } from './queued.ts';
import { type SomeLambdas, someLambdas } from './some-lambdas.ts';

const folder = mkdtempSync(join(tmpdir(), 'queue-faults-'));
const mail = readFileSync('test/fixtures/mail/29-only-a-letter.eml');

/** Messages as one batch of the queue, named m1, m2 and so on. */
const batch = (...bodies: string[]) => ({
  Records: bodies.map((body, at) => ({ messageId: `m${at + 1}`, body })),
});
const bodyOf = (key: string, time: string) => queued(key, time).Records[0]?.body ?? '';
const failed = (...ids: string[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

describe.skipIf(!hasMoto)('what the queue brings to the bundled receive, when it is not one good message', () => {
  let moto: Moto;
  let lambdas: SomeLambdas;
  let s3: S3Client;
  let sfn: SFNClient;
  let stateMachineArn = '';
  const put = (Key: string, Body: Buffer) => s3.send(new PutObjectCommand({ Bucket: 'records', Key, Body }));
  const runs = async () => (await sfn.send(new ListExecutionsCommand({ stateMachineArn }))).executions?.length;

  beforeAll(async () => {
    await bundleLambdas(folder, (name) => ['receive', 'apply-rules'].includes(name));
    moto = await startMoto();
    s3 = new S3Client(clientOf(moto.endpoint));
    sfn = new SFNClient(clientOf(moto.endpoint));
    await makeRecordsTable(moto.endpoint, 'records');
    await s3.send(new CreateBucketCommand({ Bucket: 'records', ObjectLockEnabledForBucket: true }));
    const definition = JSON.stringify({ StartAt: 'End', States: { End: { Type: 'Succeed' } } });
    const roleArn = 'arn:aws:iam::123456789012:role/intake';
    const made = await sfn.send(new CreateStateMachineCommand({ name: 'intake', definition, roleArn }));
    stateMachineArn = made.stateMachineArn ?? '';
    const own = { AWS_ENDPOINT_URL: moto.endpoint, STATE_MACHINE_ARN: stateMachineArn };
    lambdas = someLambdas(folder, { ...lambdaEnvironment(folder), ...own });
  });
  afterAll(() => {
    lambdas?.stop();
    moto?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a message that says nothing we know goes back alone; the mail beside it is received', async () => {
    await put('inbound/one', mail);

    const answer = await lambdas.invoke(
      'receive',
      batch('{"nonsense":', bodyOf('inbound/one', '2026-12-08T15:00:00Z')),
    );

    expect(answer).toEqual(failed('m1'));
    expect(await runs()).toBe(1);
  });

  it('a mail announced twice in one batch, and once more later, has one run', async () => {
    const same = bodyOf('inbound/one', '2026-12-08T15:00:00Z');

    expect(await lambdas.invoke('receive', batch(same, same))).toEqual(failed());
    expect(await lambdas.invoke('receive', batch(same))).toEqual(failed());
    expect(await runs()).toBe(1);
  });

  it('a mail announced before its object can be read goes back, and is received when it comes again', async () => {
    const early = bodyOf('inbound/two', '2026-12-08T16:00:00Z');
    const before = await lambdas.invoke('receive', batch(early));
    await put(
      'inbound/two',
      Buffer.from(mail.toString('latin1').replace(/^Message-ID:.*$/im, 'Message-ID: <two@example.org>'), 'latin1'),
    );

    expect(before).toEqual(failed('m1'));
    expect(await lambdas.invoke('receive', batch(early))).toEqual(failed());
    expect(await runs()).toBe(2);
  });

  it('of two mails the later may be announced first: each has its own run', async () => {
    for (const name of ['three', 'four'])
      await put(
        `inbound/${name}`,
        Buffer.from(
          mail.toString('latin1').replace(/^Message-ID:.*$/im, `Message-ID: <${name}@example.org>`),
          'latin1',
        ),
      );

    const answer = await lambdas.invoke(
      'receive',
      batch(bodyOf('inbound/four', '2026-12-08T18:00:00Z'), bodyOf('inbound/three', '2026-12-08T17:00:00Z')),
    );

    expect(answer).toEqual(failed());
    expect(await runs()).toBe(4);
  });
});
