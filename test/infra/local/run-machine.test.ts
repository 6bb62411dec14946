import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listFailedRuns, listGoingRuns } from '#infra/local/journal.ts';
import { resumeOpenRuns } from '#infra/local/resume-open-runs.ts';
import { makeLocalRunner, type Steps } from '#infra/local/run-machine.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import { fileIdOf, runIdOf } from '#shared/domain/ids.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { intakeDefinition } from '#shared/workflow/intake.definition.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { runWatcherContract } from '#test/contracts/workflow-runner.contract.ts';

const submissionId = submissionIdFor(7);
const runId = runIdOf(submissionId, 1);
const input = { submissionId, runId };
const quiet = makeLog({ write: () => {} });

let records: ReturnType<typeof openSqliteRecordStore>;
let done: string[];
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
  done = [];
});
afterEach(() => records.close());

/** Steps that only note that they were done; each can be replaced. */
function steps(own: Partial<Steps> = {}): Steps {
  const noted = (state: string) => async (given: unknown) => {
    done.push(state);
    return given;
  };
  const two = [1, 2].map((number) => ({ ...input, fileId: fileIdOf(number) }));
  return {
    OpenMail: async () => {
      done.push('OpenMail');
      return { ...input, next: 'read', files: two };
    },
    ReadText: noted('ReadText'),
    SortDocuments: noted('SortDocuments'),
    ReadFields: noted('ReadFields'),
    LeaveFileUnread: noted('LeaveFileUnread'),
    MatchPerson: noted('MatchPerson'),
    ApplyRules: async () => {
      done.push('ApplyRules');
      return { ...input, settled: true };
    },
    OpenReview: noted('OpenReview'),
    TellSender: noted('TellSender'),
    FileSubmission: noted('FileSubmission'),
    SetAside: noted('SetAside'),
    SettleDecision: async () => {
      done.push('SettleDecision');
      return { ...input, next: 'judge' };
    },
    ...own,
  };
}

const runner = (own: Partial<Steps> = {}) => makeLocalRunner({ steps: steps(own), records, log: quiet, atOnce: 1 });

async function run(own: Partial<Steps> = {}): Promise<void> {
  const local = runner(own);
  await local.start('intake', runId, input);
  await local.idle();
}

