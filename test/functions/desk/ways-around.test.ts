import { afterEach, describe, expect, it } from 'vitest';
import { makeStartDecisions } from '#functions/start-decisions/start-decisions.ts';
import { correctionSchema } from '#shared/domain/correction.ts';
import { stuckAfterMinutes } from '#shared/domain/decision.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { correctionWrite, listCorrections } from '#shared/records/correction-records.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { aDeskWithAMisreadMail, misreadPapers, sevenHours } from '#test/builders/a-misread-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben, cleo } from '#test/builders/staff.ts';

const mail = submissionIdFor(1);

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

async function aMailOnTheDesk(options = {}): Promise<void> {
  desk = await aDeskWithAMisreadMail(options);
}

describe('between a decision and what follows from it', () => {
  it.each([
    ['waits for a second person', { secondShare: 1 }],
    ['can still be taken back', { undoSeconds: 60 }],
  ])('no value of the mail is changed while it %s', async (_when, options) => {
    await aMailOnTheDesk(options);
    await desk.say(1, [sevenHours]);
    await desk.decide(1, {});
    await desk.claim(1);
    const later = await desk.say(1, [{ ...sevenHours, value: '70' }]);
    expect(later).toMatchObject({ answer: 'refused', why: expect.stringContaining('decision') });
    expect(await listCorrections(desk.records, mail)).toHaveLength(1);
  });

  it('values can be changed again once it was taken back', async () => {
    await aMailOnTheDesk({ undoSeconds: 60 });
    await desk.decide(1, { action: 'ask-sender' });
    await desk.undo(1, 1);
    expect(await desk.say(1, [sevenHours])).toMatchObject({ answer: 'done' });
  });
});

describe('a decision drawn by lot for a second person', () => {
  /** The lots of the fifth mail, by its id: 0.08 for its first decision, 0.84 for the next one. */
  const [number, secondShare] = [5, 0.4];
  const askOnceMore = async () => {
    await desk.claim(number);
    const answer = await desk.decide(number, { action: 'ask-sender' });
    return 'decision' in answer ? answer.decision.needsSecond : answer;
  };

  it('draws no other lot by being taken back', async () => {
    desk = await aDecidingDesk({ secondShare });
    await desk.waiting(number, { documents: misreadPapers });
    expect(await askOnceMore()).toBe('random-share');
    await desk.undo(number, 1);
    expect(await askOnceMore()).toBe('random-share');
  });

  it('draws no other lot when the second person did not agree', async () => {
    desk = await aDecidingDesk({ secondShare });
    await desk.waiting(number, { documents: misreadPapers });
    await askOnceMore();
    const given = { submissionId: submissionIdFor(number), number: 1, who: ben };
    await desk.second().refuse({ ...given, reason: 'It is complete.' });
    expect(await askOnceMore()).toBe('random-share');
  });
});

describe('a decision whose machine went down', () => {
  it('before it could hold can be taken back after its minute: the case is not stuck', async () => {
    await aMailOnTheDesk();
    const down = async () => {
      throw new GiveUp('the records were away');
    };
    desk.reopen({ SettleDecision: down });
    await desk.decide(1, { action: 'ask-sender' });
    await desk.idle();
    expect((await desk.decisions(1))[0]).toMatchObject({ state: 'waiting' });
    expect(await desk.undo(1, 1)).toMatchObject({ answer: 'done' });
    await desk.claim(1);
    desk.reopen();
    expect(await desk.decide(1, { action: 'ask-sender' })).toMatchObject({ answer: 'done' });
    await desk.idle();
    expect(desk.letters()).toHaveLength(1);
  });

  it('can be taken back by a supervisor once it is stuck, not before, and by no other colleague', async () => {
    await aMailOnTheDesk();
    const down = async () => {
      throw new GiveUp('the records were away');
    };
    desk.reopen({ SettleDecision: down });
    await desk.decide(1, { action: 'ask-sender' });
    await desk.idle();
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const refused = { answer: 'refused', why: expect.stringContaining('supervisor') };
    expect(await desk.undo(1, 1, cleo, true, inMinutes(stuckAfterMinutes - 1))).toMatchObject(refused);
    expect(await desk.undo(1, 1, ben, false, inMinutes(stuckAfterMinutes + 1))).toMatchObject(refused);
    expect(await desk.undo(1, 1, cleo, true, inMinutes(stuckAfterMinutes + 1))).toMatchObject({ answer: 'done' });
    expect(await desk.decisions(1)).toMatchObject([{ by: ann, state: 'undone' }]);
  });

  it('and cannot be started holds up none of the others', async () => {
    desk = await aDecidingDesk({ undoSeconds: 3600 });
    for (const number of [1, 2]) {
      await desk.waiting(number, { documents: misreadPapers });
      await desk.claim(number);
      await desk.decide(number, { action: 'ask-sender' });
    }
    const begun: string[] = [];
    const start = async (_machine: string, runId: string) => {
      begun.push(runId);
      if (begun.length === 1) throw new GiveUp('this one is refused');
    };
    const startDecisions = makeStartDecisions({ records: desk.records, runner: { start } });
    await expect(startDecisions()).rejects.toThrow('refused');
    expect(begun).toHaveLength(2);
  });
});

describe('what a reviewer sends', () => {
  it('B194: is no letter whose subject breaks its line: it could never leave', async () => {
    await aMailOnTheDesk();
    for (const subject of ['Your report\r\nBcc: a@example.org', 'Your\u2028report', 'Your\u0000report']) {
      const answer = await desk.decide(1, { action: 'ask-sender', letter: { subject, text: 'Please read.' } });
      expect(answer).toMatchObject({ answer: 'refused', why: expect.stringContaining('one line') });
    }
    expect(await desk.decisions(1)).toEqual([]);
  });

  it('is kept up to a thousand corrections of a mail: what nobody types fills no case', async () => {
    await aMailOnTheDesk();
    const [first] = 'corrections' in (await desk.say(1, [sevenHours])) ? await listCorrections(desk.records, mail) : [];
    const more = Array.from({ length: 998 }, (_, i) => correctionSchema.parse({ ...first, number: i + 2, by: ann }));
    for (const one of more) await desk.records.write([correctionWrite(mail, one)]);
    expect(await desk.say(1, [sevenHours, sevenHours])).toMatchObject({ answer: 'refused' });
    expect(await desk.say(1, [sevenHours])).toMatchObject({ answer: 'done' });
  });
});
