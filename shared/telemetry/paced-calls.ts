import { z } from 'zod';
import { pacedCalls } from '#shared/domain/paced-calls.ts';
import { makeMetrics } from './metrics.ts';

const contextSchema = z.object({ functionName: z.string().regex(/^[\w-]{1,140}$/) });

/**
 * AWS counts every call that throws as an error of the Lambda, also one whose turn had not come. This figure is what the alarm takes off again.
 * It bears the time at which the call began, as AWS's own does, or the two would fall into different minutes.
 */
export function countPacedCall(context: unknown, begunAt: number, write?: (line: string) => void): void {
  const { data } = contextSchema.safeParse(context);
  if (data === undefined) return;
  const metrics = makeMetrics({ namespace: pacedCalls.namespace, now: () => begunAt, ...(write && { write }) });
  metrics.count([{ name: pacedCalls.metricName, of: { [pacedCalls.dimension]: data.functionName }, value: 1 }]);
}
