import { describe, expect, it } from 'vitest';
import { noRulings } from '#shared/domain/ruling.ts';
import { listCorrections } from '#shared/records/correction-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, complete, core, dana, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { aReviewersDesk } from '#test/builders/a-reviewers-desk.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben } from '#test/builders/staff.ts';

const mail = submissionIdFor(1);
/** The second certificate, whose seven hours were read as one. */
const misread = certificate(core, { hours: aField('1', { confidence: 0.55, source: seenOnce() }) });
function seenOnce() {
  return { medium: 'ocr' as const, engine: 'reader 1', sureness: 0.6 };
}
const papers = [report([row(ethics), row(core)]), certificate(ethics), misread];
const sevenHours = { what: 'field', document: 2, field: 'hours', value: '7' };

describe('a reviewer who sees that a value was misread', () => {
  it('says what stands there: it is certain, and what the machine read stays beside it', async () => {
    const desk = await aReviewersDesk();
    expect((await desk.take(1, { documents: papers })).outcome).toBe('needs-review');
    await desk.claim(1);
    expect(await desk.say(1, [sevenHours])).toMatchObject({
      answer: 'done',
      corrections: [{ number: 1, before: '1' }],
    });
    const judgement = await desk.whatIf({ submissionId: mail, who: ann });
    expect(judgement?.outcome).toBe('accepted');
    const [stored] = (await listDocuments(desk.records, mail)).slice(2);
    expect(stored?.fields.hours).toMatchObject({ value: '1', confidence: 0.55 });
  });

  it('saves a page once, also when it is sent again because no answer came: a training is not added twice', async () => {
    const desk = await aReviewersDesk();
    await desk.take(1, { documents: papers });
    await desk.claim(1);
    const added = { what: 'row-added', document: 0, values: { title: 'A third one', hours: '2' } };
    const page = { submissionId: mail, who: ann, version: await desk.version(1), changes: [added], made: 0 };
    const first = await desk.correct(page);
    expect(first).toMatchObject({ answer: 'done' });
    expect(await desk.correct(page)).toEqual(first);
    expect(await listCorrections(desk.records, mail)).toHaveLength(1);
    expect(await desk.correct({ ...page, made: 1 })).toMatchObject({ answer: 'done', corrections: [{ number: 2 }] });
  });

  it('can see what would come of it before saving anything', async () => {
    const desk = await aReviewersDesk();
    await desk.take(1, { documents: papers });
    const before = await desk.rows(1);
    const tried = await desk.tryOut({ submissionId: mail, who: ann, changes: [sevenHours], rulings: noRulings });
    expect(tried).toMatchObject({ answer: 'done', judgement: { outcome: 'accepted' } });
    expect((await desk.whatIf({ submissionId: mail, who: ann }))?.outcome).toBe('needs-review');
    expect(await desk.rows(1)).toEqual(before);
  });

  it('may take it back: the machine reads on as before', async () => {
    const desk = await aReviewersDesk();
    await desk.take(1, { documents: papers });
    await desk.claim(1);
    await desk.say(1, [sevenHours]);
    await desk.say(1, [{ what: 'withdrawn', number: 1 }]);
    expect((await desk.whatIf({ submissionId: mail, who: ann }))?.outcome).toBe('needs-review');
    expect(await listCorrections(desk.records, mail)).toHaveLength(2);
  });

  it('changes nothing without holding the case, or on a page that is out of date', async () => {
    const desk = await aReviewersDesk();
    await desk.take(1, { documents: papers });
    expect(await desk.say(1, [sevenHours])).toEqual({ answer: 'not-held' });
    await desk.claim(1, ben);
    expect(await desk.say(1, [sevenHours])).toMatchObject({ answer: 'held-by-another', by: ben });
    const stale = { submissionId: mail, who: ben, version: (await desk.version(1)) - 1, changes: [sevenHours] };
    expect(await desk.correct(stale)).toMatchObject({ answer: 'changed-meanwhile' });
    expect(await listCorrections(desk.records, mail)).toEqual([]);
  });

  it.each([
    [{ what: 'field', document: 2, field: 'hours', value: 'seven' }, 'hours'],
    [{ what: 'field', document: 2, field: 'completedOn', value: '2026-02-30' }, 'day'],
    [{ what: 'field', document: 0, field: 'signaturePresent', value: 'perhaps' }, 'yes or no'],
    [{ what: 'field', document: 2, field: 'diagnosis', value: 'x' }, 'no such field'],
    [{ what: 'field', document: 2, field: 'constructor', value: 'x' }, 'no such field'],
    [{ what: 'row-column', document: 0, row: 2, column: 'hours', value: '1' }, 'no such row'],
    [{ what: 'row-added', document: 1, values: { title: 'A training' } }, 'report form'],
    [{ what: 'person', document: 1, specialistId: 'RPSS-999' }, 'roster'],
    [{ what: 'duplicate-of', document: 1, of: { submissionId: mail, document: 1 } }, 'itself'],
    [{ what: 'field', document: 9, field: 'hours', value: '7' }, 'no such document'],
    [{ what: 'erase', document: 1 }, 'not one'],
  ])('hears in plain words why %j cannot be', async (change, words) => {
    const desk = await aReviewersDesk();
    await desk.take(1, { documents: papers });
    await desk.claim(1);
    const answer = await desk.say(1, [sevenHours, change]);
    expect(answer).toMatchObject({ answer: 'refused', why: expect.stringContaining(words) });
    expect(await listCorrections(desk.records, mail)).toEqual([]);
  });

  it('writes days and hours as people write them', async () => {
    const desk = await aReviewersDesk();
    await desk.take(1, { documents: papers });
    await desk.claim(1);
    const said = await desk.say(1, [
      { what: 'field', document: 2, field: 'completedOn', value: '6/10/2026' },
      { what: 'field', document: 2, field: 'hours', value: '7.50' },
    ]);
    expect(said).toMatchObject({ corrections: [{ change: { value: '2026-06-10' } }, { change: { value: '7.5' } }] });
  });
});

