import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { StateMachine } from 'aws-local-stepfunctions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nightlyHooks } from '#functions/sweep/nightly-parts.ts';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { runSweep } from '#infra/local/run-sweep.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { nameOfMail } from '#shared/adapters/mail-message.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import type { SweepRun } from '#shared/domain/sweep-run.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findLetter, letterWrite, listLettersOf } from '#shared/records/letter-records.ts';
import { isStopped } from '#shared/records/mail-stop-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { listStandingsOf, standingWrite } from '#shared/records/standing-records.ts';
import { findSweepRun, listSweepRunsOf } from '#shared/records/sweep-run-records.ts';
import { type SweepState, sweepSteps } from '#shared/workflow/steps.ts';
import { sweepDefinition } from '#shared/workflow/sweep.definition.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { makeRecordsTable } from '#test/contracts/records-table.ts';
import { type AskingAws, askedInLines, askingAws } from './asking-aws.ts';
import { type SomeLambdas, someLambdas } from './some-lambdas.ts';

const names = ['sweep-plan', 'sweep-segment', 'sweep-report', 'send-waiting', 'note-bounces'];
const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
const mailFrom = 'ce@peer-credentials.example';
/** Thirty days before the due day: a letter is due to everybody of whom nothing is known. */
const day = '2026-12-01';
const people = Array.from({ length: 12 }, (_each, at) => `RPSS-${String(at).padStart(4, '0')}`);
const programme = await programmeNamed('louisiana-rpss');

async function fill(records: RecordStore): Promise<void> {
  for (const specialistId of people)
    await putSpecialist(records, aSpecialist({ specialistId, email: `${specialistId.toLowerCase()}@example.org` }));
}

/** Everything of a run that does not hang on when and where it was. */
const told = ({ counts, units, dollars, findings, onRoster, runId }: SweepRun) => {
  return { counts, units, dollars, findings, onRoster, runId };
};

async function nightOf(records: RecordStore) {
  const found = [];
  for (const id of people) {
    const [standings, letters] = await Promise.all([listStandingsOf(records, id), listLettersOf(records, id)]);
    const said = standings.map(({ standing: { since: _since, ...standing } }) => standing);
    found.push({ id, said, letters: letters.map(({ letter: { line, text, hours } }) => ({ line, text, hours })) });
  }
  return found;
}

/** The same people, swept on one machine. */
async function onOneMachine() {
  const records = openSqliteRecordStore(':memory:');
  await fill(records);
  const clock = { now: () => `${day}T08:00:00.000Z` };
  const hooks = await nightlyHooks({ records, secrets: randomSecrets, programme }, mailFrom);
  const run = await runSweep({ records, clock, programme, hooks }, day);
  const night = await nightOf(records);
  records.close();
  return { run: told(run), night };
}

