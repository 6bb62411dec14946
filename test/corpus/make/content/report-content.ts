import type { Report, ReportRow } from '#test/fixtures/make/content.ts';
import type { Chance } from '../chance.ts';
import { dayAfter, dayIn, somebody, someCourse } from './world.ts';

const amounts = ['1', '1.5', '2', '2.5', '3', '4', '1.25', '0.5', '3.5', '6', '4.75'];

/** A report of some trainings of one year; the totals are sums, signed or not, attested or not. */
export function someReport(chance: Chance, rowCount: readonly [number, number] = [3, 5]): Report {
  const person = somebody(chance);
  const year = chance.pick([2025, 2026, 2026]);
  const titles = new Set<string>();
  const rows: ReportRow[] = [];
  const count = chance.whole(...rowCount);
  while (rows.length < count) {
    const course = someCourse(chance, rows.length === 0 ? true : undefined);
    if (titles.has(course.title)) continue;
    titles.add(course.title);
    rows.push({
      ...{ title: course.title, provider: course.provider, completedOn: dayIn(chance, year) },
      ...{ hours: chance.pick(amounts), category: course.isEthics ? 'ethics' : 'core' },
      priorApproved: chance.is(0.75),
    });
  }
  const sum = (some: readonly ReportRow[]) => String(some.reduce((all, row) => all + Number(row.hours) * 100, 0) / 100);
  const isSigned = chance.is(0.82);
  return {
    ...{ reportingYear: String(year), legalName: person.legalName, email: person.email, phone: person.phone },
    credentialType: chance.is(0.75) ? 'RPSS' : 'RFPSS',
    initialTrainingDate: person.initialTrainingDate,
    employer: chance.is(0.85) ? person.employer : null,
    totalHours: sum(rows),
    totalEthicsHours: sum(rows.filter((row) => row.category === 'ethics')),
    attestationChecked: chance.is(0.8),
    signature: isSigned ? chance.pick(['drawn', 'drawn', 'typed'] as const) : null,
    signatureDate: isSigned ? dayAfter(`${year}-11-20`, chance.whole(0, 40)) : null,
    rows,
  };
}
