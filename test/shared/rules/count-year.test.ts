import { describe, expect, it } from 'vitest';
import { countYear } from '#shared/rules/count-year.ts';
import type { CountedCredit } from '#shared/rules/counting/counted-credit.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { aCountedCredit } from '#test/builders/a-counted-credit.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const louisiana = await programmeNamed('louisiana-rpss');
type Counting = Programme['counting'];

/** What a programme counts that differs from Louisiana's in some settings of credits.md. */
function counted(own: Partial<Counting>, credits: readonly Partial<CountedCredit>[], year = 2026) {
  const programme = { ...louisiana, counting: { ...louisiana.counting, ...own } };
  const facts = { credential: 'RPSS', 'training year': 2020 };
  return countYear(programme, credits.map(aCountedCredit), facts, year);
}

const sponsored: Counting['measures'][number] = {
  name: 'sponsored hours',
  counts: 'hours',
  where: [{ attribute: 'provider class', isNot: false, values: ['sponsored'] }],
  limit: null,
  surplus: null,
  addsCarriedOver: false,
  over: 'period',
  inWords: 'hours of a sponsor',
  line: 1,
};
const all = { ...sponsored, name: 'hours in all', where: [] };

describe('the trainings of a year', () => {
  it('have the class of their provider by the table, whatever the case and the blanks', () => {
    const table = { providerClasses: { 'bayou institute': 'sponsored', 'any other': 'other' }, measures: [sponsored] };
    const of = (provider: string | null, own: Partial<CountedCredit> = {}) =>
      counted(table, [{ provider, ...own }])['sponsored hours'];

    expect(of(' Bayou INSTITUTE ')).toBe(100);
    expect(of('Somebody else')).toBe(0);
    expect(of('Somebody else', { providerClass: 'sponsored' })).toBe(100);
    expect(of(null)).toBeUndefined();
    expect(counted({ ...table, providerClasses: {} }, [{ provider: 'Bayou Institute' }])['sponsored hours']).toBe(
      undefined,
    );
  });

  it('are counted that came without approval or without a paper', () => {
    const facts = counted({ approval: 'list', evidence: [{ kind: 'certificate', when: 'always' }] }, [
      { title: 'one' },
      { title: 'two', approval: 'none' },
      { title: 'three', evidence: [] },
      { title: 'four', evidence: ['letter'], approval: 'form' },
    ]);

    expect(facts).toMatchObject({ 'trainings without approval': 2, 'trainings without evidence': 2 });
  });

  it('are repeats only inside the whole period', () => {
    const twice = (first: string, second: string) =>
      counted({ repeats: 'not counted twice', measures: [all] }, [{ completedOn: first }, { completedOn: second }]);

    expect(twice('2026-01-01', '2026-12-31')).toMatchObject({ 'hours in all': 100, 'repeated trainings': 1 });
    expect(twice('2025-12-31', '2026-12-31')).toMatchObject({ 'hours in all': 100 });
    expect(twice('2026-05-01', '2027-01-01')).toMatchObject({ 'hours in all': 100 });
  });
});
