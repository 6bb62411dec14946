import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDynamoRecordRows } from '#shared/adapters/aws/dynamo-record-rows.ts';
import { openS3FileStore } from '#shared/adapters/aws/s3-file-store.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordRows } from '#shared/adapters/local/sqlite-record-rows.ts';
import { tableDigest } from '#shared/adapters/local/sqlite-snapshot.ts';
import { fileFolders } from '#shared/ports/file-store.ts';
import type { RecordRows } from '#shared/ports/record-rows.ts';
import { hasMoto } from '#test/contracts/moto-server.ts';
import { anOfficeOfEveryKind } from './an-office-of-every-kind.ts';
import { type Account, anAccount, hashesIn } from './moving.ts';
import { rowWordsInCode, wordsOf } from './row-words.ts';

/** Of the words of rows in code, those that no row of this store has. */
async function missingIn(rows: RecordRows): Promise<string[]> {
  const there = new Set<string>();
  for await (const row of rows.all()) for (const word of wordsOf(row)) there.add(word);
  return rowWordsInCode().filter((word) => !there.has(word));
}

describe('a programme with a row of every kind that our code writes', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'kinds-'));
  const [data, back] = [join(scratch, 'data'), join(scratch, 'back')];
  let account: Account | null = null;
  beforeAll(() => anOfficeOfEveryKind(data));
  afterAll(() => {
    account?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });
  const rowsIn = async <Answer>(folder: string, ask: (rows: RecordRows) => Promise<Answer>) => {
    const rows = openSqliteRecordRows(join(folder, 'records.sqlite'));
    return ask(rows).finally(() => rows.close());
  };

  it('has one of each: whoever adds a kind of row adds one here, so that it is known to move', async () => {
    expect(rowWordsInCode().length).toBeGreaterThan(120);
    expect(await rowsIn(data, missingIn)).toEqual([]);
  });

  it('has a file in each folder of the file store', async () => {
    const files = openFolderFileStore(join(data, 'files'));
    for (const folder of fileFolders) expect((await files.list(folder)).keys.length, folder).toBeGreaterThan(0);
  });

  describe.skipIf(!hasMoto)('that moves to AWS and back', () => {
    it('is there with one of each, every file by its hash, and every mail as it came locked as AWS locks it', async () => {
      account = await anAccount();
      const table = await account.deploy('office');
      const { code, said } = await account.move('export', data, 'office');
      expect(said).toMatch(/holds the same/);
      expect(code).toBe(0);

      expect(await missingIn(openDynamoRecordRows('office', table))).toEqual([]);
      const [here, there] = [openFolderFileStore(join(data, 'files')), openS3FileStore('office-files', account.s3)];
      for (const folder of fileFolders) {
        const { keys } = await there.list(folder);
        expect(keys.length, folder).toBeGreaterThan(0);
        for (const key of keys) expect(await there.read(key)).toEqual(new Uint8Array(await here.read(key)));
      }
      for (const Key of (await there.list('raw')).keys) {
        const asked = new HeadObjectCommand({ Bucket: 'office-files', Key });
        expect((await account.s3.send(asked)).ObjectLockMode).toBe('GOVERNANCE');
      }
    });

    it('is back with the same rows, hash for hash, and moves there again as the very same', async () => {
      if (account === null) throw new Error('nothing moved there');
      const { code, said } = await account.move('import', back, 'office');
      expect(code).toBe(0);
      expect(await rowsIn(back, missingIn)).toEqual([]);
      expect(tableDigest(join(back, 'records.sqlite'))).toEqual(tableDigest(join(data, 'records.sqlite')));
      expect(hashesIn((await account.move('export', back, 'office')).said)).toEqual(hashesIn(said));
    });
  });
});
