import { afterEach, describe, expect, it } from 'vitest';
import { noRulings } from '#shared/domain/ruling.ts';
import { applicationsSince } from '#shared/records/application-records.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { listByClass } from '#shared/rules/class-list.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { aField } from '#test/builders/a-document.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { anApplication, aSchoolPaper, only, sent, verdicts } from '#test/builders/an-application.ts';
import { ann, ben } from '#test/builders/staff.ts';

const mail = submissionIdFor(1);

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

async function anApplicationCase(documents = [anApplication(), aSchoolPaper()]): Promise<void> {
  desk = await aDecidingDesk();
  await desk.waiting(1, sent(documents));
  await desk.claim(1);
}

/** What a reviewer says of each rule that is not met yet, beside its name. */
async function seenBy(reason: string, number = 1) {
  const judgement = await findJudgement(desk.records, submissionIdFor(number));
  const open = (judgement?.findings ?? []).filter(({ verdict }) => verdict === 'cannot-tell' || verdict === 'not-met');
  const overrides = open.map(({ rule, year, applicationId }) => {
    return { rule, year, applicationId, specialistId: null, verdict: 'met', reason };
  });
  return { ...noRulings, overrides };
}

const listed = async () => {
  const lists = listByClass(await applicationsSince(desk.records, '2026-01-01'), []);
  return lists.flatMap(({ entries }) => entries.map(({ application }) => application));
};

describe('an application that a person accepts', () => {
  it('stands in the list as complete, with who said so and their notes beside the rules', async () => {
    await anApplicationCase([anApplication()]);
    expect(await only(desk, 1)).toMatchObject({ completeness: 'incomplete', decided: null });
    const rulings = await seenBy('Diploma seen at the counter; the fee is paid.');
    expect(await desk.decide(1, {})).toMatchObject({ answer: 'refused' });
    expect(await desk.decide(1, { rulings })).toMatchObject({ answer: 'done', decision: { needsSecond: null } });
    await desk.idle();
    const [entry, ...more] = await listed();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ completeness: 'complete', missing: [], decided: { action: 'accept', by: ann } });
    const noted = entry?.findings.find(({ rule }) => rule === 'LA-EL-03');
    expect(noted).toMatchObject({ verdict: 'met', override: { verdictByRule: 'not-met', by: ann } });
    expect(await desk.submission(1)).toMatchObject({ outcome: 'accepted' });
  });

  it('is told that its papers are complete, and nothing of a yearly report or of a seat', async () => {
    await anApplicationCase([anApplication()]);
    await desk.decide(1, { rulings: await seenBy('Seen.') });
    await desk.idle();
    const [letter = ''] = desk.letters();
    expect(letter).toContain('odette@example.org');
    expect(letter).not.toMatch(/report form|hours of|accepted|diploma, degree or transcript/);
  });

  it('keeps what the person said when a later mail adds to it', async () => {
    await anApplicationCase([anApplication({ livedExperience: aField(null) }), aSchoolPaper()]);
    await desk.decide(1, { rulings: await seenBy('She told me on the telephone.') });
    await desk.idle();
    const before = verdicts(await only(desk, 1));
    await desk.take(2, sent([aSchoolPaper('Odette Marchand', '1')], { receivedAt: '2026-05-20T15:00:00.000Z' }));
    const after = await only(desk, 2);
    expect(verdicts(after)).toEqual(before);
    expect(after).toMatchObject({ decided: { by: ann }, completeness: 'complete' });
  });

  it('is never chosen for somebody else: a ruling on one application leaves another in the same mail alone', async () => {
    const remy = anApplication({ legalName: aField('Remy Thibaut') }, { sha256: 'f'.repeat(64) });
    await anApplicationCase([anApplication(), remy]);
    const rulings = await seenBy('Diploma seen.');
    const ids = [...new Set(rulings.overrides.map(({ applicationId }) => applicationId))];
    expect(ids).toHaveLength(2);
    const overrides = rulings.overrides.filter(({ applicationId }) => applicationId === ids[0]);
    expect(await desk.decide(1, { rulings: { ...noRulings, overrides } })).toMatchObject({ answer: 'refused' });
    await desk.decide(1, { action: 'ask-sender', rulings: { ...noRulings, overrides } });
    await desk.idle();
    const standing = (await listed()).map(({ completeness }) => completeness).sort();
    expect(standing).toEqual(['complete', 'incomplete']);
  });
});

describe('an application that a person does not accept', () => {
  it('that lacks a paper is asked for it: it stays in the list, and says who asked', async () => {
    await anApplicationCase([anApplication()]);
    await desk.decide(1, { action: 'ask-sender' });
    await desk.idle();
    expect(await listed()).toMatchObject([{ completeness: 'incomplete', decided: { action: 'ask-sender', by: ann } }]);
    expect(desk.letters()[0]).toContain('diploma');
  });

  it('leaves the list when the mail was not ours, after a second person agreed, and is kept', async () => {
    await anApplicationCase();
    await desk.decide(1, { action: 'not-ours', reason: 'A test of the sender.' });
    expect(await listed()).toHaveLength(1);
    await desk.second().confirm({ submissionId: mail, number: 1, who: ben });
    await desk.idle();
    expect(await listed()).toEqual([]);
    expect(await only(desk, 1)).toMatchObject({ isOurs: false });
  });

  it('counts a school paper that was withheld no more, also when a later mail adds to it', async () => {
    await anApplicationCase();
    expect((await only(desk, 1)).completeness).toBe('complete');
    await desk.decide(1, { action: 'restrict', fileId: 'file_0002', reason: 'It shows a health number.' });
    await desk.second().confirm({ submissionId: submissionIdFor(1), number: 1, who: ben });
    await desk.idle();
    await desk.take(
      2,
      sent([anApplication({}, { sha256: 'f'.repeat(64) })], { receivedAt: '2026-05-20T15:00:00.000Z' }),
    );
    expect((await only(desk, 2)).completeness).toBe('incomplete');
  });
});
