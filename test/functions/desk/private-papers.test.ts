import { afterEach, describe, expect, it } from 'vitest';
import { findOriginal } from '#functions/console/cases/original.ts';
import { makeFindPagePicture } from '#functions/console/cases/page-picture.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import { findFile } from '#shared/records/file-records.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { certificate, complete, core } from '#test/builders/a-judged-mail.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben } from '#test/builders/staff.ts';

const mail = submissionIdFor(1);
const fileId = fileIdOf(4);
const letter = { ...certificate(core), kind: 'other' as const, fields: {}, isSensitive: true, sha256: 'e'.repeat(64) };

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

async function aMailWithPrivatePaper(): Promise<void> {
  desk = await aDecidingDesk();
  await desk.waiting(1, { documents: [...complete, letter] });
  await desk.claim(1);
}
const original = () => findOriginal(desk.records, aSubmission({ number: 1 }), fileId);

describe('a private paper', () => {
  it('that is restricted is for supervisors only, and stands in the way of nothing any more', async () => {
    await aMailWithPrivatePaper();
    const order = { action: 'restrict', fileId, reason: 'A letter about treatment.' };
    expect(await desk.decide(1, order)).toMatchObject({ answer: 'done', decision: { needsSecond: null } });
    await desk.idle();
    expect((await findFile(desk.records, mail, fileId))?.file.withheld).toMatchObject({ order: 'restrict', by: ann });
    expect((await original())?.kept).toBe('supervisor');
    expect(await desk.review(1)).toMatchObject({ state: 'open' });
    expect((await desk.whatIf({ submissionId: mail, who: ann }))?.outcome).toBe('accepted');
    expect(await desk.decide(1, {})).toMatchObject({ answer: 'done' });
  });

  it('B279: to be destroyed needs a second person, and nobody opens it after: its hash and the order stay', async () => {
    await aMailWithPrivatePaper();
    await desk.decide(1, { action: 'destroy', fileId, reason: 'We did not ask for it.' });
    expect((await findFile(desk.records, mail, fileId))?.file.withheld).toBeUndefined();
    await desk.second().confirm({ submissionId: mail, number: 1, who: ben });
    await desk.idle();
    const kept = (await findFile(desk.records, mail, fileId))?.file;
    expect(kept).toMatchObject({ sha256: letter.sha256, withheld: { order: 'destroy', by: ann } });
    expect(await original()).toBeNull();
    const never = () => Promise.reject(new Error('no byte of it is read'));
    const files = { put: never, read: never, has: never, remove: never, list: never };
    const picture = makeFindPagePicture({ records: desk.records, files, documentReader: { draw: never } });
    expect(await picture({ submissionId: mail, fileId, page: 1 })).toBeNull();
  });

  it('is not acted on without a reason for the log, or without saying which file', async () => {
    await aMailWithPrivatePaper();
    expect(await desk.decide(1, { action: 'destroy', fileId })).toMatchObject({ answer: 'refused' });
    const unknown = { action: 'restrict', fileId: fileIdOf(9), reason: 'Private.' };
    expect(await desk.decide(1, unknown)).toMatchObject({ answer: 'refused' });
  });
});
