import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Host, startHost } from '#infra/local/host.ts';
import { readLocalSettings } from '#shared/config/settings.ts';
import { isCanaryMail } from '#shared/domain/canary.ts';
import { listReviews } from '#shared/records/review-records.ts';
import { listSubmissions } from '#shared/records/submission-records.ts';
import { makeLog } from '#shared/telemetry/log.ts';

const run = promisify(execFile);

describe('npm run canary, beside the host of one machine', () => {
  let folder = '';
  let host: Host;
  const flags = (port: number) => [
    ...['--data', join(folder, 'data'), '--outbox', join(folder, 'outbox'), '--text-reader', 'none'],
    ...['--smtp-port', String(port), '--console-port', '0', '--recipients', 'ce@office.example'],
  ];
  const canary = (port: number) => run(process.execPath, ['infra/local/canary.ts', ...flags(port)]);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'canary-host-'));
    host = await startHost(readLocalSettings({}, flags(0)), makeLog({ write: () => {} }));
  });
  afterAll(async () => {
    await host?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('hands a mail to its inbox, and says that it got through; nobody is answered, and it stands in no queue', async () => {
    const { stdout } = await canary(host.smtpPort);

    expect(stdout).toContain('The canary got through');
    const month = new Date().toISOString().slice(0, 7);
    const { submissions } = await listSubmissions(host.records, { month });
    expect(submissions.map(({ submission }) => isCanaryMail(submission))).toEqual([true]);
    expect(await listReviews(host.records, 'open')).toEqual([]);
  });

  test('says in words, with exit code 1, that nobody takes mail at that port', async () => {
    const nobody = canary(9).then(
      () => null,
      (fault: { code: number; stderr: string }) => fault,
    );

    expect(await nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('TryAgain') });
  });
});