describe('rows of a form', () => {
  it('can be put right, taken away and added; taking one away moves no other', async () => {
    const desk = await aReviewersDesk();
    const noise = row({ ...core, title: 'Total carried forward', hours: '10' });
    const documents = [report([row(ethics), noise]), certificate(ethics), certificate(core)];
    expect((await desk.take(1, { documents })).outcome).not.toBe('accepted');
    await desk.claim(1);
    await desk.say(1, [{ what: 'row-removed', document: 0, row: 1 }]);
    const { title, day: completedOn } = core;
    const values = {
      title,
      provider: 'Cypress Learning',
      completedOn,
      hours: '6',
      category: 'core',
      priorApproved: 'yes',
    };
    await desk.say(1, [{ what: 'row-added', document: 0, values }]);
    await desk.say(1, [{ what: 'row-column', document: 0, row: 2, column: 'hours', value: '7' }]);
    expect((await desk.whatIf({ submissionId: mail, who: ann }))?.outcome).toBe('accepted');
  });
});

describe('a paper that was taken for something else', () => {
  it('nobody could read is what a person says it is, with what a person writes down', async () => {
    const desk = await aReviewersDesk();
    const unread = certificate(core, {});
    const blank = { ...unread, kind: 'other' as const, reading: 'unread' as const, fields: {}, kindConfidence: 0 };
    const documents = [report([row(ethics), row(core)]), certificate(ethics), blank];
    expect((await desk.take(1, { documents })).outcome).toBe('needs-review');
    await desk.claim(1);
    await desk.say(1, [{ what: 'kind', document: 2, kind: 'certificate' }]);
    const said = { attendeeName: 'Dana Fontenot', courseTitle: core.title, completedOn: core.day, hours: core.hours };
    const answer = await desk.say(
      1,
      Object.entries(said).map(([field, value]) => ({ what: 'field', document: 2, field, value })),
    );
    expect(answer).toMatchObject({ answer: 'done' });
    expect((await desk.whatIf({ submissionId: mail, who: ann }))?.outcome).toBe('accepted');
  });

  it('is another person’s goes to them: it counts for nobody else', async () => {
    const other = { ...dana, specialistId: 'RPSS-2', legalName: 'Ray Guidry', email: 'ray@example.org' };
    const desk = await aReviewersDesk([dana, other]);
    await desk.take(1, { documents: complete });
    await desk.claim(1);
    await desk.say(1, [{ what: 'person', document: 2, specialistId: 'RPSS-2' }]);
    const judgement = await desk.whatIf({ submissionId: mail, who: ann });
    expect(judgement?.people.map(({ specialistId, documents }) => [specialistId, documents])).toEqual([
      ['RPSS-1', [0, 1]],
      ['RPSS-2', [2]],
    ]);
    const titles = judgement?.credits.filter(({ person }) => person === 0).map(({ code }) => code);
    expect(titles).toContain('missing-certificate');
  });

  it('is nobody’s, or another one again, counts nowhere and asks nobody anything', async () => {
    const desk = await aReviewersDesk();
    const stranger = certificate({ ...core, title: 'A Colleague’s Day' }, { attendeeName: aField('Pat Broussard') });
    const again = { ...certificate(core), sha256: 'f'.repeat(64) };
    const judged = await desk.take(1, { documents: [...complete, stranger, again] });
    expect(judged.outcome).toBe('needs-review');
    await desk.claim(1);
    await desk.say(1, [
      { what: 'person', document: 3, specialistId: null },
      { what: 'duplicate-of', document: 4, of: { submissionId: mail, document: 2 } },
    ]);
    const judgement = await desk.whatIf({ submissionId: mail, who: ann });
    expect(judgement?.outcome).toBe('accepted');
    expect(judgement?.credits).toHaveLength(2);
  });
});
