import { describe, expect, test } from 'vitest';
import { countedCredits } from '#functions/apply-rules/counted-credits.ts';
import { countYear } from '#shared/rules/count-year.ts';
import { aCredit, type JudgedCredit } from '#test/builders/a-judgement.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const certified = { 'certification day': '2022-03-15' };

async function counted(folder: string, own: Partial<JudgedCredit>, ...others: Partial<JudgedCredit>[]) {
  const programme = await programmeNamed(folder);
  const credits = [own, ...others].map((each) => aCredit({ hours: 300, completedOn: '2025-06-01', ...each }));
  return countYear(programme, countedCredits(programme, credits), certified, 2026);
}

const trauma = { title: 'Trauma-Informed Peer Support' };
const listed = { traits: { approval: 'listed' as const } };

describe('what the register says of a training, to a programme with topics of its own', () => {
  test('that it is not ethics leaves open which of the other topics it is: nobody is short of them by that', async () => {
    const facts = await counted('ohio-peer-supporter', { bucket: 'core', title: 'Tuesday Session' });

    expect(facts).toMatchObject({
      'hours in all': 300,
      'hours on trauma, at least': 0,
      'hours on trauma, at most': 300,
    });
  });

  test('that it is ethics counts where the programme asks for ethics, and for nothing else', async () => {
    const facts = await counted('ohio-peer-supporter', { bucket: 'ethics' });

    expect(facts).toMatchObject({ 'hours on ethics': 300, 'hours on trauma': 0 });
  });

  test('that it is ethics is the word that the map has for ethics', async () => {
    expect(await counted('california-cmpss', { bucket: 'ethics' })).toMatchObject({ 'hours on law and ethics': 300 });
    expect(await counted('texas-peer-specialist', { bucket: 'ethics' })).toMatchObject({ 'hours on ethics': 300 });
  });

  test('that it is not ethics is certain where ethics is all that is asked', async () => {
    const facts = await counted('idaho-cpss', { bucket: 'core' });

    expect(facts).toMatchObject({ 'hours on ethics': 0, 'hours in all': 300 });
  });
});

describe('what the title says of an approved training', () => {
  test('counts for the subject that it clearly names, and for no other', async () => {
    const facts = await counted('ohio-peer-supporter', { bucket: 'core', ...trauma, ...listed });

    expect(facts).toMatchObject({ 'hours on trauma': 300, 'hours on ethics': 0, 'hours on wellness': 0 });
  });

  test.each([
    ['two subjects', 'Trauma-Informed Coaching Skills', ['trauma', 'coaching']],
    ['a subject and a topic that the programme does not name', 'Trauma-Informed Suicide Prevention', ['trauma']],
    ['a subject by words that stand apart', 'Informed Consent, Peers and Trauma', ['trauma']],
    ['ethics, which the register denies', 'Ethics for Peer Supporters', ['ethics']],
  ])('is left to a person where it shows %s', async (_what, title, subjects) => {
    const facts = await counted('ohio-peer-supporter', { bucket: 'core', title, ...listed });

    for (const subject of subjects) {
      expect(facts).toMatchObject({ [`hours on ${subject}, at least`]: 0, [`hours on ${subject}, at most`]: 300 });
    }
  });

  test('is left to a person where the register calls it ethics and the title names another subject', async () => {
    const facts = await counted('ohio-peer-supporter', { bucket: 'ethics', ...trauma, ...listed });

    expect(facts).toMatchObject({ 'hours on ethics, at least': 0, 'hours on trauma, at most': 300 });
  });

  test('may name two subjects that are one to the programme', async () => {
    const title = 'Healthy Boundaries in Helping';
    const facts = await counted('pennsylvania-cps', { bucket: 'ethics', title, ...listed });

    expect(facts).toMatchObject({ 'hours on ethics': 300, 'hours on peer support': 0 });
  });

  test('counts in both of two subjects where the programme says that it does', async () => {
    const title = 'Ethics and Supervision of Peer Specialists';
    const facts = await counted('texas-peer-specialist', { bucket: null, title, traits: { approval: 'none' } });

    expect(facts).toMatchObject({ 'hours on ethics': 300, 'hours on supervision': 300 });
  });

  test('says nothing of the rest of a training that was divided', async () => {
    const facts = await counted(
      'ohio-peer-supporter',
      { creditId: 'a.0#0#0', bucket: 'ethics', ...trauma, ...listed },
      { creditId: 'a.0#0#1', bucket: 'core', ...trauma, ...listed },
    );

    expect(facts).toMatchObject({ 'hours on ethics, at least': 300, 'hours on trauma, at least': 0 });
  });

  test('says nothing of a training that a person still has to look at', async () => {
    const own = { bucket: null, status: 'undecided' as const, traits: { approval: 'none' as const } };
    const facts = await counted('ohio-peer-supporter', { ...trauma, ...own });

    expect(facts).toMatchObject({ 'hours on ethics, at most': 300, 'hours on trauma, at most': 300 });
  });
});
