import { beforeAll, describe, expect, it } from 'vitest';
import { makeChooseTopic } from '#functions/desk/choose-topic.ts';
import { makeLeases } from '#functions/desk/leases.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { listTopicChoices } from '#shared/records/topic-choice-records.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { ann, ben } from '#test/builders/staff.ts';

const conference = { title: 'State Peer Conference', provider: 'Cypress Learning, LLC' };
const asCore = { ...conference, choice: 'core', because: 'Its agenda is about peer work.' };

/** What reviewers say of trainings is kept with who, when and why, whatever the store. Every test takes a case of its own. */
export function topicChoicesContract(open: () => Promise<RecordStore>): void {
  let records: RecordStore;
  let count = 0;
  let now = Date.parse('2026-05-03T15:00:00.000Z');
  const clock = { now: () => new Date(now).toISOString() };
  beforeAll(async () => {
    records = await open();
  });

  /** A case that Ann has taken, for a programme of its own. */
  async function aDesk() {
    count += 1;
    now += 60_000;
    const programme = { ...(await programmeNamed('louisiana-rpss')), id: `programme-${count}` };
    const { submissionId } = aSubmission({ number: count });
    await records.write([submissionWrite(aSubmission({ number: count }), 'absent')]);
    await makeLeases({ records, clock }).claim(submissionId, ann);
    return { programme, submissionId, choose: makeChooseTopic({ records, clock, programme }) };
  }

  describe('what a reviewer says of a training', () => {
    it('is kept with who, when and why', async () => {
      const { programme, submissionId, choose } = await aDesk();
      expect(await choose(submissionId, asCore, ann)).toMatchObject({ answer: 'kept' });
      expect(await listTopicChoices(records, programme.id)).toEqual([
        { ...asCore, programme: programme.id, by: ann, at: clock.now() },
      ]);
    });

    it('stays when they say otherwise later, and stands beside it however the title is written', async () => {
      const { programme, submissionId, choose } = await aDesk();
      await choose(submissionId, asCore, ann);
      now += 1_000;
      const title = 'The STATE Peer-Conference';
      await choose(submissionId, { ...asCore, title, provider: 'Cypress Learning', choice: 'ethics' }, ann);
      now += 1_000;
      await choose(submissionId, { ...asCore, title: 'Another Day' }, ann);
      const kept = await listTopicChoices(records, programme.id);
      const ofOne = kept.filter((each) => each.title !== 'Another Day').map(({ choice }) => choice);
      expect(ofOne).toEqual(['core', 'ethics']);
      const places = kept.flatMap((each, at) => (each.title === 'Another Day' ? [] : [at]));
      expect(places).not.toEqual([0, 2]);
    });

    it('is of one programme, and not heard in another', async () => {
      const { submissionId, choose } = await aDesk();
      await choose(submissionId, asCore, ann);
      expect(await listTopicChoices(records, (await aDesk()).programme.id)).toEqual([]);
    });

    it.each([
      ['a bucket that the programme does not have', { choice: 'trauma' }, 'no-such-choice'],
      ['no reason', { because: '  ' }, 'no-reason'],
      ['no title', { title: '???' }, 'no-title'],
    ])('is not kept with %s', async (_what, own, answer) => {
      const { programme, submissionId, choose } = await aDesk();
      expect(await choose(submissionId, { ...asCore, ...own }, ann)).toMatchObject({ answer });
      expect(await listTopicChoices(records, programme.id)).toEqual([]);
    });

    it('is not kept for somebody who does not hold the case', async () => {
      const { programme, submissionId, choose } = await aDesk();
      expect(await choose(submissionId, asCore, ben)).toEqual({ answer: 'not-held' });
      now += 3_600_000;
      expect(await choose(submissionId, asCore, ann)).toEqual({ answer: 'not-held' });
      expect(await listTopicChoices(records, programme.id)).toEqual([]);
    });
  });
}
