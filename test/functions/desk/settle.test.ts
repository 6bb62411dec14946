import { afterEach, describe, expect, it } from 'vitest';
import { makeDraftLetter } from '#functions/tell-sender/decision-letter.ts';
import type { Steps } from '#infra/local/run-machine.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import { listAnswers } from '#shared/records/answer-records.ts';
import { listTopicChoices } from '#shared/records/topic-choice-records.ts';
import type { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { certificate, core, ethics } from '#test/builders/a-judged-mail.ts';
import { aDeskWithAMisreadMail, sevenHours } from '#test/builders/a-misread-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

async function aMisreadMail(options = {}): Promise<void> {
  desk = await aDeskWithAMisreadMail(options);
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

  it('begins with the words the office would use, for the reviewer to edit', async () => {
    await aMisreadMail();
    const judgement = await desk.whatIf({ submissionId: submissionIdFor(1), who: ann });
    if (!judgement) throw new Error('the mail is there');
    const ports = { records: desk.records, programme: desk.programme };
    const draft = await makeDraftLetter(ports)({ submissionId: submissionIdFor(1), action: 'ask-sender', judgement });
    expect(draft).toMatchObject({ to: 'dana@example.org', subject: expect.stringMatching(/./) });
    await desk.decide(1, { action: 'ask-sender' });
    await desk.idle();
    const [sent] = (await listAnswers(desk.records, submissionIdFor(1))).map(({ answer }) => answer);
    expect(sent?.text).toBe(draft?.text);
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
  it('B263: is found and started by the sweep when its machine could not be started', async () => {
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

describe('what a person says a training counts as', () => {
  it('is a suggestion the next time, with who said it', async () => {
    await aMisreadMail();
    await desk.say(1, [sevenHours]);
    const credit = (await desk.ledger())?.credits.find(({ title }) => title === core.title);
    const { creditId = '', title = '' } = credit ?? {};
    const ruling = { creditId, title, counts: true, bucket: 'core', hours: 700, code: null, reason: 'A core skill.' };
    await desk.decide(1, { rulings: { ...noRulings, credits: [ruling] } });
    await desk.idle();
    const choices = await listTopicChoices(desk.records, desk.programme.id);
    expect(choices).toMatchObject([{ title: core.title, choice: 'core', by: ann }]);
  });
});