describe('the machine on one machine', () => {
  runWatcherContract(async () => {
    const held = Promise.withResolvers<void>();
    const local = runner({ OpenMail: () => held.promise.then(() => ({ ...input, next: 'judge', files: [] })) });
    return {
      watcher: local,
      goOn: async (going) => {
        await local.start('intake', going, { submissionId, runId: going });
        const end = () => {
          held.resolve();
          return local.idle();
        };
        return { end };
      },
    };
  });

  test('a run that ended in a fault is listed until it is walked again and ends well', async () => {
    const broken = async () => {
      throw new GiveUp('the step that sets aside fails itself');
    };
    await run({ OpenMail: broken, SetAside: broken, FileSubmission: broken });
    expect(await listFailedRuns(records)).toEqual([runId]);
    await run();
    expect(await listFailedRuns(records)).toEqual([]);
  });

  test('a settled mail is opened, read, matched, judged, answered and filed', async () => {
    await run();
    expect(done.filter((state) => state === 'ReadText')).toHaveLength(2);
    expect(done.slice(-4)).toEqual(['MatchPerson', 'ApplyRules', 'TellSender', 'FileSubmission']);
  });

  test('a mail with a doubt opens a review before it is answered', async () => {
    await run({ ApplyRules: async () => ({ ...input, settled: false }) });
    expect(done.slice(-3)).toEqual(['OpenReview', 'TellSender', 'FileSubmission']);
  });

  test('B155: one file that cannot be read does not stop the others', async () => {
    await run({
      SortDocuments: async () => {
        throw new GiveUp('this file');
      },
    });
    expect(done.filter((state) => state === 'LeaveFileUnread')).toHaveLength(2);
    expect(done).toContain('ApplyRules');
    expect(done).not.toContain('SetAside');
  });

  test('B250: a step that asks for another try gets one', async () => {
    let tries = 0;
    await run({
      MatchPerson: async (given) => {
        tries += 1;
        if (tries === 1) throw new TryAgain('busy');
        return given;
      },
    });
    expect(tries).toBe(2);
    expect(done).toContain('FileSubmission');
  });

  test('a step that gives up sets the mail aside, where a person sees it', async () => {
    await run({
      ApplyRules: async () => {
        throw new GiveUp('broken');
      },
    });
    expect(done.slice(-2)).toEqual(['SetAside', 'FileSubmission']);
  });

  test('B248: a run that was killed goes on where it was, and nothing is done twice', async () => {
    let reached: () => void = () => {};
    const atMatch = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const killed = runner({
      MatchPerson: () => {
        reached();
        return new Promise(() => {}); // the process dies here
      },
    });
    await killed.start('intake', runId, input);
    await atMatch;
    await run();
    expect(done.filter((state) => state === 'OpenMail')).toHaveLength(1);
    expect(done.filter((state) => state === 'ReadFields')).toHaveLength(2);
    expect(done.filter((state) => state === 'FileSubmission')).toHaveLength(1);
  });

  test('B248: a run that was killed after its mail was filed comes to its end at the next start', async () => {
    let reached: () => void = () => {};
    const atFiling = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const killed = runner({
      FileSubmission: () => {
        reached();
        return new Promise(() => {}); // filed, and the process dies before what comes after it
      },
    });
    await killed.start('intake', runId, input);
    await atFiling;
    expect(await listGoingRuns(records)).toEqual([{ machine: 'intake', runId, input }]);
    const next = runner();
    await resumeOpenRuns({ records, runner: next });
    await next.idle();
    expect(done.at(-1)).toBe('FileSubmission');
    expect(await listGoingRuns(records)).toEqual([]);
  });

  /** Cut off after OpenMail; its row is then given the hash of another definition. */
  async function begunUnder(definition: string): Promise<void> {
    const cutOff = runner({ ReadText: () => new Promise(() => {}) });
    await cutOff.start('intake', runId, input);
    await expect.poll(() => done).toContain('OpenMail');
    const key = { pk: `RUN#${runId}`, sk: 'STATE' };
    await expect.poll(async () => (await records.list({ pk: key.pk, limit: 9 })).records.length).toBeGreaterThan(1);
    const row = await records.find(key);
    if (row === null || row.index1 === undefined) throw new Error('the run is not noted');
    const body = { ...z.record(z.string(), z.unknown()).parse(row.body), definition };
    await records.write([{ put: { ...key, body, index1: row.index1 }, expect: 'any' }]);
  }
  async function goOn(run = runId): Promise<string> {
    const lines: string[] = [];
    const log = makeLog({ write: (line) => lines.push(line) });
    const next = makeLocalRunner({ steps: steps(), records, log, atOnce: 1 });
    await next.start('intake', run, input);
    await next.idle();
    return lines.join('');
  }
  const keep = (hash: string, definition: object) =>
    records.write([{ put: { pk: `MACHINE#${hash}`, sk: 'DEFINITION', body: { definition } }, expect: 'absent' }]);

  test('B255: a run ends by the definition it began under, which was kept, and does nothing twice', async () => {
    // the machine of before asked nobody whether the rules settle it: every mail went to a person
    const of = intakeDefinition.States;
    const toPeople = {
      ...of['Settled?'],
      Choices: [{ Variable: '$.settled', BooleanEquals: true, Next: 'OpenReview' }],
    };
    const before = { ...intakeDefinition, States: { ...of, 'Settled?': toPeople } };
    await keep('of-before', before);
    await begunUnder('of-before');

    expect(await goOn()).toContain('began-under-another-definition');
    expect(done.filter((step) => step === 'OpenMail')).toHaveLength(1);
    expect(done.slice(-4)).toEqual(['ApplyRules', 'OpenReview', 'TellSender', 'FileSubmission']);

    done.length = 0;
    expect(await goOn(runIdOf(submissionId, 2))).not.toContain('definition');
    expect(done).not.toContain('OpenReview');
  });

  test.each([
    ['was never kept', null],
    [
      'names a step that there is no more',
      { StartAt: 'A', States: { A: { Type: 'Task', Resource: '${WeighMail}', End: true } } },
    ],
  ])('B255: a run whose definition %s goes on by that of today, with what it had done', async (_why, definition) => {
    if (definition !== null) await keep('of-before', definition);
    await begunUnder('of-before');

    expect(await goOn()).toContain('began-under-a-definition-that-is-gone');
    expect(done.filter((step) => step === 'OpenMail')).toHaveLength(1);
    expect(done.at(-1)).toBe('FileSubmission');
  });

  test('starting the same run again starts nothing', async () => {
    await run();
    const before = [...done];
    await run();
    expect(done).toEqual(before);
  });
});
