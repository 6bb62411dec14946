import { beforeAll, describe, expect, it } from 'vitest';
import { queueViewWords, workViews } from '#functions/console/queue-view.ts';
import { makeFileSubmission } from '#functions/file-submission/file-submission.ts';
import { makeOpenReview } from '#functions/open-review/open-review.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aMail, aSubmission, type SubmissionOverrides } from '#test/builders/a-submission.ts';
import { type CaseDesk, clear, clearBesideFlyer, inDoubt, openCaseDesk } from './case-desk.ts';
import type { SignedIn } from './desk.ts';

describe('how many cases wait, on every page that says so', () => {
  let desk: CaseDesk;
  let supervisor: SignedIn;

  const text = async (address: string) => (await (await supervisor.request(address)).text()).replace(/\s+/g, ' ');
  const shelves = [...workViews, 'accepted', 'duplicates', 'not-submissions', 'in-progress'] as const;

  /** The number beside the name of a shelf, at the top of the queue. */
  const tabOf = (page: string, words: string) =>
    Number(new RegExp(`>${words} <span class="desk-count">(\\d+)</span>`).exec(page)?.[1] ?? Number.NaN);
  const linesOf = (page: string) => (page.match(/ data-line[ >]/g) ?? []).length;
  /** The number in the row of a table of /numbers. */
  const rowOf = (page: string, words: string) =>
    Number(new RegExp(`>${words}</th>\\s*<td[^>]*>(\\d+)</td>`).exec(page)?.[1] ?? Number.NaN);
  const tagsOf = (page: string, words: string) => page.split(`</span>${words}</span`).length - 1;

  async function fileAway(own: SubmissionOverrides & { number: number }): Promise<void> {
    const submission = aSubmission(own);
    await storeCase(desk.records, { submission });
    const run = { submissionId: submission.submissionId, runId: submission.runId };
    if (submission.filedAt === null) return;
    await makeOpenReview({ records: desk.records, clock: desk.deps.clock })(run);
    const blindSample = { share: 0, seed: 'none' };
    await makeFileSubmission({ records: desk.records, clock: desk.deps.clock, blindSample })(run);
  }

  async function decide(reference: string, order: Readonly<Record<string, string>>): Promise<void> {
    await supervisor.post(`/cases/${reference}/claim`);
    const page = await text(`/cases/${reference}`);
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
    const answer = await supervisor.post(`/cases/${reference}/decisions`, { version, made: '0', ...order });
    expect(answer.headers.get('location')).toBe(`/cases/${reference}?done=decided`);
  }

  beforeAll(async () => {
    desk = await openCaseDesk();
    supervisor = desk.as('supervisor', 'auditor');
    const [doubtful, plain, flyer] = [await inDoubt(), await clear(), await clearBesideFlyer()];
    for (const number of [1, 2, 3]) await desk.lay(number, doubtful);
    await desk.lay(4, plain);
    await decide(await desk.lay(5, flyer), { action: 'accept' });
    await decide(await desk.lay(6, doubtful), { action: 'not-ours', reason: 'It is for another office.' });
    await fileAway({ number: 7, outcome: 'needs-sender' });
    const why = { code: 'unsafe-file' as const, text: 'A file in this mail is not safe to open.' };
    await fileAway({ number: 21, outcome: 'quarantined', reasons: [why] });
    await fileAway({ number: 22, outcome: 'duplicate' });
    await fileAway({ number: 23, outcome: 'not-a-submission', mail: aMail({ isAutomatic: true }) });
    await fileAway({ number: 24, state: 'received', outcome: null, decidedAt: null, filedAt: null });
  });

  it('is the length of each list, and no shelf is empty here', async () => {
    const queue = await text('/');
    for (const view of shelves) {
      const listed = linesOf(await text(`/?view=${view}`));
      expect([view, listed]).toEqual([view, tabOf(queue, queueViewWords[view])]);
      expect([view, listed > 0]).toEqual([view, true]);
    }
    expect(linesOf(await text('/?view=all'))).toBe(tabOf(queue, 'All open'));
  });

  it('is the same from whichever list one looks at the others', async () => {
    const tabs = (page: string) => shelves.map((view) => tabOf(page, queueViewWords[view]));
    const first = tabs(await text('/'));
    for (const view of [...shelves, 'all'])
      expect([view, ...tabs(await text(`/?view=${view}`))]).toEqual([view, ...first]);
  });

  it('is what the page of numbers says waits, and what the audit page shows of each case', async () => {
    const [queue, numbers, audit] = [await text('/'), await text('/numbers'), await text('/audit')];
    const waiting = numbers.slice(numbers.indexOf('What waits now'));
    for (const view of [...workViews, 'in-progress' as const]) {
      const words = queueViewWords[view];
      expect([view, rowOf(waiting, words)]).toEqual([view, tabOf(queue, words)]);
    }
    const toPeople = tabOf(queue, queueViewWords['needs-person']) + tabOf(queue, queueViewWords['set-aside']);
    expect(numbers).toContain(`<strong>${toPeople}</strong> wait for a person now`);
    expect(numbers).toContain(`${toPeople} cases wait for a person.`);
    for (const view of shelves) {
      const words = view === 'duplicates' ? 'Duplicate' : queueViewWords[view];
      expect([view, tagsOf(audit, words)]).toEqual([view, tabOf(queue, queueViewWords[view])]);
    }
  });
});
