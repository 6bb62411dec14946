import { beforeEach, describe, expect, it } from 'vitest';
import { newLease } from '#shared/domain/lease.ts';
import { decisionWrite } from '#shared/records/decision-records.ts';
import { leaseWrite } from '#shared/records/lease-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { aDecision } from '#test/builders/a-decision.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';
import { openQueueDesk, type QueueDesk } from './queue-desk.ts';

const mail = submissionIdFor(1);
const page = '/cases/LA-2026-000001';
const because = 'The provider wrote that <b>it</b> was not theirs.';

let desk: QueueDesk;
beforeEach(async () => {
  desk = await openQueueDesk();
});

const supervisor = () => desk.as('supervisor');
const seenBy = async (who: ReturnType<QueueDesk['as']>) => (await who.request(page)).text();
const versionNow = async () => String((await findSubmission(desk.records, mail))?.version);
const reopen = async (own: Record<string, string> = {}) =>
  supervisor().post(`${page}/reopen`, { version: await versionNow(), because, ...own });
const offered = 'Open this case anew';

describe('opening a decided case anew', () => {
  it('is a supervisor’s, with a reason that stays on the page for whoever works on it', async () => {
    await desk.aCase(1, { outcome: 'accepted' });
    expect(await seenBy(supervisor())).toContain(offered);
    expect(await seenBy(desk.app)).not.toContain(offered);

    const answer = await reopen();
    expect(answer.headers.get('location')).toBe(`${page}?done=reopened`);
    expect(await findReview(desk.records, mail)).toMatchObject({ state: 'open', reopenings: [{ because }] });
    const text = await seenBy(desk.app);
    expect(text).toContain('The provider wrote that &lt;b&gt;it&lt;/b&gt; was not theirs.');
    expect(text).toContain('Robin Supervisor, Nov 22, 2026');
    expect(text).toContain('Needs a person');
    expect(await seenBy(supervisor())).not.toContain(offered);
  });

  it('keeps the reason in its control where the case changed meanwhile, and writes nothing', async () => {
    await desk.aCase(1, { outcome: 'accepted' });
    const answer = await reopen({ version: '99' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toMatch(/name="because" value="The provider wrote/);
    expect((await reopen({ because: ' ' })).status).toBe(422);
    expect(await findReview(desk.records, mail)).toBeNull();
  });

  it('is not done over a colleague who works on the case', async () => {
    await desk.aCase(1, { outcome: 'accepted' });
    await desk.records.write([leaseWrite(mail, newLease(ann, desk.deps.clock.now()), null)]);
    expect(await seenBy(supervisor())).not.toContain(offered);
    const answer = await reopen();
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Ann Authement works on this case now');
    expect(await findReview(desk.records, mail)).toBeNull();
  });

  it('brings no mail to the reviewers that was held back as dangerous', async () => {
    await desk.aCase(1, { outcome: 'quarantined' });
    expect((await reopen()).status).toBe(422);
    expect(await findSubmission(desk.records, mail)).toMatchObject({ submission: { outcome: 'quarantined' } });
  });

  it('is not offered of a case that is open, or about which somebody is deciding', async () => {
    await desk.aCase(1);
    expect(await seenBy(supervisor())).not.toContain(offered);
    await desk.aCase(2, { outcome: 'accepted' });
    await desk.propose(2);
    expect(await (await supervisor().request('/cases/LA-2026-000002')).text()).not.toContain(offered);
  });
});

describe('the state at the top of a case', () => {
  const state = async () => /<h1>[^<]*<\/h1>[\s\S]*?<\/span\s*>([^<]+)<\/span/.exec(await seenBy(desk.app))?.[1];

  it('is the shelf on which the queue has it: of a proposal, with a second person', async () => {
    await desk.aCase(1);
    expect(await state()).toBe('Needs a person');
    await desk.propose(1);
    expect(await state()).toBe('Waiting for a second person');
  });

  it('is "Just decided" until what was decided is carried out', async () => {
    await desk.aCase(1);
    const own = { submissionId: mail, state: 'in-effect' as const };
    await desk.records.write([decisionWrite(aDecision({ ...own, settledAt: null }), null)]);
    expect(await state()).toBe('Just decided');
    const settledAt = desk.deps.clock.now();
    await desk.records.write([decisionWrite(aDecision({ ...own, settledAt }), 1)]);
    expect(await state()).toBe('Needs a person');
  });
});
