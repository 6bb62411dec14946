import { describe, expect, test } from 'vitest';
import { findHours } from '#functions/read-fields/hours.ts';
import { aField } from '#test/builders/a-document.ts';
import {
  approved,
  type Course,
  certificate,
  codesOf,
  complete,
  conference,
  core,
  dana,
  ethics,
  judged,
  register,
  report,
  row,
} from '#test/builders/a-judged-mail.ts';

/** Groups 1 to 11 of the edge cases: hours, days, and what a title says. The others are in the files beside this one. */

const paired = (courses: Course[]) => [
  report(courses.map((each) => row(each))),
  ...courses.map((each) => certificate(each)),
];
const hoursOf = (course: Course, hours: string): Course => {
  return { ...course, hours, ethicsHours: course.ethicsHours === '0' ? '0' : hours };
};

async function judgedYear(courses: Course[], own: { approves?: Course[]; receivedAt?: string } = {}) {
  const lines = (own.approves ?? courses).map(approved);
  const when = own.receivedAt === undefined ? {} : { receivedAt: own.receivedAt };
  const result = await judged({ documents: paired(courses), register: lines, ...when });
  const finding = (id: string) => result.findings.find(({ rule }) => rule === id);
  const credit = (title: string) => result.credits.find((each) => each.title === title);
  return { result, finding, credit };
}

/** A training under this title beside three hours of ethics, claimed as its course says and approved by nobody. */
async function claimed(title: string, own: Partial<Course> = {}, fields = {}) {
  const course = { ...core, title, ...own };
  const documents = [report([row(ethics), row(course)]), certificate(ethics), certificate(course, fields)];
  const result = await judged({ documents });
  return { result, credit: result.credits.find((each) => each.title === title) };
}

describe('edge cases: hours', () => {
  test('1: ten hours with 2.75 of ethics are a quarter of an hour short, and nothing is rounded up', async () => {
    const { result, finding } = await judgedYear([hoursOf(ethics, '2.75'), hoursOf(core, '7.25')]);

    expect(finding('LA-CE-01')).toMatchObject({ verdict: 'met', value: '10' });
    expect(finding('LA-CE-02')).toMatchObject({
      verdict: 'not-met',
      value: '2.75',
      required: '3',
      decidedBy: 'person',
    });
    expect(result.outcome).toBe('needs-sender');
    expect(result.requests.join(' ')).toContain('0.25 more in ethics');
  });

  test('2: four of ethics and six others go to a person as "met if the surplus counts", never as not met', async () => {
    const { result, finding } = await judgedYear([hoursOf(ethics, '4'), hoursOf(core, '6')]);

    expect(finding('LA-CE-03')).toMatchObject({ verdict: 'cannot-tell' });
    expect(codesOf(result)).toEqual(['ethics-surplus']);
    expect(result.outcome).toBe('needs-review');
  });

  test('3: three and seven at 23:59:30 of December 31 in Louisiana are in time; thirty-one seconds later they are not', async () => {
    const inTime = await judged({ documents: complete, receivedAt: '2027-01-01T05:59:30.000Z' });
    const late = await judged({ documents: complete, receivedAt: '2027-01-01T06:00:01.000Z' });

    expect(inTime.outcome).toBe('accepted');
    expect(late.outcome).toBe('needs-review');
    expect(codesOf(late)).toContain('past-deadline');
  });

  test.each([
    ['December 30, 2025', '2025-12-30', 2025, 'not-yet-due'],
    ['December 30, 2025', '2025-12-30', 2026, 'due'],
    ['January 2, 2026', '2026-01-02', 2026, 'not-yet-due'],
    ['January 2, 2026', '2026-01-02', 2027, 'due'],
    ['a class of December 28 to January 8, which counts from its end', '2026-01-08', 2026, 'not-yet-due'],
    ['a class of December 28 to January 8, which counts from its end', '2026-01-08', 2027, 'due'],
  ])('4: trained %s (%s): %i is %s', async (_what, initialTrainingDate, year, expected) => {
    const courses = [ethics, core].map((course) => ({ ...course, day: `${year}-11-10` }));
    const [form, ...papers] = paired(courses);
    const result = await judged({
      documents: form ? [{ ...form, fields: { ...form.fields, reportingYear: aField(String(year)) } }, ...papers] : [],
      person: { ...dana, initialTrainingDate },
      register: courses.map(approved),
      receivedAt: `${year}-12-01T15:00:00.000Z`,
    });

    expect(result.outcome).toBe(expected === 'due' ? 'accepted' : 'needs-review');
    expect(codesOf(result).includes('not-yet-due')).toBe(expected === 'not-yet-due');
    const applies = result.findings.find(({ rule }) => rule === 'LA-CE-01')?.verdict;
    expect(applies).toBe(expected === 'due' ? 'met' : 'does-not-apply');
  });

  test.each([
    ['0.3 CEU (3 contact hours)', '3'],
    ['0.6 CEU', '6'],
  ])('5: "%s" is taken as %s hours, and counted only by a person', async (printed, hours) => {
    const found = findHours(printed);
    expect(found[0]).toMatchObject({ value: hours, doubt: 'unit-ambiguous' });
    const course = hoursOf(core, hours);
    const reasons = [{ code: 'unit-ambiguous' as const, text: 'CEU may mean ten hours.', field: 'hours' }];
    const paper = { ...certificate(course), reasons };
    const documents = [report([row(ethics), row(course)]), certificate(ethics), paper];

    const result = await judged({ documents, register: [ethics, course].map(approved) });

    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toContain('unit-ambiguous');
    expect(result.credits.find(({ title }) => title === course.title)).toMatchObject({ status: 'undecided' });
  });
});

