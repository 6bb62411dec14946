import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { objectPath, sha256OfFile } from '#infra/local/backup-objects.ts';
import { makeBackup } from '#infra/local/make-backup.ts';
import { restoreBackup } from '#infra/local/restore-backup.ts';
import { verifyBackup } from '#infra/local/verify-backup.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { tableDigest } from '#shared/adapters/local/sqlite-snapshot.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { anOfficeWithMails, type Office } from '#test/builders/an-office-with-mails.ts';

const scratch = mkdtempSync(join(tmpdir(), 'backup-'));
const to = join(scratch, 'backup');
const clock = { now: () => '2026-12-21T09:00:00.000Z' };
const at = (minute: number) => `2026-12-21T02:${String(minute).padStart(2, '0')}:00.000Z`;
let office: Office;

beforeAll(async () => {
  office = await anOfficeWithMails(['01-fillable-form', '10-certificate-missing']);
}, 60_000);
afterAll(async () => {
  await office.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Every file of a data folder but the database, with its hash. */
async function filesIn(data: string): Promise<Map<string, string>> {
  const paths = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((path) => {
    return statSync(join(data, path)).isFile() && !/records\.sqlite|host\.lock/.test(path);
  });
  return new Map(
    await Promise.all(paths.sort().map(async (path) => [path, await sha256OfFile(join(data, path))] as const)),
  );
}

async function lookedAt(data: string) {
  const records = openSqliteRecordStore(join(data, 'records.sqlite'));
  const files = openFolderFileStore(join(data, 'files'));
  const ledger = await makeProveLedger({ records, files, clock })({ months: ['2026-12'], withStore: false });
  const audit = await verifyAudit({ records, heads: openFolderAuditHeads(join(data, 'audit-heads')) });
  records.close();
  return { received: ledger.accounts.mails.received, lost: ledger.faults, broken: audit.faults };
}

describe('a backup of a host', () => {
  it('that goes on receiving mail is of one moment: whatever its rows name is there, and its audit trail holds', async () => {
    const raw = await readFile('test/fixtures/mail/09-ethics-a-quarter-hour-short.eml');
    const receiving = (async () => {
      for (let number = 1; number <= 6; number += 1)
        await office.take(Buffer.concat([Buffer.from(`X-Number: ${number}\r\n`), raw]));
    })();
    const seen: number[] = [];
    for (let number = 1; number <= 4; number += 1) {
      await makeBackup(office.folder, to, at(number));
      const data = join(scratch, `restored-${number}`);
      await restoreBackup(to, data, at(number));
      const { received, lost, broken } = await lookedAt(data);
      seen.push(received);
      expect({ lost, broken }).toEqual({ lost: [], broken: [] });
    }
    await receiving;
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect(await verifyBackup(to)).toMatchObject({ backups: 4, faults: [] });
  }, 60_000);

  it('that stands still is the host again: the same rows and the same files, by their hashes', async () => {
    await makeBackup(office.folder, to, at(20));
    const data = join(scratch, 'restored-still');
    await restoreBackup(to, data, null);
    expect(tableDigest(join(data, 'records.sqlite'))).toEqual(tableDigest(join(office.folder, 'records.sqlite')));
    expect(await filesIn(data)).toEqual(await filesIn(office.folder));
    expect((await filesIn(data)).size).toBeGreaterThan(10);
    expect((await lookedAt(data)).received).toBe(8);
  });

  it('copies only what is new since the one before', async () => {
    expect((await makeBackup(office.folder, to, at(21))).copied).toBe(await countNotNamedByBytes());
    await office.files.put('document', Buffer.from('one more'));
    expect((await makeBackup(office.folder, to, at(22))).copied).toBe((await countNotNamedByBytes()) + 1);
  });

  const countNotNamedByBytes = async () =>
    [...(await filesIn(office.folder)).keys()].filter((path) => !/[0-9a-f]{64}$/.test(path)).length;
});

describe('a backup that was damaged', () => {
  /** A copy of all backups, one change, and what the check says. */
  async function damaged(change: (copy: string, sha256: string) => void) {
    const copy = mkdtempSync(join(scratch, 'damaged-'));
    cpSync(to, copy, { recursive: true });
    const { manifest } = await makeBackup(office.folder, copy, at(40));
    const [file] = manifest.files.filter(({ path }) => path.startsWith('files/raw/'));
    change(copy, file?.sha256 ?? '');
    return { copy, path: file?.path ?? '', manifest, ...(await verifyBackup(copy)) };
  }
  const flipped = (path: string) => {
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };

  it('in one byte of a file is found, and the file named; it is not restored', async () => {
    const { copy, path, faults } = await damaged((folder, sha256) => flipped(objectPath(folder, sha256)));
    expect(faults).toContainEqual(expect.stringMatching(new RegExp(`^${path} {2}of ${at(40)} was changed`)));
    await expect(restoreBackup(copy, join(scratch, 'never'), null)).rejects.toMatchObject({ name: 'GiveUp' });
    expect(existsSync(join(scratch, 'never', 'records.sqlite'))).toBe(false);
  });

  it('by a file that is gone, or in its manifest, or in its database, is found', async () => {
    const gone = await damaged((folder, sha256) => rmSync(objectPath(folder, sha256)));
    expect(gone.faults.join()).toContain(`${gone.path}  of ${at(40)} is gone`);
    const manifest = await damaged((folder) => flipped(join(folder, 'manifests', '2026-12-21T02-40-00.000Z.json')));
    expect(manifest.faults).toEqual(['manifests/2026-12-21T02-40-00.000Z.json  was changed or cannot be read']);
    const sound = await damaged(() => undefined);
    expect(sound.faults).toEqual([]);
    flipped(objectPath(sound.copy, sound.manifest.records.sha256));
    expect((await verifyBackup(sound.copy)).faults.join()).toContain(`records.sqlite  of ${at(40)} was changed`);
  }, 30_000);
});

describe('npm run backup and npm run restore', () => {
  const run = (name: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`infra/local/${name}.ts`, ...args], {
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  };

  it('say what they did, and what to do next', () => {
    const [copy, data] = [join(scratch, 'by-command'), join(scratch, 'by-command-restored')];
    expect(run('backup', '--data', office.folder, '--to', copy).said).toMatch(/^Backup of .*: \d+ rows and \d+ files/);
    expect(run('backup', '--verify', copy)).toMatchObject({ status: 0, said: expect.stringContaining('1 backups') });
    expect(run('restore', '--from', copy, '--data', data).said).toContain(`npm start -- --data ${data}`);
    expect(run('restore', '--from', copy, '--data', data)).toMatchObject({
      ...{ status: 1, said: expect.stringContaining('is not empty') },
    });
    const isForOthers = (path: string) => (statSync(path).mode & 0o077) !== 0;
    const made = [copy, data].flatMap((folder) => [
      folder,
      ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    ]);
    expect(made.filter(isForOthers), 'what other accounts of the machine may read').toEqual([]);
  }, 30_000);

  it.each([
    ['backup', ['--data', '/nowhere', '--to', '/tmp/x'], 'Nothing is stored in /nowhere'],
    ['backup', [], 'npm run backup -- --verify'],
    ['backup', ['--verify', '/nowhere'], 'There is no backup in /nowhere'],
    ['restore', ['--from', '/nowhere', '--data', '/tmp/never-made'], 'There is no backup in /nowhere'],
    ['restore', [], '--at'],
  ])('%s says what to do when asked for %j', (name, args, sentence) => {
    const { status, said } = run(name, ...args);
    expect([status, said]).toEqual([1, expect.stringContaining(sentence)]);
    expect(said).not.toContain('    at ');
  });

  it('never lay a backup into the folder that it is of', async () => {
    await expect(makeBackup(office.folder, join(office.folder, 'backup'), at(50))).rejects.toMatchObject({
      name: 'GiveUp',
    });
  });
});
