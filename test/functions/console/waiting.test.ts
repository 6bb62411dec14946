import { beforeEach, describe, expect, it } from 'vitest';
import type { ReviewTask } from '#shared/domain/review.ts';
import { reviewWrite } from '#shared/records/review-records.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';
import { pageText } from './desk.ts';
import { openQueueDesk, type QueueDesk } from './queue-desk.ts';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T14:00:00.000Z`;
const plain = (text: string) =>
  text
    .replace(/<\/?(?:bdi|strong)[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
let desk: QueueDesk;
beforeEach(async () => {
  desk = await openQueueDesk();
});

/** It is 22 November; the task was opened on the 10th. */
async function aTask(own: Partial<ReviewTask> = {}): Promise<void> {
  const reference = await desk.aCase(1);
  const task = { submissionId: submissionIdFor(1), reference, openedAt: at(10), reasons: [], state: 'open' as const };
  await desk.records.write([reviewWrite({ ...task, ...own })]);
}
const queue = async () => plain(await pageText(desk, '/'));
const page = async () => plain(await pageText(desk, '/cases/LA-2026-000001'));

describe('how long the office was waited for', () => {
  it('is said on the page of the case; in the queue only where the clock stood still, since else the age says it', async () => {
    await aTask();
    expect(await page()).toContain('Waited for this office 12 days.');
    expect(await queue()).not.toContain('waited for us');
  });

  it('leaves out the days on which the sender was asked, in the queue as on the page', async () => {
    await aTask({ pauses: [{ from: at(12), to: at(21) }] });
    expect(await queue()).toContain('waited for us 3 days');
    expect(await page()).toContain('Waited for this office 3 days, without the days on which the sender was asked');
  });

  it('says that the clock stands still while the sender is asked, and nothing of a closed case', async () => {
    await aTask({ state: 'waiting-for-sender', since: at(12) });
    expect(await page()).toContain('The sender was asked: the clock stands still.');
    desk = await openQueueDesk();
    await aTask({ state: 'closed', since: at(12) });
    expect(await page()).not.toContain('Waited for this office');
  });
});

describe('whom a case is suggested to', () => {
  it('is named in the queue and on the page; the reader is called you', async () => {
    await aTask({ suggestedTo: ann });
    expect(await queue()).toContain('suggested to Ann Authement');
    expect(await page()).toContain('Suggested to Ann Authement, who worked on it before; anybody may take it.');
    desk = await openQueueDesk();
    await aTask({ suggestedTo: desk.me });
    expect(await queue()).toContain('suggested to you');
    expect(await page()).toContain('Suggested to you');
  });

  it('is said no more when somebody has it, or when it waits for others', async () => {
    await aTask({ suggestedTo: ann });
    await desk.hold(1);
    expect(await queue()).not.toContain('suggested to');
    desk = await openQueueDesk();
    await aTask({ suggestedTo: ann, state: 'waiting-for-second' });
    expect(await page()).not.toContain('Suggested to');
  });
});
