import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  test('hands a mail and a packet of papers to its inbox, and says that both got through; neither stands in a queue', async () => {
    const { stdout } = await canary(host.smtpPort);

    expect(stdout).toContain('The canary got through');
    expect(stdout).toContain('The packet of papers got through');
    const month = new Date().toISOString().slice(0, 7);
    const { submissions } = await listSubmissions(host.records, { month });
    expect(submissions.map(({ submission }) => isCanaryMail(submission))).toEqual([true]);
    expect(await listReviews(host.records, 'open')).toEqual([]);
  });

  test('says in which words of ours a packet differs, where rule pages say something else', async () => {
    const stricter = join(folder, 'programme');
    cpSync('shared/rules/programmes/louisiana-rpss', stricter, { recursive: true });
    const page = join(stricter, 'canary', 'packet.json');
    writeFileSync(page, readFileSync(page, 'utf8').replaceAll('"hours": 300', '"hours": 275'));
    const differing = await run(process.execPath, [
      ...['infra/local/canary.ts', ...flags(host.smtpPort), '--programme', stricter],
    ]).then(
      () => null,
      (fault: { code: number; stdout: string }) => fault,
    );

    expect(differing).toMatchObject({ code: 1, stdout: expect.stringContaining('something else: what-counts.') });
  });

  test('says in words, with exit code 1, that nobody takes mail at that port', async () => {
    const nobody = canary(9).then(
      () => null,
      (fault: { code: number; stderr: string }) => fault,
    );

    expect(await nobody).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nobody took a mail at 127.0.0.1:9.'),
    });
  });
});
