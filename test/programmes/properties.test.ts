import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn } from '#shared/domain/calendar.ts';
import type { Verdict } from '#shared/domain/finding.ts';
import { formatHours, parseHours } from '#shared/domain/hours.ts';
import { countYear } from '#shared/rules/count-year.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import { aCountedCredit } from '#test/builders/a-counted-credit.ts';
import {
  approved,
  type Course,
  certificate,
  codesOf,
  complete,
  core,
  ethics,
  judged,
  report,
  row,
} from '#test/builders/a-judged-mail.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const worth: Readonly<Record<Verdict, number>> = { 'does-not-apply': 0, 'not-met': 1, 'cannot-tell': 2, met: 3 };
const words = 'Maple River Stone Lantern Harbor Meadow Cedar Orchid'.split(' ');
const course = fc
  .record({
    hundredths: fc.integer({ min: 25, max: 700 }),
    isEthics: fc.boolean(),
    day: fc.constantFrom('2026-01-01', '2026-03-08', '2026-11-01'),
  })
  .map(({ hundredths, isEthics, day }): Omit<Course, 'title'> => {
    const hours = formatHours(hundredths);
    return { hours, ethicsHours: isEthics ? hours : '0', day };
  });
const year = fc
  .array(course, { minLength: 1, maxLength: words.length })
  .map((all): Course[] => all.map((each, at) => ({ ...each, title: `${words[at]} Talks` })));

async function judgedYear(courses: readonly Course[], order: readonly number[] = []) {
  const [form, ...papers] = [report(courses.map((each) => row(each))), ...courses.map((each) => certificate(each))];
  const laid = order.length > 0 ? order.flatMap((at) => papers[at] ?? []) : papers;
  const documents = form ? [...laid, form] : laid;
  const result = await judged({ documents, register: courses.map(approved) });
  return { result, verdicts: result.findings.map(({ rule, verdict, value }) => [rule, verdict, value] as const) };
}

