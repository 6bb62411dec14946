import { describe, expect, test } from 'vitest';
import { countedCredits } from '#functions/apply-rules/counted-credits.ts';
import { countYear } from '#shared/rules/count-year.ts';
import { aCredit } from '#test/builders/a-judgement.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const certified = { 'certification day': '2022-03-15' };

async function counted(folder: string, bucket: 'ethics' | 'core' | null) {
  const programme = await programmeNamed(folder);
  const credits = [aCredit({ bucket, hours: 300, completedOn: '2025-06-01' })];
  return countYear(programme, countedCredits(programme, credits), certified, 2026);
}

describe('what the register says of a training, to a programme with topics of its own', () => {
  test('that it is not ethics leaves open which of the other topics it is: nobody is short of them by that', async () => {
    const facts = await counted('ohio-peer-supporter', 'core');

    expect(facts).toMatchObject({
      'hours in all': 300,
      'hours on trauma, at least': 0,
      'hours on trauma, at most': 300,
    });
  });

  test('that it is ethics counts where the programme asks for ethics, and for nothing else', async () => {
    const facts = await counted('ohio-peer-supporter', 'ethics');

    expect(facts).toMatchObject({ 'hours on ethics': 300, 'hours on trauma': 0 });
  });

  test('that it is ethics may be law and ethics, where the programme has only that word', async () => {
    const facts = await counted('california-cmpss', 'ethics');

    expect(facts).toMatchObject({ 'hours on law and ethics, at least': 0, 'hours on law and ethics, at most': 300 });
  });

  test('that it is not ethics is certain where ethics is all that is asked', async () => {
    expect(await counted('idaho-cpss', 'core')).toMatchObject({ 'hours on ethics': 0, 'hours in all': 300 });
  });
});
