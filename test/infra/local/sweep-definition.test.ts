import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { sweepSteps } from '#shared/workflow/steps.ts';
import { sweepDefinition } from '#shared/workflow/sweep.definition.ts';

describe('the machine of the sweep', () => {
  const text = JSON.stringify(sweepDefinition);

  it('is one that Step Functions would take', () => {
    const withArns = JSON.parse(text.replace(/\$\{(\w+)\}/g, 'arn:aws:lambda:us-east-1:123456789012:function:$1'));
    expect(validate(withArns)).toMatchObject({ isValid: true });
  });

  it('has a Task for each of its steps, and no other; each is retried, and has a way out', () => {
    const tasks = Array.from(text.matchAll(/"Resource":"\$\{(\w+)\}"/g), (match) => match[1]);
    expect(tasks.sort()).toEqual(sweepSteps.map(({ state }) => state).sort());
    expect(text.match(/"Catch":/g)).toHaveLength(4);
    expect(text.match(/"Retry":/g)).toHaveLength(3);
  });
});
