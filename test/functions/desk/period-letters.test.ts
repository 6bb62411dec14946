import { beforeEach, describe, expect, it } from 'vitest';
import type { TypedLetter } from '#functions/desk/period-letter.ts';
import { makeResolveStanding } from '#functions/desk/resolve-standing.ts';
import { makeSendLetters } from '#functions/send-waiting/send-letters.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { countDecisionLetters, listLettersOf } from '#shared/records/letter-records.ts';
import { mailStopWrite } from '#shared/records/mail-stop-records.ts';
import { listPersonHistory } from '#shared/records/person-history-records.ts';
import { listResolutionsOf } from '#shared/records/resolution-records.ts';
import { noteReturned } from '#shared/records/returned-mail.ts';
import { findStanding } from '#shared/records/standing-records.ts';
import { findTouch } from '#shared/records/touched-records.ts';
import { ann, ben } from '#test/builders/staff.ts';
import { anOffice, louisiana, type Office } from '../sweep/a-swept-office.ts';

const specialistId = 'RPSS-0042';
const about = { specialistId, year: 2026, number: 1 };
let office: Office;
let sent: OutgoingMail[];
beforeEach(async () => {
  office = await anOffice();
  sent = [];
  return () => office.close();
});

/** Somebody who sent nothing for 2026, in February of the year after. */
async function aMissedYear(own: Partial<Specialist> = {}) {
  await office.add({ specialistId, ...own });
  await office.sweep();
  office.setClock('2027-01-02T08:00:00.000Z');
  await office.sweep();
  office.setClock('2027-02-01T15:00:00.000Z');
}
const desk = () => makeResolveStanding({ ...office, secrets: randomSecrets, programme: louisiana });
const standing = async () => {
  const found = await findStanding(office.records, specialistId, 2026);
  if (!found) throw new Error('there is no standing');
  return found;
};
const say = async (action: string, own: { until?: string; letter?: Partial<TypedLetter> } = {}) =>
  desk().propose({
    ...{ specialistId, year: 2026, who: ann, action, reason: 'No answer to three letters.' },
    version: (await standing()).version,
    until: own.until ?? '',
    letter: { subject: '', text: '', isLeftOut: false, why: '', ...own.letter },
  });
const sendNow = (send = async (mail: OutgoingMail) => void sent.push(mail)) =>
  makeSendLetters({ ...office, mailSender: { send } })();
const letters = async () => (await listLettersOf(office.records, specialistId)).map(({ letter }) => letter);

