import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { tableDigest } from '#shared/adapters/local/sqlite-snapshot.ts';
import { anOfficeWithMails } from '#test/builders/an-office-with-mails.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { makeRecordsTable } from '#test/contracts/records-table.ts';

const run = promisify(execFile);

describe.skipIf(!hasMoto)('a programme that moves from one machine to AWS', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'move-'));
  const [data, back] = [join(scratch, 'data'), join(scratch, 'back')];
  let moto: Moto;
  let table: Awaited<ReturnType<typeof makeRecordsTable>>;
  beforeAll(async () => {
    moto = await startMoto();
    const office = await anOfficeWithMails(['01-fillable-form', '10-certificate-missing']);
    await office.runner.stop();
    cpSync(office.folder, data, { recursive: true });
    await office.close();
    await run(process.execPath, ['infra/local/audit.ts', 'seal', '--data', data]);
    table = await makeRecordsTable(moto.endpoint, 'records');
    await makeRecordsTable(moto.endpoint, 'taken');
    const s3 = new S3Client(clientOf(moto.endpoint));
    for (const Bucket of ['files', 'seals'])
      await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
  }, 60_000);
  afterAll(() => {
    moto?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  const moved = async (command: 'export' | 'import', folder: string, tableName = 'records') => {
    const names = ['--table', tableName, '--bucket', 'files', '--audit-bucket', 'seals'];
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL: moto.endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'testing',
      AWS_SECRET_ACCESS_KEY: 'testing',
    };
    const lock = command === 'export' ? ['--mail-lock', 'governance 3'] : [];
    const args = [`infra/move/${command}.ts`, '--data', folder, ...names, ...lock];
    return run(process.execPath, args, { env }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (fault: { code: number; stderr: string }) => ({ code: fault.code, said: fault.stderr }),
    );
  };
  const hashesIn = (said: string) => said.match(/^(rows|files|seals) +[0-9a-f]{64}$/gm);

  it('says which hashes it compared, and every row, file and seal is there', async () => {
    const { code, said } = await moved('export', data);
    const { rows, digest } = tableDigest(join(data, 'records.sqlite'));

    expect(said).toContain(`the table records holds the same: ${rows} rows, `);
    expect(hashesIn(said)).toHaveLength(3);
    expect(said).toContain(digest);
    expect(code).toBe(0);
  }, 60_000);

  it('goes on, moves nothing twice, and says the same when it is started again', async () => {
    const again = await moved('export', data);

    expect(again.code).toBe(0);
    expect(hashesIn(again.said)).toEqual(hashesIn((await moved('export', data)).said));
  }, 60_000);

  it('comes back to one machine with the same hashes, and its audit trail holds there', async () => {
    const { code, said } = await moved('import', back);
    const audit = await run(process.execPath, ['infra/local/audit.ts', 'verify', '--data', back]);

    expect(code).toBe(0);
    expect(hashesIn(said)).toEqual(hashesIn((await moved('export', data)).said));
    expect(tableDigest(join(back, 'records.sqlite'))).toEqual(tableDigest(join(data, 'records.sqlite')));
    expect(audit.stdout).toMatch(/hold/);
  }, 60_000);

  it('goes into no place that holds something else', async () => {
    const other = openDynamoRecordStore('taken', table);
    await other.write([{ put: { pk: 'SUB#1', sk: 'MAIL', body: { of: 'another office' } }, expect: 'absent' }]);
    const { code, said } = await moved('export', data, 'taken');

    expect(code).toBe(1);
    expect(said).toMatch(/holds 1 rows that are not of .*Move into an empty place/s);
  }, 60_000);

  it('is found out when a single row differs: the place that changed since is refused', async () => {
    const store = openSqliteRecordStore(join(back, 'records.sqlite'));
    await store.write([{ put: { pk: 'SUB#1', sk: 'NOTE', body: { changed: true } }, expect: 'absent' }]);
    store.close();
    const { code, said } = await moved('import', back);

    expect(code).toBe(1);
    expect(said).toMatch(/rows that are not of the table records/);
  }, 60_000);

  it('says how it is called when a name is missing', async () => {
    const fault = await run(process.execPath, ['infra/move/export.ts', '--data', data]).catch((error) => error);

    expect(fault.stderr).toMatch(/usage: npm run export -- --data DIR --table NAME/);
  });

  it('exports no folder that holds nothing', async () => {
    const names = ['--table', 'a', '--bucket', 'b', '--audit-bucket', 'c', '--mail-lock', 'governance 3'];
    const nowhere = join(tmpdir(), 'no-programme-here');
    const fault = await run(process.execPath, ['infra/move/export.ts', '--data', nowhere, ...names]).catch(
      (error) => error,
    );

    expect(fault.stderr).toContain(`Nothing is stored in ${nowhere}.`);
    expect(existsSync(nowhere)).toBe(false);
  });
});
