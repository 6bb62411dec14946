import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLocalRunner, type Steps } from '#infra/local/run-machine.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { fileIdOf, runIdOf } from '#shared/domain/ids.ts';
import { listAll } from '#shared/records/list-all.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { machineSteps, type StepState } from '#shared/workflow/steps.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { openDesk } from '#test/functions/console/desk.ts';
import { startHostProcess } from '#test/journeys/host-process.ts';
import { sourceFiles } from '#test/laws/source-files.ts';
import { aWatchedOffice, canary, canaryFault, type WatchedOffice } from './a-watched-office.ts';
import { machineryOf, namesAndSeals, repeatedIn, rowsOf, writtenByStrangers } from './canaries.ts';
import { journeys } from './canary-journeys.ts';

const marks = /zarnowski|quillfeather|0173|zqx-77131/i;
/** What needs no journey, and why. */
const without: Readonly<Record<string, string>> = {
  'leave-file-unread': 'only after a fault of a step: below',
  'set-aside': 'only after a fault of a step: below',
  'report-intake': 'what the command intake was asked to print, for whoever gave it the mail: no log',
};

let office: WatchedOffice;
const places = () => ({
  logs: office.logged,
  metrics: office.metered,
  subjects: office.subjects,
  'runs, reports and the audit trail': machineryOf(office.folder),
  'names of objects, and seals': namesAndSeals(office.folder),
  'headers and addresses of the console': office.seen,
});

describe('what strangers and reviewers write', () => {
  beforeAll(async () => {
    office = await aWatchedOffice();
    for (const { go } of journeys) await go(office);
  });
  afterAll(() => office.close());

  it('has a journey here through every handler there is', () => {
    const folders = readdirSync('functions', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const gone = new Set([...journeys.flatMap(({ through }) => through), ...Object.keys(without)]);
    expect([...gone].toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  });

  it('stands in none of the places where the machinery tells of its work', () => {
    const written = writtenByStrangers(office.folder);
    expect(written.size).toBeGreaterThan(60);
    expect([...written].some((text) => marks.test(text))).toBe(true);
    for (const lines of Object.values(places())) expect(lines.length).toBeGreaterThan(0);
    expect(repeatedIn(places(), written)).toEqual([]);
    for (const [place, lines] of Object.entries(places()))
      expect([place, lines.filter((line) => marks.test(line))]).toEqual([place, []]);
  });

  it('was in truth typed, decided and carried out', async () => {
    const decided = rowsOf(office.folder).filter(({ sk, body }) => sk.startsWith('DECISION#') && marks.test(body));
    expect(decided.map(({ body }) => JSON.parse(body).state)).toEqual(['in-effect']);
    expect(office.seen.some((line) => line.startsWith('location: /search?words='))).toBe(true);
  });

  it('would be found, were it there', () => {
    const [one = ''] = writtenByStrangers(office.folder);
    expect(repeatedIn({ logs: [`{"name":"${one.toUpperCase()}"}`] }, new Set([one]))).toEqual([`logs: ${one}`]);
  });
});

describe('an object in the cloud', () => {
  it('bears the name of its bytes and nothing beside: no metadata, no tag, no name of a download', () => {
    const aws = sourceFiles().filter((file) => file.startsWith('shared/adapters/aws/'));
    const putting = aws.filter((file) => readFileSync(file, 'utf8').includes('new PutObjectCommand('));
    expect(putting.length).toBeGreaterThan(1);
    for (const file of putting)
      expect([file, readFileSync(file, 'utf8')]).toEqual([
        file,
        expect.not.stringMatching(/\b(?:Metadata|Tagging|ContentDisposition)\b/),
      ]);
  });
});

describe('the real host, its own process', () => {
  it('says nothing of the mails that it takes, of its roster', async () => {
    const data = await mkdtemp(join(tmpdir(), 'host-'));
    const [roster, approved] = ['test/fixtures/roster.csv', 'test/fixtures/approved-trainings.csv'];
    const host = await startHostProcess({ data, roster, approved, inbox: 'ce@office.example' });
    const post = createTransport({ host: '127.0.0.1', port: host.smtpPort, secure: false, ignoreTLS: true });
    const envelope = { from: 'zarnowski@canary.example', to: 'ce@office.example' };
    await post.sendMail({ envelope, raw: readFileSync('test/fixtures/mail/10-certificate-missing.eml') });
    await post.sendMail({ envelope, raw: Buffer.from(`From: ${canary}\r\nSubject: ${canary}\r\n\r\n${canary}`) });
    post.close();
    await expect
      .poll(() => rowsOf(data).filter(({ sk, body }) => sk === 'SUBMISSION' && JSON.parse(body).filedAt).length, {
        timeout: 60_000,
      })
      .toBe(2);
    await fetch(`${host.consoleUrl}/search?words=${encodeURIComponent(canary)}`).then((answer) => answer.text());
    await host.stop();
    const said = host.said();
    expect(said).toContain('"outcome":"accepted"');
    expect(said).not.toMatch(marks);
    expect(repeatedIn({ said: [said] }, writtenByStrangers(data))).toEqual([]);
  });
});

describe('a fault with the words of a paper in it', () => {
  const submissionId = submissionIdFor(7);
  const input = { submissionId, runId: runIdOf(submissionId, 1) };
  const file = { ...input, fileId: fileIdOf(1) };
  const outputs: Partial<Record<StepState, object>> = {
    OpenMail: { ...input, next: 'read', files: [file] },
    ApplyRules: { ...input, settled: false },
    SettleDecision: { ...input, next: 'judge' },
  };
  const cases = machineSteps.flatMap(({ state }) => [
    { state, kind: 'an error of a library', fault: canaryFault },
    { state, kind: 'our own', fault: () => new GiveUp(canary, { cause: canaryFault() }) },
  ]);

  it.each(cases)('reaches no log and no row of the run from $state: $kind', async ({ state, fault }) => {
    const records = openSqliteRecordStore(':memory:');
    const logged: string[] = [];
    const given: unknown[] = [];
    const step = (name: StepState) => async (asked: unknown) => {
      given.push(asked);
      // what catches faults is reached by a fault of another step
      const isHere =
        name === state ||
        (name === 'ReadText' && state === 'LeaveFileUnread') ||
        (name === 'MatchPerson' && state === 'SetAside');
      if (isHere) throw fault();
      return outputs[name] ?? asked;
    };
    const steps = Object.fromEntries(machineSteps.map(({ state: name }) => [name, step(name)])) as Steps;
    const runner = makeLocalRunner({ steps, records, atOnce: 1, log: makeLog({ write: (line) => logged.push(line) }) });
    await runner.start(state === 'SettleDecision' ? 'settle' : 'intake', input.runId, {
      ...input,
      takesEffectAt: '2026-01-01T00:00:00.000Z',
    });
    await runner.idle();
    const rows = await listAll(records, { pk: `RUN#${input.runId}` });
    expect(logged.join('')).toMatch(new RegExp(`"step":"${state}"`));
    expect(JSON.stringify([logged, rows, given])).not.toMatch(marks);
    records.close();
  });

  it('is told to nobody who asks the console', async () => {
    const broken = async () => Promise.reject(canaryFault());
    const desk = openDesk('/nowhere', { tonight: broken, whatIf: broken });
    for (const address of ['/sweep/tonight', '/rules/what-would-change', '/health']) {
      const answer = await desk.as('supervisor', 'auditor').request(address);
      expect(`${[...answer.headers]} ${await answer.text()}`).not.toMatch(marks);
    }
  });
});
