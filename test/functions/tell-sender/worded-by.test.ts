import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { makeTellSender } from '#functions/tell-sender/tell-sender.ts';
import { refuseGoneWordings } from '#functions/tell-sender/unsent-wordings.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import { findAnswer } from '#shared/records/answer-records.ts';
import { findBook } from '#shared/records/book-records.ts';
import { judgementWrite } from '#shared/records/judgement-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { entryWrite, submissionWrite } from '#shared/records/submission-records.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { complete, dana, judged } from '#test/builders/a-judged-mail.ts';
import { aMail, aSubmission } from '#test/builders/a-submission.ts';
import { openDesk } from '#test/functions/console/desk.ts';

const pages = await readProgrammePages('shared/rules/programmes/louisiana-rpss');
const then = readProgramme(pages);
const accepted = 'letters/accepted.md';
const otherWords = { ...pages, [accepted]: `${pages[accepted]}\nThank you for your patience.\n` };
const submission = aSubmission({ mail: aMail({ from: 'dana@example.org', authentication: 'pass' }) });
const { submissionId, runId, reference } = submission;

let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(async () => {
  records = openSqliteRecordStore(':memory:');
  await putSpecialist(records, dana);
  const judgement = judgementWrite(submissionId, await judged({ documents: complete }));
  await records.write([submissionWrite(submission, 'any'), judgement, entryWrite(submission)]);
});
afterEach(() => records.close());

/** A letter that the relay does not take now stays unsent. */
function tell(isRelayBusy: boolean) {
  const send = async () => {
    if (isRelayBusy) throw new TryAgain('the relay is busy');
  };
  const clock = { now: () => '2026-12-01T15:00:10.000Z' };
  const tellSender = makeTellSender({
    records,
    clock,
    programme: then,
    mailSender: { send },
    mailFrom: 'ce@o.example',
  });
  return tellSender({ submissionId, runId });
}
const withoutAccepted = () => {
  const { accepted: _gone, ...letters } = then.letters;
  return { ...then, letters };
};

describe('a letter', () => {
  test('B292: refers to the version of the pages it was drafted with, which can be opened as it stood', async () => {
    await tell(false);
    const wordedBy = (await findAnswer(records, submissionId))?.answer.wordedBy;
    expect(wordedBy).toEqual({ letter: 'accepted', sha256: then.letterBook.sha256 });
    expect((await findBook(records, wordedBy?.sha256 ?? ''))?.[accepted]).toBe(pages[accepted]);
    expect(readProgramme(otherWords).letterBook.sha256).not.toBe(wordedBy?.sha256);
    // what a letter says changes no answer of a rule
    expect(readProgramme(otherWords).book.sha256).toBe(then.book.sha256);
  });

  test('B292: that has not gone stops the start of a programme that has no such page any more, by page and case', async () => {
    await expect(tell(true)).rejects.toThrow(TryAgain);
    await expect(refuseGoneWordings(records, withoutAccepted())).rejects.toMatchObject({
      name: 'GiveUp',
      message: `The program cannot start: letters/accepted.md is gone from the programme, and letters drafted with it have not been sent yet (${reference}). Put the page back until they have gone, or decide these cases first.`,
    });
    await expect(refuseGoneWordings(records, readProgramme(otherWords))).resolves.toBeUndefined();
  });

  test('B292: that has gone stops nothing, and its case says which version said it and that today’s is another', async () => {
    await tell(false);
    await expect(refuseGoneWordings(records, withoutAccepted())).resolves.toBeUndefined();
    const page = async (all: typeof pages) => {
      const desk = openDesk(await mkdtemp(join(tmpdir(), 'worded-')), { records, programme: programmeFacts(all) });
      return (await desk.app.request(`/cases/${reference}`)).text();
    };
    const version = then.letterBook.sha256.slice(0, 12);
    expect(await page(pages)).toContain(`<bdi>accepted</bdi>, version <code>${version}</code></dd>`);
    expect(await page(otherWords)).toContain('the pages of letters have changed since');
  });
});
