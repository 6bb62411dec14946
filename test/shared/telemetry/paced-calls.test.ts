import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GiveUp, KeyRefused, Paced, TryAgain } from '#shared/domain/faults.ts';
import { countPacedCall } from '#shared/telemetry/paced-calls.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';

const context = { functionName: 'peer-credentials-prod-intake-ReadText-1A2B' };

describe('a call that was only paced', () => {
  it('is a figure of its Lambda, at the time at which it began', () => {
    const lines: string[] = [];
    countPacedCall(context, 7, (line) => lines.push(line));

    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        _aws: {
          Timestamp: 7,
          CloudWatchMetrics: [
            {
              Namespace: 'peer-credentials',
              Dimensions: [['FunctionName']],
              Metrics: [{ Name: 'PacedCalls', Unit: 'Count' }],
            },
          ],
        },
        FunctionName: 'peer-credentials-prod-intake-ReadText-1A2B',
        PacedCalls: 1,
      },
    ]);
  });

  it('is none where nobody says which Lambda it was', () => {
    const lines: string[] = [];
    for (const said of [undefined, {}, { functionName: 'a name with spaces' }])
      countPacedCall(said, 7, (line) => lines.push(line));

    expect(lines).toEqual([]);
  });
});

describe('what a Lambda that throws tells CloudWatch', () => {
  const written: string[] = [];
  const { write } = process.stdout;
  beforeEach(() => {
    written.length = 0;
    process.stdout.write = (line: string | Uint8Array) => written.push(String(line)) > 0;
  });
  afterEach(() => {
    process.stdout.write = write;
  });

  const thrownAs = async (fault: Error) => {
    const handler = plainHandler(async (_event: unknown, _context: unknown) => {
      throw fault;
    });
    const thrown = await handler({}, context).catch((left: unknown) => left);
    return { thrown, counted: written.filter((line) => line.includes('PacedCalls')).length };
  };

  it('is that its turn had not come, and the machine still hears of it by its name', async () => {
    expect(await thrownAs(new Paced('too many'))).toMatchObject({ thrown: { name: 'Paced' }, counted: 1 });
  });

  it.each([new TryAgain('busy'), new GiveUp('broken'), new KeyRefused('off'), new TypeError('ours')])(
    'is nothing of the kind where something failed: $name',
    async (fault) => {
      expect(await thrownAs(fault)).toMatchObject({ thrown: { name: fault.name }, counted: 0 });
    },
  );
});
