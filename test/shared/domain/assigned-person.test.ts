import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assigned, type People } from '#shared/domain/assigned-person.ts';
import { aMatchedPerson } from '#test/builders/a-person.ts';

const dana = aMatchedPerson({ specialistId: 'RPSS-1', name: 'Dana Fontenot', match: 'likely', documents: [0, 2] });
const luis = aMatchedPerson({ specialistId: 'RPSS-2', name: 'Luis Arceneaux', evidence: ['by name'], documents: [3] });
const nobodyKnown = aMatchedPerson({ specialistId: null, name: 'D. Fontenot', match: 'ambiguous', documents: [1] });
const mail: People = { people: [dana, luis, nobodyKnown], strays: [4, 5] };

const to = (specialistId: string | null, name: string | null = null) => ({ specialistId, name });
const say = (at: number, person: ReturnType<typeof to>, people = mail) =>
  assigned(people, at, { what: 'person', document: {} as never, ...person });
const papersOf = ({ people }: People) => people.map(({ specialistId, documents }) => [specialistId, documents]);

describe('whose paper it is, said by a person', () => {
  it('gives it to somebody the mail speaks of already, in the order of papers, and nobody doubts the match then', () => {
    const said = say(1, to('RPSS-1'));

    expect(papersOf(said)).toEqual([
      ['RPSS-1', [0, 1, 2]],
      ['RPSS-2', [3]],
    ]);
    expect(said.people[0]).toEqual({
      ...dana,
      match: 'exact',
      evidence: [...dana.evidence, 'a person of the office said whose paper it is'],
      documents: [0, 1, 2],
    });
    expect(said.people[1]).toEqual(luis);
  });

  it('is noted once, however often it is said', () => {
    const twice = say(4, to('RPSS-1'), say(1, to('RPSS-1')));
    expect(twice.people[0]?.evidence).toEqual([...dana.evidence, 'a person of the office said whose paper it is']);
  });

  it('takes it from whoever had it, who is gone where it was their only paper', () => {
    expect(papersOf(say(3, to('RPSS-1')))).toEqual([
      ['RPSS-1', [0, 2, 3]],
      [null, [1]],
    ]);
    expect(papersOf(say(0, to('RPSS-2')))).toEqual([
      ['RPSS-1', [2]],
      ['RPSS-2', [0, 3]],
      [null, [1]],
    ]);
  });

  it('leaves it with whoever has it where it is said of their only paper', () => {
    expect(papersOf(say(3, to('RPSS-2')))).toEqual(papersOf(mail));
  });

  it('keeps a known sender whose papers bear no name, and nobody else without a paper', () => {
    const sender = aMatchedPerson({ specialistId: 'RPSS-9', documents: [] });
    const unknown = aMatchedPerson({ specialistId: null, documents: [] });
    const said = say(4, to('RPSS-1'), { people: [sender, unknown, dana], strays: [4] });
    expect(papersOf(said)).toEqual([
      ['RPSS-9', []],
      ['RPSS-1', [0, 2, 4]],
    ]);
  });

  it('brings somebody in of whom the mail did not speak', () => {
    const said = say(4, to('RPSS-7', 'Ida Melancon'));
    expect(said.strays).toEqual([5]);
    expect(said.people.at(-1)).toEqual({
      specialistId: 'RPSS-7',
      name: 'Ida Melancon',
      match: 'exact',
      evidence: ['a person of the office said whose paper it is'],
      candidates: [],
      documents: [4],
    });
    expect(say(4, to('RPSS-7')).people.at(-1)?.name).toBe('RPSS-7');
  });

  it('may be nobody: the paper is with no one then, and no stray either', () => {
    expect(papersOf(say(2, to(null)))).toEqual([
      ['RPSS-1', [0]],
      ['RPSS-2', [3]],
      [null, [1]],
    ]);
    expect(say(5, to(null)).strays).toEqual([4]);
    expect(papersOf(say(3, to(null)))).toEqual([
      ['RPSS-1', [0, 2]],
      [null, [1]],
    ]);
  });

  it('leaves each paper in one place at most, whatever is said one after the other', () => {
    const anybody = fc.constantFrom(null, 'RPSS-1', 'RPSS-2', 'RPSS-7');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), anybody), { maxLength: 8 }), (sayings) => {
        const said = sayings.reduce((people, [at, who]) => say(at, to(who), people), mail);
        const places = [...said.people.flatMap(({ documents }) => documents), ...said.strays];
        expect(new Set(places).size).toBe(places.length);
        const last = sayings.at(-1);
        if (last)
          expect(said.people.find(({ documents }) => documents.includes(last[0]))?.specialistId ?? null).toBe(last[1]);
        for (const { documents } of said.people) expect(documents).toEqual([...documents].sort((a, b) => a - b));
      }),
    );
  });
});
