import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Host, startHost } from '#infra/local/host.ts';
import { readLocalSettings } from '#shared/config/settings.ts';
import { makeLog } from '#shared/telemetry/log.ts';

/** Each port of the two hosts is named by its flag: 0 takes a free one. */
function settingsOf(data: string, ports: { smtp?: number; console?: number } = {}) {
  const { smtp = 0, console = 0 } = ports;
  const own = ['--smtp-port', String(smtp), '--console-port', String(console), '--recipients', 'ce@office.example'];
  return readLocalSettings({}, ['--data', data, '--outbox', join(data, 'outbox'), '--text-reader', 'none', ...own]);
}

describe('a second host on one machine', () => {
  const quiet = makeLog({ write: () => {} });
  let folder = '';
  let first: Host;
  const start = (data: string, ports?: { smtp?: number; console?: number }) =>
    startHost(settingsOf(join(folder, data), ports), quiet);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'two-hosts-'));
    first = await start('one');
  });
  afterAll(async () => {
    await first.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('B291: is refused the data folder of the first, with a sentence that says what to do', async () => {
    await expect(start('one')).rejects.toMatchObject({
      name: 'GiveUp',
      message: expect.stringMatching(
        /^Another host is at work in the data folder .*one\. Stop it, or give another folder\.$/,
      ),
    });
  });

  test('B291: is refused the inbox of the first, which takes the mail of that port for its own programme', async () => {
    await expect(start('two', { smtp: first.smtpPort })).rejects.toMatchObject({
      name: 'GiveUp',
      message: expect.stringContaining(
        'another program has this port. Stop it, or give another port with --smtp-port.',
      ),
    });
  });

  test('B291: is refused the console of the first, by which its reviewers sign in', async () => {
    await expect(start('three', { console: Number(new URL(first.consoleUrl).port) })).rejects.toMatchObject({
      name: 'GiveUp',
      message: expect.stringContaining(
        'another program has this port. Stop it, or give another port with --console-port.',
      ),
    });
  });
});
