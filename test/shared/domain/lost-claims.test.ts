import { describe, expect, it } from 'vitest';
import { lostClaims, lostRules } from '#shared/domain/lost-claims.ts';
import { aCredit, aFinding, aJudgement, type JudgedCredit, type JudgedFinding } from '#test/builders/a-judgement.ts';
import { aMatchedPerson } from '#test/builders/a-person.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const paper = (document: number, number = 1, role: 'certificate' | 'report-row' = 'certificate') => ({
  submissionId: submissionIdFor(number),
  document,
  role,
});
/** The n-th line of a form, with a certificate of its own and a title of its own. */
function line(at: number, own: Partial<JudgedCredit> = {}): JudgedCredit {
  const titles = ['Ethics and Boundaries', 'Trauma', 'Recovery Planning', 'Crisis Support'];
  return aCredit({
    creditId: `form.1#${at}#0`,
    title: titles[at] ?? 'Another',
    evidence: [paper(at)],
    completedOn: `2026-03-0${at + 1}`,
    ...own,
  });
}
const losses = (before: JudgedCredit[], after: JudgedCredit[]) =>
  lostClaims(aJudgement({ credits: before }), aJudgement({ credits: after }));
const ethics = line(0);
const gone = ['"Ethics and Boundaries" counted and would not count any more.'];

describe('what somebody would lose', () => {
  it('is nothing while all stays, or more counts', () => {
    expect(losses([], [])).toEqual([]);
    expect(losses([ethics, line(1)], [line(1), ethics])).toEqual([]);
    expect(losses([ethics], [{ ...ethics, hours: 400 }, line(1)])).toEqual([]);
  });

  it('is a training that counted and does not any more, by whatever means', () => {
    expect(losses([ethics, line(1)], [line(1)])).toEqual(gone);
    for (const status of ['not-counted', 'undecided'] as const)
      expect(losses([ethics], [{ ...ethics, status }])).toEqual(gone);
  });

  it('is a training that counts for fewer hours', () => {
    const fewer = ['"Ethics and Boundaries" would count for fewer hours than before.'];

    expect(losses([ethics], [{ ...ethics, hours: 299 }])).toEqual(fewer);
    expect(losses([ethics], [{ ...ethics, hours: null }])).toEqual(fewer);
    expect(losses([{ ...ethics, hours: null }], [{ ...ethics, hours: null }])).toEqual([]);
  });

  it('is a training that was still open and would not count; open before and after is asked about', () => {
    const open = line(1, { status: 'undecided' });
    const lost = ['"Trauma" was claimed, is still open, and would not count.'];

    expect(losses([open], [{ ...open, status: 'not-counted' }])).toEqual(lost);
    expect(losses([open], [])).toEqual(lost);
    expect(losses([open], [open])).toEqual([]);
    expect(losses([open], [{ ...open, status: 'counted' }])).toEqual([]);
    expect(losses([line(1, { status: 'not-counted' })], [])).toEqual([]);
  });

  it('is said even where the training has no title', () => {
    const untitled = line(0, { title: '', evidence: [] });

    expect(losses([untitled], [])).toEqual(['"A training without a title" counted and would not count any more.']);
  });

  it('is fewer hours in all where no single training can be named', () => {
    // two trainings that have become one of the same name and day: each finds it, and it holds as much as either
    const two = [
      line(0, { evidence: [] }),
      line(3, { title: 'Ethics and Boundaries', completedOn: ethics.completedOn, evidence: [] }),
    ];
    const half = ['Fewer hours would count in all than before.'];

    expect(losses(two, [line(0, { evidence: [] })])).toEqual(half);
    expect(losses(two, [line(0, { evidence: [], hours: 600 })])).toEqual([]);
  });
});

describe('the parts of one training', () => {
  const part = (number: number, own: Partial<JudgedCredit> = {}) =>
    line(0, { creditId: `form.1#0#${number}`, hours: 150, ...own });

  it('are taken together: it is lost when none counts, and less when one counts for less', () => {
    expect(losses([part(0), part(1)], [{ ...ethics, hours: 300 }])).toEqual([]);
    expect(losses([part(0), part(1)], [part(0)])).toEqual([
      '"Ethics and Boundaries" would count for fewer hours than before.',
    ]);
    expect(losses([part(0), part(1)], [])).toEqual(gone);
    expect(losses([part(0, { status: 'undecided' }), part(1)], [part(0)])).toEqual([]);
    expect(
      losses(
        [part(0, { status: 'undecided' }), part(1, { status: 'undecided' })],
        [part(0), part(1, { status: 'not-counted' })],
      ),
    ).toEqual([]);
    // one part counted, the other is open: what counted is what may be lost
    expect(
      losses(
        [part(0), part(1, { status: 'undecided' })],
        [part(0, { status: 'not-counted' }), part(1, { status: 'undecided' })],
      ),
    ).toEqual(gone);
    expect(losses([part(0), part(1)], [part(0), part(1, { status: 'undecided' })])).toHaveLength(1);
  });

  it('of another training on the form are another’s', () => {
    expect(losses([ethics, line(1)], [ethics])).toEqual(['"Trauma" counted and would not count any more.']);
  });
});

