import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listByClass } from '#shared/rules/class-list.ts';
import { aStoredApplication } from '#test/builders/a-stored-application.ts';

const march = { name: 'Lafayette spring class', credential: 'RPSS', begins: '2026-03-09', seats: 20 };
const april = { name: 'Monroe class', credential: 'RPSS', begins: '2026-04-13', seats: null };
const at = (time: string) => `2026-05-10T${time}.000Z`;

describe('the list of who applied', () => {
  it('stands by credential, then the classes that people set, then wishes as written, then no wish', () => {
    const wishes = [null, 'Online please', 'monroe', 'begins 3/9/2026', 'MONROE CLASS (April 13, 2026)'];
    const family = aStoredApplication({ number: 9, credential: 'RFPSS', form: 'family-training-application' });
    const all = [...wishes.map((classWished, i) => aStoredApplication({ number: i + 1, classWished })), family];
    const unclear = aStoredApplication({ number: 10, credential: null });

    expect(
      listByClass([unclear, ...all], [april, march]).map(({ credential, set, wished, entries }) => [
        credential,
        set?.name ?? wished,
        entries.length,
      ]),
    ).toEqual([
      ['RFPSS', null, 1],
      ['RPSS', 'Lafayette spring class', 1],
      ['RPSS', 'Monroe class', 1],
      ['RPSS', 'monroe', 1],
      ['RPSS', 'Online please', 1],
      ['RPSS', null, 1],
      [null, null, 1],
    ]);
  });

  it('gives nobody to one of two classes that a wish names both', () => {
    const both = aStoredApplication({ classWished: 'Monroe class or Lafayette spring class' });

    expect(listByClass([both], [march, april])).toMatchObject([{ set: null, wished: both.classWished }]);
  });

  it('gives nobody to a class for another credential', () => {
    const family = aStoredApplication({ credential: 'RFPSS', classWished: 'Monroe class' });

    expect(listByClass([family], [march, april])).toMatchObject([{ set: null }]);
  });

  it('goes by time of receipt alone; who came at one instant share their place', () => {
    const all = [
      aStoredApplication({ number: 1, receivedAt: at('15:00:01'), completeness: 'incomplete' }),
      aStoredApplication({ number: 3, receivedAt: at('15:00:00') }),
      aStoredApplication({ number: 2, receivedAt: at('15:00:00'), name: 'Remy Thibaut' }),
    ];

    expect(listByClass(all, [])[0]?.entries.map(({ order, application }) => [order, application.reference])).toEqual([
      [1, 'LA-2026-000002'],
      [1, 'LA-2026-000003'],
      [3, 'LA-2026-000001'],
    ]);
  });

  it('shows who may have applied twice, and not two of one name with two birthdays', () => {
    const all = [
      aStoredApplication({ number: 1 }),
      aStoredApplication({ number: 2, name: 'Odette B. Marchand', bornOn: null, classWished: 'Monroe' }),
      aStoredApplication({ number: 3, bornOn: '1961-01-01' }),
    ];
    const same = Object.fromEntries(
      listByClass(all, [])
        .flatMap(({ entries }) => entries)
        .map(({ application, maybeSame }) => [application.reference, maybeSame]),
    );

    expect(same['LA-2026-000001']).toEqual(['LA-2026-000002']);
    expect(same['LA-2026-000003']).toEqual(['LA-2026-000002']);
  });

  it('says who shares an instant with another, and who came alone', () => {
    const all = ['15:00:00', '15:00:00', '15:00:01'].map((time, i) =>
      aStoredApplication({ number: i + 1, receivedAt: at(time) }),
    );
    expect(listByClass(all, [])[0]?.entries.map(({ isShared }) => isShared)).toEqual([true, true, false]);
  });

  it.each(['Spring: MARCH 9, 2026', '2026-03-09', '3/9/2026', '03/09/2026', 'the Lafayette, spring - class!'])(
    'finds the class in the wish "%s"',
    (classWished) => {
      expect(listByClass([aStoredApplication({ classWished })], [march, april])).toMatchObject([
        { set: { name: march.name }, wished: null },
      ]);
    },
  );

  it('knows a class without a day by its name alone, and puts it behind those with one', () => {
    const someday = { ...april, name: 'A class', begins: null };
    const wishes = ['A class', 'Monroe class'].map((classWished, i) =>
      aStoredApplication({ number: i + 1, classWished }),
    );
    expect(listByClass(wishes, [someday, april]).map(({ set }) => set?.name)).toEqual(['Monroe class', 'A class']);
    expect(listByClass([aStoredApplication({ classWished: null })], [someday])).toMatchObject([{ set: null }]);
  });

  it('takes wishes in other case and signs for one wish', () => {
    const wishes = ['Online, please', ' online PLEASE!'].map((classWished, i) =>
      aStoredApplication({ number: i + 1, classWished }),
    );
    expect(listByClass(wishes, [])).toMatchObject([{ wished: 'Online, please', entries: [{}, {}] }]);
  });

  it('takes two of one name and birthday for one person perhaps, and nobody without a name', () => {
    const same = (own: object) => {
      const all = [1, 2].map((number) => aStoredApplication({ number, ...own }));
      return listByClass(all, [])[0]?.entries.map(({ maybeSame }) => maybeSame.length);
    };
    expect(same({ bornOn: '1961-01-01' })).toEqual([1, 1]);
    expect(same({ bornOn: null })).toEqual([1, 1]);
    expect(same({ name: null })).toEqual([0, 0]);
  });

  it('leaves out what a person set aside as not the office’s', () => {
    const [ours, theirs] = [aStoredApplication(), aStoredApplication({ number: 2, isOurs: false })];

    expect(listByClass([ours, theirs], [])).toMatchObject([{ entries: [{ application: ours, maybeSame: [] }] }]);
  });

  it('loses nobody and is the same in whatever order they are read', () => {
    const one = fc.record({
      classWished: fc.constantFrom(null, 'Monroe class', 'March 9, 2026', 'soon'),
      receivedAt: fc.constantFrom(at('15:00:00'), at('15:00:01'), at('16:00:00')),
      credential: fc.constantFrom('RPSS', 'RFPSS', null),
      name: fc.constantFrom(null, 'Odette Marchand', 'Remy Thibaut'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.integer(), (drawn, seed) => {
        const all = drawn.map((own, i) => aStoredApplication({ number: i + 1, ...own }));
        const turned = all.map((_, i) => all[(i + Math.abs(seed)) % all.length] ?? aStoredApplication());
        const places = (list: ReturnType<typeof listByClass>) =>
          list.map(({ entries }) => entries.map(({ order, application }) => [order, application.applicationId]));

        expect(places(listByClass(turned, [march, april]))).toEqual(places(listByClass(all, [march, april])));
        expect(places(listByClass(all, [march, april])).flat()).toHaveLength(all.length);
      }),
    );
  });
});
