import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamoDBClient, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { openS3FileStore } from '#shared/adapters/aws/s3-file-store.ts';
import { lockFolder } from '#shared/adapters/local/folder-lock.ts';
import { tableDigest } from '#shared/adapters/local/sqlite-snapshot.ts';
import { touchPersonWrite } from '#shared/records/touched-records.ts';
import { anOfficeWithMails } from '#test/builders/an-office-with-mails.ts';
import { hasMoto } from '#test/contracts/moto-server.ts';
import { type Account, anAccount, hashesIn } from './moving.ts';

const verifyAudit = (folder: string) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, ['infra/local/audit.ts', 'verify', '--data', folder], (fault, stdout, stderr) =>
      resolve({ code: fault === null ? 0 : 1, said: `${stdout}${stderr}` }),
    );
  });

const scratch = mkdtempSync(join(tmpdir(), 'interrupted-'));
const database = (folder: string) => join(folder, 'records.sqlite');

/** Enough rows that nobody moves them all between two looks. */
const people = 1_000;

describe.skipIf(!hasMoto)('a move that is cut off', () => {
  const data = join(scratch, 'data');
  let account: Account;
  let table: DynamoDBClient;
  let name = '';
  let folder = '';
  beforeAll(async () => {
    account = await anAccount();
    const office = await anOfficeWithMails(['10-certificate-missing']);
    for (let at = 0; at < people; at += 25)
      await office.records.write(Array.from({ length: 25 }, (_each, one) => touchPersonWrite(`P-${at + one}`)));
    await office.runner.stop();
    cpSync(office.folder, data, { recursive: true });
    await office.close();
  });
  afterAll(() => {
    account?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });
  let places = 0;
  beforeEach(async () => {
    places += 1;
    name = `office${places}`;
    folder = join(scratch, name);
    table = await account.deploy(name);
  });

  const rowsThere = async () =>
    (await table.send(new ScanCommand({ TableName: name, Select: 'COUNT' })).catch(() => ({ Count: 0 }))).Count ?? 0;
  const rowsHere = async () => {
    try {
      return tableDigest(database(folder)).rows;
    } catch {
      // not there yet, or it is written at this moment
      return 0;
    }
  };
  const someOf = (rows: () => Promise<number>) => async () => (await rows()) > 100;

  it('on its way to AWS by a power cut is no programme to move back, and ends the same when it is started again', async () => {
    expect(await account.moveUntil('export', data, name, someOf(rowsThere))).toBe(true);
    expect(await rowsThere()).toBeLessThan(tableDigest(database(data)).rows);

    const half = await account.move('import', folder, name);
    expect(half.said).toMatch(/the table \w+ holds a half programme: the move into it was cut off/);
    expect(half.code).toBe(1);
    expect(await rowsHere()).toBe(0);

    const whole = await account.move('export', data, name);
    expect(whole.code).toBe(0);
    expect((await account.move('import', folder, name)).code).toBe(0);
    expect(tableDigest(database(folder))).toEqual(tableDigest(database(data)));
  });

  it('on its way back is a folder in which no host works and from which nothing moves, and ends the same when it is started again', async () => {
    const there = await account.move('export', data, name);
    expect(await account.moveUntil('import', folder, name, someOf(rowsHere))).toBe(true);

    await expect(anOfficeWithMails([], undefined, { dataFolder: folder })).rejects.toMatchObject({
      name: 'GiveUp',
      message: expect.stringMatching(/holds half a programme: npm run import was cut off in it\. Start that again/),
    });
    await account.deploy(`${name}b`);
    expect((await account.move('export', folder, `${name}b`)).said).toMatch(/holds a half programme/);

    const again = await account.move('import', folder, name);
    expect(hashesIn(again.said)).toEqual(hashesIn(there.said));
    expect(tableDigest(database(folder))).toEqual(tableDigest(database(data)));
    expect(readdirSync(join(folder, 'tmp', 'move'))).toEqual([]);
    await anOfficeWithMails([], undefined, { dataFolder: folder }).then((office) => office.runner.stop());
  });

  it('because the disk was full says so, and ends the same on a disk with room', async () => {
    const there = await account.move('export', data, name);
    const full = await account.move('import', folder, name, `trap '' XFSZ; ulimit -f 300;`);
    expect(full.said).not.toMatch(/holds the same/);
    expect(full.code).toBe(1);

    const again = await account.move('import', folder, name);
    expect(hashesIn(again.said)).toEqual(hashesIn(there.said));
  });

  it('by a file of which a byte was changed names it, on either side, and takes it in when it is whole again', async () => {
    await account.move('export', data, name);
    const files = { Bucket: `${name}-files` };
    const { keys } = await openS3FileStore(files.Bucket, account.s3).list('document');
    const Key = keys[0] ?? '';
    const { Body } = await account.s3.send(new GetObjectCommand({ ...files, Key }));
    const whole = (await Body?.transformToByteArray()) ?? new Uint8Array();
    const changed = Uint8Array.from(whole);
    changed[10] = (changed[10] ?? 0) ^ 1;
    await account.s3.send(new PutObjectCommand({ ...files, Key, Body: changed }));

    const there = await account.move('import', folder, name);
    expect(there.said).toContain(
      `The file ${Key} of the table ${name} cannot be moved: a stored file no longer matches`,
    );
    expect(there.code).toBe(1);
    await account.s3.send(new DeleteObjectCommand({ ...files, Key }));
    await account.s3.send(new PutObjectCommand({ ...files, Key, Body: whole }));
    const [kind = '', sha256 = ''] = Key.split('/');
    const path = join(folder, 'files', kind, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const again = await account.move('import', folder, name);
    expect(again.code).toBe(0);

    writeFileSync(path, changed);
    const here = await account.move('import', folder, name);
    expect(here.said).toContain(`The file ${Key} of ${folder} cannot be moved`);
    expect(here.code).toBe(1);
  });

  it('never was, where a row of the audit trail was changed past the store: the trail says so after the move', async () => {
    await account.move('export', data, name);
    const { Items = [] } = await table.send(new ScanCommand({ TableName: name }));
    const row = Items.find(({ sk }) => sk?.S?.startsWith('AUDIT#'));
    const body = { S: row?.body?.S?.replace(/"at":"2026/, '"at":"2025') ?? '' };
    await table.send(
      new UpdateItemCommand({
        TableName: name,
        Key: { pk: row?.pk ?? { S: '' }, sk: row?.sk ?? { S: '' } },
        UpdateExpression: 'SET body = :body',
        ExpressionAttributeValues: { ':body': body },
      }),
    );
    expect((await account.move('import', folder, name)).code).toBe(0);
    expect(await verifyAudit(folder)).toMatchObject({ code: 1, said: expect.stringContaining(row?.pk?.S ?? 'none') });
  });

  it('before it began: nothing leaves a folder in which a host is at work', async () => {
    const lock = lockFolder(data);
    const { said, code } = await account.move('export', data, name);
    lock.release();
    expect(said).toMatch(/Another host is at work in the data folder/);
    expect(code).toBe(1);
    expect(await rowsThere()).toBe(0);
  });

  it('because a deployment that is awake wrote into the table: whose rows they are is said', async () => {
    const there = openDynamoRecordStore(name, table);
    await there.write([{ put: { pk: 'WATCH', sk: 'LAST', body: {} }, expect: 'absent' }]);
    const { said, code } = await account.move('export', data, name);
    expect(said).toMatch(
      /holds 1 rows that are not of .* \(WATCH\)\. Move into an empty place, in which nothing is at work/,
    );
    expect(code).toBe(1);
  });
});
