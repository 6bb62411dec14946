import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';

const data = mkdtempSync(join(tmpdir(), 'staff-'));

function staff(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/staff.ts', ...args, '--data', data], (fault, stdout, stderr) => {
      resolve({ code: fault === null ? 0 : 1, said: `${stdout}${stderr}` });
    });
  });
}

describe('npm run staff', () => {
  beforeAll(() => {
    openSqliteRecordStore(join(data, 'records.sqlite')).close();
  });

  it('adds somebody while the desk runs, and prints the link to their password', async () => {
    const running = openSqliteRecordStore(join(data, 'records.sqlite'));
    const added = await staff('add', 'Dana', '--roles', 'reviewer,supervisor', '--name', 'Dana Fontenot');
    running.close();

    expect(added.said).toMatch(/once, within 24 hours: {2}http:\/\/127\.0\.0\.1:8080\/link\/[\w-]{43}\n/);
    expect(added.said).toContain('give the same --console-port here');
    const elsewhere = await staff('link', 'Dana', '--console-port', '9080');
    expect(elsewhere.said).toMatch(/^For dana, .*http:\/\/127\.0\.0\.1:9080\/link\/[\w-]{43}\n$/i);
    expect((await staff('list')).said).toMatch(/^dana +Dana Fontenot +reviewer, supervisor +no password yet$/m);
    expect((await staff('add', 'DANA', '--roles', 'admin')).said).toContain('Choose another one.');
  });

  it('gives other roles, and takes all of them', async () => {
    expect((await staff('roles', 'dana', '--roles', 'auditor')).said).toContain('dana is now auditor');
    expect((await staff('revoke', 'dana')).said).toContain('dana can no longer sign in.');
    expect((await staff('link', 'dana')).said).toContain('was revoked. Give roles first');
    expect((await staff('list')).said).toContain('revoked');
  });

  it.each([
    [['add', 'Lee'], 'Give roles with --roles'],
    [['add', 'Lee', '--roles', 'owner'], 'reviewer, supervisor, auditor, security, admin'],
    [['revoke', 'nobody'], 'npm run staff -- list'],
    [['sing'], 'usage:'],
  ])('says what to do when asked for %j', async (args, sentence) => {
    const { code, said } = await staff(...args);

    expect(code).toBe(1);
    expect(said).toContain(sentence);
    expect(said).not.toContain('    at ');
  });
});
