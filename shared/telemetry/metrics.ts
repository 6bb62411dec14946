/** A count for the cloud's own eyes: which, of what kind, how many. Names of ours and numbers, nothing a stranger wrote. */
export type Count = { name: string; of: Readonly<Record<string, string>>; value: number };

export interface Metrics {
  count(counts: readonly Count[]): void;
}

type Options = { namespace: string; write?: (line: string) => void; now?: () => number };

/**
 * Lines in CloudWatch's embedded metric format: the log itself carries the figures, so that no call to a metrics service can fail
 * or cost, and they can be read like any other line.
 */
export function makeMetrics({ namespace, write = writeToStdout, now = Date.now }: Options): Metrics {
  return {
    count(counts) {
      for (const { name, of, value } of counts) {
        const Metrics = [{ Name: name, Unit: 'Count' }];
        const CloudWatchMetrics = [{ Namespace: namespace, Dimensions: [Object.keys(of)], Metrics }];
        write(`${JSON.stringify({ _aws: { Timestamp: now(), CloudWatchMetrics }, ...of, [name]: value })}\n`);
      }
    },
  };
}

function writeToStdout(line: string): void {
  process.stdout.write(line);
}
