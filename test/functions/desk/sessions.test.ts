import { describe, expect, it } from 'vitest';
import { listCorrections } from '#shared/records/correction-records.ts';
import { aField, aSession } from '#test/builders/a-document.ts';
import { certificate, conference, report, row } from '#test/builders/a-judged-mail.ts';
import { aReviewersDesk } from '#test/builders/a-reviewers-desk.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';

const mail = submissionIdFor(1);
const place = aField('3').box;
const session = (title: string, hours: string, ethics: boolean) =>
  aSession({ title: aField(title), hours: aField(hours, { box: place }), ethics });
/** A conference of ten hours; one ethics session of an hour was not seen as one, so that two are left of three. */
const misread = {
  ...certificate({ ...conference, ethicsHours: '2' }, { ethicsHours: aField('2', { box: place }) }),
  sessions: [session('Boundaries', '2', true), session('Dual roles', '1', false), session('All else', '7', false)],
};
const documents = [report([row(conference)]), misread];

async function taken() {
  const desk = await aReviewersDesk();
  await desk.take(1, { documents });
  await desk.claim(1);
  return desk;
}

describe('a session that a person puts right', () => {
  it('changes how the hours of its certificate divide, and with that what comes out', async () => {
    const desk = await taken();
    expect((await desk.whatIf({ submissionId: mail, who: ann }))?.outcome).toBe('needs-review');
    const answer = await desk.say(1, [
      { what: 'session-column', document: 1, session: 1, column: 'ethics', value: 'yes' },
    ]);
    expect(answer).toMatchObject({ answer: 'done', corrections: [{ before: false, change: { value: true } }] });
    const judgement = await desk.whatIf({ submissionId: mail, who: ann });
    expect(judgement?.outcome).toBe('accepted');
    expect(judgement?.credits.map(({ bucket, hours, status }) => [bucket, hours, status])).toEqual([
      ['ethics', 300, 'counted'],
      ['core', 700, 'counted'],
    ]);
  });

  it('can be taken away, and one that nobody saw can be added', async () => {
    const desk = await taken();
    const values = { title: 'At lunch', hours: '1', ethics: 'yes' };
    const answer = await desk.say(1, [
      { what: 'session-removed', document: 1, session: 1 },
      { what: 'session-added', document: 1, values },
    ]);
    expect(answer).toMatchObject({ answer: 'done' });
    expect((await desk.whatIf({ submissionId: mail, who: ann }))?.outcome).toBe('accepted');
    // the added one has the number after those that were read
    expect(await desk.say(1, [{ what: 'session-removed', document: 1, session: 3 }])).toMatchObject({ answer: 'done' });
  });

  it.each([
    [{ what: 'session-column', document: 1, session: 3, column: 'hours', value: '1' }, 'no such session'],
    [{ what: 'session-removed', document: 0, session: 0 }, 'no such session'],
    [{ what: 'session-column', document: 1, session: 0, column: 'hours', value: 'two' }, 'not an amount of hours'],
    [{ what: 'session-column', document: 1, session: 0, column: 'ethics', value: 'a bit' }, 'yes or no'],
    [{ what: 'session-added', document: 1, values: { title: 'No hours' } }, 'its hours'],
    [{ what: 'session-added', document: 1, values: { title: 'Odd', hours: 'x' } }, 'not an amount of hours'],
    [{ what: 'session-added', document: 0, values: { title: 'A', hours: '1' } }, 'Only a certificate'],
    [{ what: 'session-column', document: 1, session: 0, column: 'provider', value: 'x' }, 'not one'],
  ])('is refused in plain words where it cannot be: %j', async (change, words) => {
    const desk = await taken();
    expect(await desk.say(1, [change])).toMatchObject({ answer: 'refused', why: expect.stringContaining(words) });
    expect(await listCorrections(desk.records, mail)).toEqual([]);
  });
});