describe('the letter about what a person decided of a period', () => {
  it('goes out once, in the words of the office, and is noted', async () => {
    await aMissedYear();
    expect(await say('extended', { until: '2027-03-31' })).toEqual({ answer: 'done' });
    office.setClock('2027-02-01T15:01:00.000Z');
    expect(await sendNow()).toMatchObject({ sent: 1 });
    expect(await sendNow()).toMatchObject({ sent: 0 });
    expect(sent).toEqual([
      expect.objectContaining({
        to: 'rpss-0042@example.org',
        subject: 'More time for your report for 2026',
        text: expect.stringContaining('Your new last day is March 31, 2027.'),
      }),
    ]);
    expect((await listPersonHistory(office.records, specialistId)).map(({ action }) => action)).toEqual([
      'resolved',
      'period-letter-sent',
    ]);
    expect(await countDecisionLetters(office.records, 2026)).toEqual({ sent: 1, cameBack: 0 });
    expect(await countDecisionLetters(office.records, 2027)).toEqual({ sent: 0, cameBack: 0 });
  });

  it('about somebody who does not stay active waits for the second person, and does not go where that one says no', async () => {
    await aMissedYear();
    await say('inactive');
    expect(await letters()).toEqual([]);
    expect(await sendNow()).toMatchObject({ sent: 0 });
    await desk().refuse({ ...about, who: ben, reason: 'Papers are on their way.' });
    expect(await sendNow()).toMatchObject({ sent: 0 });
    await say('inactive');
    expect(await desk().confirm({ ...about, number: 2, who: ben })).toEqual({ answer: 'done' });
    expect(await desk().confirm({ ...about, number: 2, who: ben })).toMatchObject({ answer: 'refused' });
    await sendNow();
    await sendNow();
    expect(sent.map(({ subject }) => subject)).toEqual(['Our decision about your report for 2026']);
  });

  it('goes also to somebody whom the roster calls inactive by then', async () => {
    await aMissedYear();
    await say('inactive');
    await desk().confirm({ ...about, who: ben });
    await office.add({ specialistId, status: 'inactive' });
    expect(await sendNow()).toMatchObject({ sent: 1, withdrawn: 0 });
  });

  it('is written in Spanish to who asked for that', async () => {
    await aMissedYear({ language: 'es' });
    await say('closed');
    await sendNow();
    expect(sent).toMatchObject([{ subject: 'Su informe de 2026 está cerrado' }]);
  });

  it('goes word for word as the supervisor wrote it', async () => {
    await aMissedYear();
    const words = await desk().draft({ specialistId, year: 2026, action: 'closed', until: '' });
    const text = `${words?.text ?? ''}\nGet well soon.`.replaceAll('\n', '\r\n');
    await say('closed', { letter: { subject: 'Your report', text } });
    await sendNow();
    expect(sent).toMatchObject([{ subject: 'Your report', text: expect.stringMatching(/Get well soon\.\n$/) }]);
    expect(sent[0]?.text).not.toContain('\r');
  });

  it.each([
    ['a word that others must not read', { subject: 'Your peer support hours' }, 'peer'],
    ['the name of a credential', { subject: 'Your RPSS report' }, 'RPSS'],
    ['no reason for leaving it out', { isLeftOut: true, why: ' ' }, 'why no letter'],
    ['a text without end', { text: 'long '.repeat(3000) }, 'at most 10000'],
  ])('is refused with %s, and nothing is decided', async (_what, letter, why) => {
    await aMissedYear();
    expect(await say('closed', { letter })).toEqual({ answer: 'refused', why: expect.stringContaining(why) });
    expect((await standing()).standing.word).toBe('past-deadline-unresolved');
    expect(await listResolutionsOf(office.records, specialistId)).toEqual([]);
  });

  it('may be left out with a reason, which is kept', async () => {
    await aMissedYear();
    expect(await say('closed', { letter: { isLeftOut: true, why: 'They died in December.' } })).toEqual({
      answer: 'done',
    });
    expect(await letters()).toEqual([]);
    const [kept] = await listResolutionsOf(office.records, specialistId);
    expect(kept?.resolution).toMatchObject({ letter: null, noLetterWhy: 'They died in December.' });
    const [noted] = await listPersonHistory(office.records, specialistId);
    expect(noted?.codes).toContain('no-letter');
  });

  it('is held, and says so, where the address takes none or there is none', async () => {
    await aMissedYear();
    const stop = { specialistId, address: 'rpss-0042@example.org', cause: 'no-such-address', status: '5.1.1' } as const;
    const at = '2027-01-05T00:00:00.000Z';
    await office.records.write([mailStopWrite({ ...stop, at, by: 'machine', over: null }, null)]);
    expect(await say('closed')).toEqual({ answer: 'done' });
    expect(await letters()).toMatchObject([{ state: 'held', fate: 'address-stopped' }]);
    expect(await sendNow()).toMatchObject({ sent: 0 });
  });

  it('is not sent when something else was decided before it could go', async () => {
    await aMissedYear();
    await say('inactive');
    await desk().confirm({ ...about, who: ben });
    const down = async () => {
      throw new TryAgain('down');
    };
    expect(await sendNow(down)).toMatchObject({ sent: 0, stillWaiting: 1 });
    expect(await say('lifted')).toEqual({ answer: 'done' });
    expect(await sendNow()).toMatchObject({ sent: 1, withdrawn: 1 });
    expect(sent.map(({ subject }) => subject)).toEqual(['A change in your report for 2026']);
    expect((await letters()).map(({ state, fate }) => [state, fate])).toEqual([
      ['withdrawn', 'decided-anew'],
      ['sent', null],
    ]);
  });

  it('has the same Message-ID on every try, and is known again when it comes back', async () => {
    await aMissedYear();
    await say('closed');
    const ids: string[] = [];
    const fails = async ({ messageId }: OutgoingMail) => {
      ids.push(messageId);
      throw new TryAgain('down');
    };
    await sendNow(fails);
    await sendNow(fails);
    await sendNow();
    expect(new Set([...ids, sent[0]?.messageId]).size).toBe(1);
    expect(sent[0]?.messageId).toMatch(/^decision\.[0-9a-f]{40}@la\.gov$/);
    const returned = { of: { messageId: sent[0]?.messageId ?? '' }, recipient: null, status: '5.1.1' };
    expect(await noteReturned(office.records, returned, '2027-02-01T16:00:00.000Z')).toBe('address-stopped');
    expect(await countDecisionLetters(office.records, 2026)).toEqual({ sent: 1, cameBack: 1 });
  });
});

describe('what was said of a period and is taken back', () => {
  it('is looked at again in the coming night, by what is on record', async () => {
    await aMissedYear();
    await say('inactive');
    await desk().confirm({ ...about, who: ben });
    office.setClock('2027-02-02T08:00:00.000Z');
    await office.sweep();
    expect(await findTouch(office.records, specialistId)).toBeNull();
    office.setClock('2027-02-02T15:00:00.000Z');
    await say('lifted');
    expect(await findTouch(office.records, specialistId)).not.toBeNull();
    office.setClock('2027-02-03T08:00:00.000Z');
    const { counts } = await office.sweep();
    expect(counts.looked).toBe(1);
    expect((await standing()).standing).toMatchObject({ word: 'past-deadline-unresolved', resolved: null });
    expect(await findTouch(office.records, specialistId)).toBeNull();
  });
});
