import { expect, it } from 'vitest';
import { boundedReasons, boundedRequests } from '#functions/apply-rules/bounded-words.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { findCaseFile, listCaseFiles, listCaseFilesOf } from '#shared/records/case-file-records.ts';
import { putApprovedTraining } from '#shared/records/register-records.ts';
import { aDeskOfMails, countedIn } from '#test/builders/a-desk-of-mails.ts';
import { approved, type Course, certificate, dana, report, row } from '#test/builders/a-judged-mail.ts';

const inEach = 30;
const mails = 5;
/** Half an hour each; every tenth is about ethics. */
const courses = Array.from({ length: inEach * mails }, (_, i): Course => {
  const ethicsHours = i % 10 === 0 ? '0.5' : '0';
  return { title: `Peer Talks of the Week ${i + 1}`, hours: '0.5', ethicsHours, day: '2026-03-04' };
});

it('a year of 150 certificates over several mails is kept whole, counted and decided', {
  timeout: 60_000,
}, async () => {
  const desk = await aDeskOfMails();
  for (const course of courses) await putApprovedTraining(desk.records, approved(course));
  const form = report(courses.map((course) => row(course)));
  const outcomes = [];
  for (let number = 1; number <= mails; number += 1) {
    const own = courses.slice((number - 1) * inEach, number * inEach).map((course) => certificate(course));
    const { outcome } = await desk.take(number, { documents: number === 1 ? [form, ...own] : own });
    outcomes.push(outcome);
  }
  expect(outcomes).toEqual(['needs-sender', 'needs-sender', 'needs-sender', 'needs-sender', 'accepted']);

  const ledger = await findCaseFile(desk.records, dana.specialistId, 2026);
  expect(ledger?.caseFile.submissions).toHaveLength(mails);
  expect(countedIn(ledger?.caseFile.credits)).toBe(courses.length);
  expect(ledger?.caseFile.findings.length).toBeGreaterThan(0);
  expect(await listCaseFilesOf(desk.records, dana.specialistId)).toEqual([ledger?.caseFile]);
  expect(await listCaseFiles(desk.records, 2026)).toEqual([ledger?.caseFile]);
});

it('of more remarks than a row can hold those about whose mail it is stay, and the rest is left to a person', () => {
  const about = (i: number): Reason => ({ code: 'hours-missing', text: `Number ${i}: ${'x'.repeat(200)}` });
  const many = Array.from({ length: 400 }, (_, i) => about(i));
  const doubt: Reason = { code: 'sender-unverified', text: 'From another address.' };
  const { reasons, isWhole } = boundedReasons([...many, doubt]);
  expect(isWhole).toBe(false);
  expect(reasons[0]).toEqual(doubt);
  expect(reasons.at(-1)?.text).toMatch(/^\d+ more remarks/);
  expect(JSON.stringify(reasons).length).toBeLessThan(45_000);
  expect(boundedReasons([...many.slice(0, 3), doubt])).toEqual({
    reasons: [...many.slice(0, 3), doubt],
    isWhole: true,
  });
  expect(JSON.stringify(boundedRequests(many.map(({ text }) => text))).length).toBeLessThan(25_000);
});
