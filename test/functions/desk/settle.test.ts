import { afterEach, describe, expect, it } from 'vitest';
import type { Steps } from '#infra/local/run-machine.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, core, ethics, report, row } from '#test/builders/a-judged-mail.ts';

const misread = certificate(core, { hours: aField('1', { confidence: 0.55 }) });
const papers = [report([row(ethics), row(core)]), certificate(ethics), misread];
const sevenHours = { what: 'field', document: 2, field: 'hours', value: '7' };

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

async function aMisreadMail(options = {}): Promise<void> {
  desk = await aDecidingDesk(options);
  await desk.waiting(1, { documents: papers });
  await desk.claim(1);
}

describe('asking the sender', () => {
  it('sends the letter as the reviewer left it, and the clock stands still since then', async () => {
    await aMisreadMail();
    const letter = { subject: 'Your report: one question', text: 'Please send the other side of your certificate.' };
    expect(await desk.decide(1, { action: 'ask-sender', letter })).toMatchObject({ answer: 'done' });
    await desk.idle();
    expect(desk.letters()).toHaveLength(1);
    expect(desk.letters()[0]).toContain(letter.text);
    expect(await desk.review(1)).toMatchObject({ state: 'waiting-for-sender', since: expect.any(String) });
    expect(await desk.submission(1)).toMatchObject({ outcome: 'needs-sender' });
  });

  it('leaves earlier corrections laid over the papers when the reply comes', async () => {
    await aMisreadMail();
    await desk.say(1, [sevenHours]);
    await desk.decide(1, { action: 'ask-sender' });
    await desk.idle();
    await desk.take(2, { documents: [certificate(ethics)], receivedAt: '2026-12-05T15:00:00.000Z' });
    const ledger = await desk.ledger();
    expect(ledger?.submissions).toHaveLength(2);
    expect(ledger?.credits.find(({ title }) => title === core.title)).toMatchObject({ hours: 700, status: 'counted' });
  });
});

describe('a decision is carried out once, whatever goes down', () => {
  it('is found and started by the sweep when its machine could not be started', async () => {
    await aMisreadMail();
    await desk.say(1, [sevenHours]);
    await desk.stop();
    await desk.decide(1, {});
    expect(await desk.decisions(1)).toMatchObject([{ state: 'waiting' }]);
    desk.reopen();
    expect(await desk.startDecisions()).toEqual({ started: 1 });
    await desk.idle();
    expect(await desk.submission(1)).toMatchObject({ outcome: 'accepted' });
    expect(await desk.startDecisions()).toEqual({ started: 0 });
  });

  it.each(['SettleDecision', 'ApplyRules', 'TellSender', 'FileSubmission'] as const)(
    'killed after %s was done and before that was noted: one letter, one set of credits',
    async (state) => {
      await aMisreadMail();
      const { promise: reached, resolve } = Promise.withResolvers<void>();
      const cutOff: Partial<Steps> = {
        [state]: async (input: unknown) => {
          await desk.steps[state](input);
          resolve();
          return new Promise(() => {});
        },
      };
      desk.reopen(cutOff);
      await desk.say(1, [sevenHours]);
      await desk.decide(1, {});
      await reached;
      desk.reopen();
      await desk.startDecisions();
      await desk.idle();
      expect(desk.letters()).toHaveLength(1);
      expect(await desk.submission(1)).toMatchObject({ outcome: 'accepted' });
      expect((await desk.ledger())?.credits).toHaveLength(2);
      expect(await desk.startDecisions()).toEqual({ started: 0 });
    },
  );
});
