import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockFolder } from '#shared/adapters/local/folder-lock.ts';

/** Takes the lock in a process of its own, which then kills itself without giving it back. */
function lockAndDie(dir: string): string {
  const module = new URL('../../../../shared/adapters/local/folder-lock.ts', import.meta.url);
  const code = `import('${module.href}').then(({ lockFolder }) => {
    try { lockFolder(${JSON.stringify(dir)}); console.log('taken'); } catch (fault) { console.log(fault.name); }
    process.kill(process.pid, 'SIGKILL');
  })`;
  return spawnSync(process.execPath, ['--eval', code], { encoding: 'utf8' }).stdout.trim();
}

describe('the lock on a data folder', () => {
  test('lets one host in, and the next one when that is gone', () => {
    const dir = mkdtempSync(join(tmpdir(), 'lock-'));
    const lock = lockFolder(dir);
    expect(lockAndDie(dir)).toBe('GiveUp');
    lock.release();
    expect(lockAndDie(dir)).toBe('taken');
    expect(lockAndDie(dir)).toBe('taken');
  });
});