describe('edge cases: what a title says', () => {
  test('6: the one-hour course of the state’s board of ethics is no ethics hour for peers until a person says so', async () => {
    const course = { hours: '1', ethicsHours: '1' };
    const { result, credit } = await claimed('Ethics: the Yearly Hour', course, {
      provider: aField('Louisiana Board of Ethics'),
    });

    expect(codesOf(result)).toContain('possible-mandatory-training');
    expect(credit).toMatchObject({ status: 'undecided', code: 'possible-mandatory-training', bucket: null });
    expect(result.outcome).toBe('needs-review');
  });

  test.each([
    'Bloodborne Pathogens Annual Refresher',
    'Preventing Sexual Harassment',
    'Political Activity for Classified Employees',
  ])('7: "%s" is named by the programme: proposed as not accepted, decided by a person', async (title) => {
    const { result, credit } = await claimed(title);

    expect(credit).toMatchObject({ status: 'undecided', code: 'excluded-training' });
    expect(credit?.citation).toContain('LDH');
    expect(result.outcome).toBe('needs-review');
  });

  test.each([
    'Supporting Peers after Sexual Trauma',
    'HIV and Recovery: Reducing Stigma',
    'Voting Rights and Civic Recovery',
  ])('8: "%s" is not excluded: it counts when approved, and else its guidance form is asked for', async (title) => {
    const course = { ...core, title };
    const { result } = await judgedYear([ethics, course]);
    const open = await claimed(title);

    expect(result.outcome).toBe('accepted');
    expect(codesOf(open.result)).toEqual(['missing-guidance-form']);
    expect(open.credit).toMatchObject({ bucket: 'core', status: 'undecided' });
  });

  test('9: compliance with HIPAA claimed as ethics is no ethics hour until a person says so', async () => {
    const { result, credit } = await claimed('HIPAA Compliance', { hours: '2', ethicsHours: '2' });

    expect(credit).toMatchObject({ status: 'undecided', code: 'possible-mandatory-training', bucket: null });
    expect(result.outcome).toBe('needs-review');
  });

  test('10: "CBT Techniques for Counsellors" is clinical: a person looks', async () => {
    const { result, credit } = await claimed('CBT Techniques for Counsellors');

    expect(credit).toMatchObject({ status: 'undecided', code: 'topic-unclear' });
    expect(result.outcome).toBe('needs-review');
    expect(result.findings.find(({ rule }) => rule === 'LA-CE-14')?.verdict).toBe('cannot-tell');
  });

  test('11: of twelve hours over two days only the session on ethics is ethics, and only where the paper says which', async () => {
    const days = { ...conference, hours: '12', ethicsHours: '1.5', day: '2026-09-11' };
    const twoDays = { startedOn: aField('2026-09-10') };
    const seenBy = async (own: object) => {
      const documents = [report([row(days)]), certificate(days, { ...twoDays, ...own })];
      return judged({ documents, register: [...register.slice(0, 2), approved(days)] });
    };
    const told = await seenBy({});
    const silent = await seenBy({ ethicsHours: aField(null) });

    expect(told.credits.map(({ bucket, hours, status }) => [bucket, hours, status])).toEqual([
      ['ethics', 150, 'counted'],
      ['core', 1050, 'counted'],
    ]);
    expect(told.findings.find(({ rule }) => rule === 'LA-CE-02')).toMatchObject({ verdict: 'not-met', value: '1.5' });
    expect(silent.credits.map(({ bucket, status }) => [bucket, status])).toEqual([[null, 'undecided']]);
    expect(codesOf(silent)).toContain('topic-unclear');
  });
});