describe('a training is found again', () => {
  it('by its certificate, whatever is written on it now', () => {
    const renamed = { ...ethics, creditId: 'form.1#7#0', title: 'Boundaries', completedOn: '2026-09-09' };

    expect(losses([ethics], [renamed])).toEqual([]);
    expect(losses([ethics], [{ ...renamed, evidence: [paper(5)] }])).toEqual(gone);
    expect(losses([ethics], [{ ...renamed, evidence: [paper(0, 2)] }])).toEqual(gone);
    expect(losses([ethics], [{ ...renamed, evidence: [paper(0, 1, 'report-row')] }])).toEqual(gone);
    expect(losses([ethics], [{ ...renamed, evidence: [paper(5), paper(0)] }])).toEqual([]);
    expect(
      losses(
        [{ ...ethics, evidence: [paper(0, 1, 'report-row')] }],
        [{ ...renamed, evidence: [paper(0, 1, 'report-row')] }],
      ),
    ).toEqual(gone);
  });

  it('by its name and day, however it is written; by its name alone where it had no day', () => {
    const other = { ...ethics, creditId: 'form.1#7#0', evidence: [], title: 'ETHICS & Boundaries' };

    expect(losses([{ ...ethics, evidence: [] }], [{ ...other, title: 'The Ethics Boundaries' }])).toEqual([]);
    expect(
      losses([{ ...ethics, evidence: [] }], [{ ...other, title: 'The Ethics Boundaries', completedOn: '2026-03-05' }]),
    ).toEqual(gone);
    expect(
      losses([{ ...ethics, evidence: [], completedOn: null }], [{ ...other, title: 'Ethics Boundaries' }]),
    ).toEqual([]);
  });

  it('by its place on the form, where its title was put right and no other training of before stands there', () => {
    const row = line(0, { evidence: [], title: 'Etics' });
    const right = line(0, { evidence: [] });

    expect(losses([row], [right])).toEqual([]);
    expect(losses([row], [{ ...right, creditId: 'form.1#7#0' }])).toHaveLength(1);
    // the row below moved up: it is itself, and not what stood there before
    const below = line(1, { evidence: [] });
    expect(losses([row, below], [{ ...below, creditId: row.creditId }])).toEqual([
      '"Etics" counted and would not count any more.',
    ]);
  });

  it('once, where both its paper and its name lead to it', () => {
    expect(losses([{ ...ethics, hours: 400 }], [ethics])).toEqual([
      '"Ethics and Boundaries" would count for fewer hours than before.',
    ]);
  });
});

describe('the trainings of several people', () => {
  const [dana, ben] = [aMatchedPerson(), aMatchedPerson({ specialistId: 'RPSS-0043', name: 'Ben Hebert' })];
  const of = (people: ReturnType<typeof aMatchedPerson>[], credits: JudgedCredit[]) => aJudgement({ people, credits });

  it('are each one’s own: what counts for another is lost for her', () => {
    expect(lostClaims(of([dana, ben], [ethics]), of([dana, ben], [{ ...ethics, person: 1 }]))).toEqual(gone);
    expect(lostClaims(of([dana, ben], [ethics]), of([ben, dana], [{ ...ethics, person: 1 }]))).toEqual([]);
    expect(lostClaims(of([dana, ben], [ethics, { ...ethics, person: 1 }]), of([dana, ben], [ethics]))).toEqual(gone);
  });

  it('of somebody who was not known yet may count for anybody', () => {
    const unknown = aMatchedPerson({ specialistId: null, match: 'none' });

    expect(lostClaims(of([unknown], [ethics]), of([dana], [ethics]))).toEqual([]);
    expect(lostClaims(of([], [ethics]), of([dana], [ethics]))).toEqual([]);
    expect(lostClaims(of([dana], [ethics]), of([unknown], [ethics]))).toEqual(gone);
  });
});

describe('a rule that was met', () => {
  const [dana, ben] = [aMatchedPerson(), aMatchedPerson({ specialistId: 'RPSS-0043', name: 'Ben Hebert' })];
  const lost = (before: JudgedFinding[], after: JudgedFinding[], people = [dana, ben], peopleAfter = people) =>
    lostRules(aJudgement({ people, findings: before }), aJudgement({ people: peopleAfter, findings: after }));
  const met = aFinding();
  const says = ['Rule LA-CE-02 was met and would not be met any more.'];

  it('is lost when it is not met any more, whatever it is then', () => {
    expect(lost([met], [met])).toEqual([]);
    for (const verdict of ['not-met', 'cannot-tell', 'does-not-apply'] as const)
      expect(lost([met], [aFinding({ verdict })])).toEqual(says);
    expect(lost([met], [])).toEqual(says);
  });

  it('was never lost where it was not met before', () => {
    for (const verdict of ['not-met', 'cannot-tell', 'does-not-apply'] as const)
      expect(lost([aFinding({ verdict })], [])).toEqual([]);
    expect(lost([], [met])).toEqual([]);
  });

  it('is that of one person, one rule and one year', () => {
    expect(lost([met], [aFinding({ person: 1 })])).toEqual(says);
    expect(lost([met], [aFinding({ person: 1 })], [dana, ben], [ben, dana])).toEqual([]);
    expect(lost([met], [aFinding({ rule: 'LA-CE-03' })])).toEqual(says);
    expect(lost([met], [aFinding({ year: 2025 })])).toEqual(says);
    expect(lost([met], [met], [])).toEqual([]);
  });
});
