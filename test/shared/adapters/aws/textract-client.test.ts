import { TextractClient } from '@aws-sdk/client-textract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTextract, textractWaits } from '#shared/adapters/aws/textract-client.ts';
import { openTextractTextReader } from '#shared/adapters/aws/textract-text-reader.ts';
import { stepSeconds } from '#shared/workflow/task-state.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { aFaultyFront, type FaultyFront } from '#test/infra/aws/a-faulty-front.ts';

describe('Textract, which takes a page and keeps silent', () => {
  let silent: FaultyFront;
  beforeAll(async () => {
    silent = await aFaultyFront('http://127.0.0.1:1');
    silent.follow(() => 'never');
  });
  afterAll(() => silent.stop());

  it('is waited for as long as it was said, and may read the page later', async () => {
    const requestHandler = { requestTimeout: 50, throwOnRequestTimeout: true };
    const reader = openTextractTextReader(new TextractClient({ ...clientOf(silent.endpoint), requestHandler }));
    const page = { bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), mediaType: 'image/png' as const };

    await expect(reader.readPage(page)).rejects.toMatchObject({ name: 'TryAgain' });
  });

  it('is asked three times, and all three waits fit into the time of a step', async () => {
    const { answerSeconds, asks } = textractWaits;

    expect(await openTextract().config.maxAttempts()).toBe(asks);
    expect(asks * answerSeconds).toBeLessThan(stepSeconds.ReadText - 60);
  });
});
