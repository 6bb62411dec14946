import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { queueLineOf } from '#shared/domain/queue-line.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { countShelf, findQueueLine, listLinesFrom, queueLineWrites } from '#shared/records/queue-line-records.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, core, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aMail, aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';

const mail = submissionIdFor(1);
const misread = certificate(core, { hours: aField('1', { confidence: 0.55 }) });
const papers = [report([row(ethics), row(core)]), certificate(ethics), misread];
const sevenHours = { what: 'field', document: 2, field: 'hours', value: '7' };

describe('the line of a mail', () => {
  let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
  beforeEach(async () => {
    desk = await aDecidingDesk();
    await desk.waiting(1, { documents: papers });
    await desk.claim(1);
  });
  afterEach(() => desk.close());

  /** Derived, so it can be derived again: the stored one must not differ. */
  async function expectTrueLine(): Promise<void> {
    const submission = await desk.submission(1);
    if (!submission) throw new Error('the mail is not there');
    const judgement = await findJudgement(desk.records, mail);
    const documents = await listDocuments(desk.records, mail);
    expect(await findQueueLine(desk.records, mail)).toEqual(queueLineOf({ submission, judgement, documents }));
  }

  it('is true as soon as the mail is filed', async () => {
    await expectTrueLine();
    expect(await findQueueLine(desk.records, mail)).toMatchObject({ shelf: 'needs-person', documents: 3 });
  });

  it('is true when a person has accepted it', async () => {
    await desk.say(1, [sevenHours]);
    await desk.decide(1, {});
    await desk.idle();
    await expectTrueLine();
    expect(await findQueueLine(desk.records, mail)).toMatchObject({ shelf: 'accepted', codes: [], missing: [] });
  });

  it('brings the mail back to a person where the letter could not be sent', async () => {
    const fail = () => Promise.reject(new Error('no mail today'));
    desk.reopen({ TellSender: fail });
    await desk.say(1, [sevenHours]);
    await desk.decide(1, {});
    await desk.idle();
    await expectTrueLine();
    expect(await findQueueLine(desk.records, mail)).toMatchObject({ shelf: 'needs-person' });
  });

  it('leaves its shelf while the mail is read again: it is counted among what is being read', async () => {
    const submission = await desk.submission(1);
    if (!submission) throw new Error('the mail is not there');
    await desk.records.write(await queueLineWrites(desk.records, { ...submission, filedAt: null }));
    expect(await findQueueLine(desk.records, mail)).toBeNull();
    expect(await countShelf(desk.records, 'needs-person')).toBe(0);
  });
});

describe('the list of a sender', () => {
  it('has their mails whatever the case of the letters, and nobody else’s', async () => {
    const records = openSqliteRecordStore(':memory:');
    for (const [at, from] of ['A@example.org', 'a@Example.org ', 'b@example.org'].entries())
      await storeCase(records, { submission: aSubmission({ number: at + 1, mail: aMail({ from }) }) });
    expect(await listLinesFrom(records, 'a@example.org', 9)).toHaveLength(2);
  });

  it.each(['\u0000@example.org', 'no address at all', `${'a'.repeat(5_000)}@example.org`, ' ', '\ud800@example.org'])(
    'takes no odd sender into account, and files the mail all the same: %j',
    async (from) => {
      const records = openSqliteRecordStore(':memory:');
      await storeCase(records, { submission: aSubmission({ mail: aMail({ from }) }) });
      expect((await findQueueLine(records, mail))?.shelf).toBe('accepted');
    },
  );
});
