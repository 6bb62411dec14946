import { expect, test } from 'vitest';
import { applications, familyApplications } from './papers/applications.ts';
import { certificates } from './papers/certificates.ts';
import { confusionOf, type KnownPapers } from './papers/confusion.ts';
import { education } from './papers/education.ts';
import { guidances } from './papers/guidance.ts';
import { others } from './papers/others.ts';
import { reports } from './papers/reports.ts';
import { secondBatch } from './papers/second-batch.ts';
import { thirdBatch } from './papers/third-batch.ts';

const firstBatch: KnownPapers = {
  certificate: certificates,
  'ce-report': reports,
  'ceu-guidance': guidances,
  'training-application': applications,
  'family-training-application': familyApplications,
  'education-evidence': education,
  other: others,
};

test.each([
  ['first', firstBatch],
  ['second', secondBatch],
  ['third', thirdBatch],
])('at least 97 of 100 papers are called what they are, printed or poorly scanned (%s batch)', (_name, papers) => {
  const { papers: count, misses, table } = confusionOf(papers, [1, 2, 3]);
  if (process.env.SHOW_CONFUSION) console.log(table, misses.map((m) => JSON.stringify(m)).join('\n'));
  expect(misses.length / count, table).toBeLessThanOrEqual(0.03);
});