describe.skipIf(!hasMoto)('a night of the sweep by the bundled Lambdas, against an AWS-compatible server', () => {
  let moto: Moto;
  let aws: AskingAws;
  let records: RecordStore;
  let lambdas: SomeLambdas;
  let environment: Record<string, string>;
  const payloads: { state: string; bytes: number }[] = [];
  const kept = <Payload>(state: string, payload: Payload): Payload => {
    payloads.push({ state, bytes: Buffer.byteLength(JSON.stringify(payload)) });
    return payload;
  };

  beforeAll(async () => {
    await bundleLambdas(folder, (name) => names.includes(name));
    moto = await startMoto();
    aws = await askingAws(moto.endpoint);
    records = openDynamoRecordStore('records', await makeRecordsTable(moto.endpoint, 'records'));
    await new SESv2Client(clientOf(moto.endpoint)).send(new CreateEmailIdentityCommand({ EmailIdentity: mailFrom }));
    environment = {
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'testing',
      AWS_SECRET_ACCESS_KEY: 'testing',
      TABLE_NAME: 'records',
      PROGRAMME_FOLDER: join(folder, 'sweep-segment', 'programme'),
      METRICS_NAMESPACE: 'peer-credentials-test',
      MAIL_FROM: mailFrom,
    };
    lambdas = someLambdas(folder, environment);
    await fill(records);
  }, 60_000);
  afterAll(() => {
    lambdas?.stop();
    aws?.stop();
    moto?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Walks the deployed definition, with the bundled Lambdas behind its tasks; `isCut`: that one is killed with its machine. */
  async function night(
    isCut: (state: SweepState, turn: number) => boolean = () => false,
    start: 'by-hand' | 'by-timer' = 'by-hand',
  ): Promise<void> {
    const arn = (state: string) => `arn:aws:lambda:us-east-1:000000000000:function:${state}`;
    const text = JSON.stringify(sweepDefinition).replace(/\$\{(\w+)\}/g, (_all, state) => arn(state));
    let turns = 0;
    const handlers = sweepSteps.map(({ state, file }) => [
      state,
      async (event: unknown) => {
        turns += 1;
        if (isCut(state, turns)) throw Object.assign(new Error('killed'), { name: 'Killed' });
        return kept(state, await lambdas.invoke(file, kept(state, event)));
      },
    ]);
    const machine = new StateMachine(JSON.parse(text));
    const overrides = { taskResourceLocalHandlers: Object.fromEntries(handlers) };
    await machine.run({ day, start }, { overrides }).result;
  }
  const runNow = async (): Promise<SweepRun | null> => (await listSweepRunsOf(records, day))[0]?.run ?? null;

  it('goes on, when half of the segments were cut off, where each of them stands, and ends as on one machine', async () => {
    await expect(night((state, turn) => state === 'SweepSegment' && turn % 2 === 0)).rejects.toThrow('NotSwept');
    expect((await runNow())?.finishedAt).toBeNull();
    await night();
    const run = await runNow();
    const alone = await onOneMachine();
    expect(run?.finishedAt).not.toBeNull();
    expect(run?.runId).toBe(`${day}.01`);
    expect(run?.counts).toEqual(alone.run.counts);
    expect(await nightOf(records)).toEqual(alone.night);
    expect(alone.night.flatMap(({ letters }) => letters)).toHaveLength(people.length);
  }, 60_000);

  it('started once more by its timer, ends at once: it asks what is done, walks nobody and tells nothing twice', async () => {
    const [rows, told] = [await runNow(), payloads.length];
    await night(undefined, 'by-timer');
    expect(await listSweepRunsOf(records, day)).toHaveLength(1);
    expect(await runNow()).toEqual(rows);
    expect(payloads.slice(told).map(({ state }) => state)).toEqual(['SweepPlan', 'SweepPlan']);
  }, 60_000);

  it('hands on names of segments only: no payload is a tenth of the 32 kB that we allow one', () => {
    expect(new Set(payloads.map(({ state }) => state)).size).toBe(sweepSteps.length);
    expect(Math.max(...payloads.map(({ bytes }) => bytes))).toBeLessThan(2_000);
  });

  it('takes nothing that has not the form of its step, and says by name that there is no such run', async () => {
    for (const { file } of sweepSteps)
      await expect(lambdas.invoke(file, {})).rejects.toMatchObject({ name: 'ZodError' });
    const missing = { runId: '2020-01-01.01', segment: '00' };
    for (const file of ['sweep-segment', 'sweep-report'])
      await expect(lambdas.invoke(file, missing)).rejects.toMatchObject({ name: 'GiveUp' });
    expect(await findSweepRun(records, missing.runId)).toBeNull();
  });

  it('sends in its hour what the night wrote, and takes note of an address that does not exist', async () => {
    const now = Date.now();
    const [from, until] = [now - 3_600_000, now + 3_600_000].map((at) => new Date(at).toISOString());
    const specialistId = 'RPSS-9001';
    const letter = aLetter({
      specialistId,
      to: 'nobody@example.org',
      hours: [{ from: from ?? '', until: until ?? '' }],
    });
    await putSpecialist(records, aSpecialist({ specialistId, email: letter.to }));
    await records.write([letterWrite(letter, null), standingWrite(aStanding({ specialistId }), null)]);

    expect(await lambdas.invoke('send-waiting', {})).toMatchObject({ letters: { sent: 1, refused: 0 } });
    expect((await findLetter(records, letter))?.letter.state).toBe('sent');

    const tags = { message: [nameOfMail({ ...letter, inReplyTo: null, references: [] })] };
    const bouncedRecipients = [{ emailAddress: letter.to, action: 'failed', status: '5.1.1' }];
    const detail = { mail: { tags }, bounce: { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients } };
    const event = { source: 'aws.ses', 'detail-type': 'Email Bounced', detail };
    const Records = [event, { source: 'aws.ses', detail: 'of no known shape' }].map((said, at) => {
      return { messageId: `m${at}`, body: JSON.stringify(said) };
    });
    // what cannot be read comes again, and in the end lies where an alarm shows it; it holds up nothing else
    expect(await lambdas.invoke('note-bounces', { Records })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm1' }],
    });
    expect(await isStopped(records, specialistId, letter.to)).toBe(true);
  }, 60_000);

  it('asks AWS for what the list of asked rights says, line by line', async () => {
    await expect(askedInLines(aws.asked)).toMatchFileSnapshot('./asked/a-night.txt');
  });
});