describe('a year of approved trainings, judged as a mail', () => {
  test('comes out the same in whatever order the papers lie', async () => {
    await fc.assert(
      fc.asyncProperty(year, fc.nat(), async (courses, turn) => {
        const places = courses.map((_each, at) => (at + turn) % courses.length).reverse();
        const [one, other] = [await judgedYear(courses), await judgedYear(courses, places)];
        expect(other.verdicts).toEqual(one.verdicts);
        expect(other.result.outcome).toBe(one.result.outcome);
      }),
      { numRuns: 25 },
    );
  });

  test('adds up to the hundredth: no training is lost and none is rounded', async () => {
    await fc.assert(
      fc.asyncProperty(year, async (courses) => {
        const { result, verdicts } = await judgedYear(courses);
        const inAll = courses.reduce((total, { hours }) => total + BigInt(Math.round(Number(hours) * 100)), 0n);
        expect(verdicts.find(([rule]) => rule === 'LA-CE-01')?.[2]).toBe(formatHours(Number(inAll)));
        expect(codesOf(result).filter((code) => code !== 'ethics-surplus')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('is never worse for one more of them', async () => {
    await fc.assert(
      fc.asyncProperty(year, course, async (courses, more) => {
        const added = { ...more, title: 'Quiet Walks' };
        const [before, after] = [await judgedYear(courses), await judgedYear([...courses, added])];
        for (const [at, [rule, verdict]] of before.verdicts.entries()) {
          expect([rule, worth[after.verdicts[at]?.[1] ?? 'not-met'] >= worth[verdict]]).toEqual([rule, true]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the same training again, where a programme counts it once', async () => {
  const programme = await programmeNamed('nebraska-cpss');
  const facts = { credential: 'CPSS', 'certification day': '2019-01-15', 'documents in review': 0 };
  const training = fc.record({
    title: fc.constantFrom('Walking beside somebody', 'Listening'),
    hours: fc.oneof(fc.integer({ min: 100, max: 2_500 }), fc.constant(null)),
    completedOn: fc.constantFrom('2023-01-01', '2024-02-01', '2024-06-01', '2025-01-01'),
    status: fc.constantFrom('counted' as const, 'undecided' as const),
    topics: fc.constantFrom(['ethics'], []),
  });
  type Own = Parameters<typeof aCountedCredit>[0];
  const judge = (all: readonly Own[]) => {
    const trainings = all.map((each) => aCountedCredit(each));
    const counted = countYear(programme, trainings, facts, 2025);
    return judgeYear(programme, { ...facts, ...counted }, { year: 2025, asOf: '2025-08-01' });
  };
  const oneKind = (each: Own): Own => ({ ...each, topics: each?.title === 'Listening' ? ['ethics'] : [] });

  test('never makes a verdict worse, whichever came first and however long each was', () => {
    fc.assert(
      fc.property(fc.array(training, { maxLength: 4 }), training, (own, more) => {
        const kept = own.map(oneKind);
        const after = judge([...kept, oneKind({ ...more, hours: more.hours ?? 100, status: 'counted' })]);
        for (const [at, finding] of judge(kept).entries()) {
          expect(worth[after[at]?.verdict ?? 'not-met']).toBeGreaterThanOrEqual(worth[finding.verdict]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('under another topic is at worst a question to a person: what was met is never called not met', () => {
    fc.assert(
      fc.property(fc.array(training, { maxLength: 4 }), training, (own, more) => {
        const after = judge([...own, more]);
        for (const [at, finding] of judge(own).entries()) {
          if (finding.verdict === 'met') expect(after[at]?.verdict).not.toBe('not-met');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of the period before takes nothing from this one', () => {
    const day = (completedOn: string): Own => ({ completedOn, hours: 2_000, topics: ['ethics'] });
    const [total] = judge([day('2023-01-01'), { ...day('2025-01-01'), hours: 2_000 }]).filter(
      ({ rule }) => rule === 'NE-CE-01',
    );

    expect(total).toMatchObject({ verdict: 'met', value: '20' });
  });
});

describe('hours', () => {
  test('are the same after writing and reading them, and add up as whole hundredths do', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_999_999 }), { maxLength: 40 }), (all) => {
        const read = all.map((each) => parseHours(formatHours(each)));
        expect(read).toEqual(all);
        const total = read.reduce((sum: number, each) => sum + (each ?? 0), 0);
        expect(BigInt(total)).toBe(all.reduce((sum, each) => sum + BigInt(each), 0n));
      }),
    );
  });
});

describe('days in the time zone of the office', () => {
  const office = 'America/Chicago';
  const minute = 60_000;
  const asText = (time: number) => new Date(time).toISOString();

  test.each([
    ['2026-03-08', 23],
    ['2026-11-01', 25],
    ['2026-07-01', 24],
    ['2026-12-31', 24],
  ])('%s has %i hours', (day, hours) => {
    const noon = Date.parse(`${day}T18:00:00Z`);
    const minutes = Array.from({ length: 60 * 48 }, (_, at) => noon + (at - 60 * 24) * minute);
    expect(minutes.filter((time) => dayIn(office, asText(time)) === day)).toHaveLength(hours * 60);
  });

  test('never go back, and end six or five hours after those of Greenwich', () => {
    const instant = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') });
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 90 * 24 * 60 * minute }), (time, later) => {
        const [first, second] = [dayIn(office, asText(time)), dayIn(office, asText(time + later))];
        expect(first <= second).toBe(true);
        const behind = [5, 6].map((hours) => asText(time - hours * 60 * minute).slice(0, 10));
        expect(behind).toContain(first);
      }),
    );
  });

  test('decide the deadline to the second, wherever the server stands', async () => {
    const midnight = Date.parse('2027-01-01T06:00:00Z');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -6 * 3_600, max: 18 * 3_600 }), async (seconds) => {
        const result = await judged({ documents: complete, receivedAt: asText(midnight + seconds * 1_000) });
        expect(result.outcome).toBe(seconds < 0 ? 'accepted' : 'needs-review');
        expect(codesOf(result)).toEqual(seconds < 0 ? [] : ['past-deadline']);
      }),
      { numRuns: 30, examples: [[-1], [0]] },
    );
  });

  test('a certificate of a day on which the clocks change is of that day', async () => {
    for (const day of ['2026-03-08', '2026-11-01']) {
      const courses = [ethics, { ...core, day }];
      const receivedAt = day === '2026-03-08' ? '2026-03-08T07:59:59.000Z' : '2026-11-01T06:59:59.000Z';
      const own = [report(courses.map((each) => row(each))), ...courses.map((each) => certificate(each))];
      const result = await judged({ documents: own, register: courses.map(approved), receivedAt });
      expect([day, result.outcome, codesOf(result)]).toEqual([day, 'accepted', []]);
    }
  });
});
