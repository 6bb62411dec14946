import { describe, expect, it } from 'vitest';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findBook } from '#shared/records/book-records.ts';
import { judgementWrites, listJudgements } from '#shared/records/judgement-records.ts';
import { pagesChanged } from '#shared/rules/book.ts';
import { judgeAgain } from '#shared/rules/judge-again.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type Pages, readProgramme } from '#shared/rules/read-programme.ts';
import { aDeskOfMails } from '#test/builders/a-desk-of-mails.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, complete, core, dana, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';

const pages = await readProgrammePages('shared/rules/programmes/louisiana-rpss');
const today = readProgramme(pages);
const changed = (path: string, from: string | RegExp, to: string): Pages => {
  const text = (pages[path] ?? '').replace(from, to);
  if (text === pages[path]) throw new Error(`nothing to change in ${path}`);
  return { ...pages, [path]: text };
};
const fiftyMinutes = () => readProgramme(changed('credits.md', '| 60  ', '| 50  '));

async function keptPages(records: RecordStore, sha256: string | undefined): Promise<Programme> {
  const kept = await findBook(records, sha256 ?? '');
  if (!kept) throw new Error('the pages are not kept');
  return readProgramme(kept);
}

const mails = {
  'a complete year': complete,
  'a year short of ethics': [
    report([row({ ...ethics, hours: '2.75', ethicsHours: '2.75' }), row(core)]),
    certificate({ ...ethics, hours: '2.75', ethicsHours: '2.75' }),
    certificate(core),
  ],
  'a form that is not signed': [
    report([row(ethics), row(core)], { signaturePresent: aField(false) }),
    certificate(ethics),
    certificate(core),
  ],
  'papers that wait for a person': [
    report([row(ethics), row(core)]),
    certificate({ ...ethics, title: 'Bloodborne Pathogens Refresher' }),
  ],
};

describe('a stored case judged again by the pages that were kept with it', () => {
  it.each(Object.entries(mails))('says the same of %s, to the letter', async (_what, documents) => {
    const desk = await aDeskOfMails();
    const judgement = await desk.take(1, { documents });
    const ledger = await desk.ledger();
    const kept = await keptPages(desk.records, judgement.judgedBy?.sha256);

    expect(judgement.findings.length).toBeGreaterThan(5);
    for (const findings of [judgement.findings, ledger?.findings ?? []]) {
      const again = judgeAgain(kept, findings);
      expect(again).toHaveLength(judgement.findings.length);
      expect(again.filter(({ isSame }) => !isSame)).toEqual([]);
    }
    expect(ledger?.judgedBy).toEqual(judgement.judgedBy);
  });

  it('notices a finding that says something else than its facts, unless a person overrode it', async () => {
    const desk = await aDeskOfMails();
    const { findings, judgedBy } = await desk.take(1, { documents: complete });
    const [first] = findings;
    if (!first) throw new Error('nothing was judged');
    const forged = { ...first, verdict: 'not-met' as const };
    const kept = await keptPages(desk.records, judgedBy?.sha256);
    expect(judgeAgain(kept, [forged])[0]?.isSame).toBe(false);
    const said = {
      by: ann,
      at: '2026-12-02T09:00:00.000Z',
      reason: 'Seen the original.',
      verdictByRule: first.verdict,
    };
    const overridden = { ...forged, decidedBy: 'person' as const, override: said };
    expect(judgeAgain(kept, [overridden])[0]?.isSame).toBe(true);
  });
});

describe('pages that are changed afterwards', () => {
  it('are noticed, whichever of them may change an answer: period, credits, conditions, topics', () => {
    const others = {
      'credits.md': readProgramme(changed('credits.md', '| 60  ', '| 50  ')),
      'period.md': readProgramme(changed('period.md', '| on the last day ', '| 30 days after the last day ')),
      'conditions.md': readProgramme(changed('conditions.md', '| 3 years ', '| 4 years ')),
      'topics/ethics.md': readProgramme(changed('topics/ethics.md', /\| dual relationships.*\n/, '')),
      'common-topics/wellness.md': readProgramme(
        changed('common-topics/wellness.md', /\| Mindfulness for Peers.*\n/, ''),
      ),
    };
    for (const [path, other] of Object.entries(others)) {
      expect(other.book.sha256).not.toBe(today.book.sha256);
      expect(pagesChanged(today.book, other.book)).toEqual([path]);
    }
    const letter = readProgramme(changed('letters/accepted.md', 'Hello,', 'Good day,'));
    expect(letter.book.sha256).toBe(today.book.sha256);
  });

  it('leave the past as it was: both versions are kept, and each case has its own', async () => {
    const records = openSqliteRecordStore(':memory:');
    const before = await aDeskOfMails([dana], { records });
    const first = await before.take(1, { documents: complete });
    const after = await aDeskOfMails([dana], { records, programme: fiftyMinutes() });
    const second = await after.take(2, { documents: [report([row(ethics)], { legalName: aField('Dana Fontenot') })] });

    expect(second.judgedBy?.sha256).not.toBe(first.judgedBy?.sha256);
    const [one, other] = await Promise.all([first, second].map(({ judgedBy }) => keptPages(records, judgedBy?.sha256)));
    expect([one?.counting.units.minutesInHour, other?.counting.units.minutesInHour]).toEqual([60, 50]);
    expect(await before.judge(1)).toEqual(first);
  });

  it('of a rule have another hash: today’s page does not pass for the one that judged', async () => {
    const desk = await aDeskOfMails();
    const { findings } = await desk.take(1, { documents: complete });
    const page = 'continuing-education/ethics-hours.rule.md';
    const again = judgeAgain(readProgramme(changed(page, 'You need {needed hours}.', 'Needed.')), findings);
    expect(again.filter((each) => each.again === null).map(({ finding }) => finding.page)).toEqual([page]);
  });
});

describe('what was once judged', () => {
  it('stays in its own row when the mail is judged anew, in one row or in many', async () => {
    const desk = await aDeskOfMails();
    const id = submissionIdFor(1);
    const first = await desk.take(1, { documents: complete });
    const other = { ...first, outcome: 'needs-review' as const };
    const many = { ...other, findings: Array.from({ length: 60 }, () => first.findings).flat() };
    for (const [judgement, at] of [
      [other, '2026-12-02T09:00:00.000Z'] as const,
      [many, '2026-12-03T09:00:00.000Z'] as const,
    ]) {
      const { before, last } = judgementWrites(id, judgement, at);
      for (const write of [...before, ...last]) expect(await desk.records.write([write])).toBe('written');
    }
    expect(await listJudgements(desk.records, id)).toEqual([
      { at: '2026-12-01T15:00:10.000Z', judgement: first },
      { at: '2026-12-02T09:00:00.000Z', judgement: other },
      { at: '2026-12-03T09:00:00.000Z', judgement: many },
    ]);
    expect(await desk.judge(1)).toEqual(many);
  });

  it('is not judged again when its run is walked a second time', async () => {
    const desk = await aDeskOfMails();
    const first = await desk.take(1, { documents: complete });
    expect(await desk.judge(1)).toEqual(first);
    expect(await listJudgements(desk.records, submissionIdFor(1))).toHaveLength(1);
  });

  it('stays when a later mail of the same year is judged', async () => {
    const desk = await aDeskOfMails();
    const first = await desk.take(1, { documents: [report([row(ethics), row(core)]), certificate(ethics)] });
    const second = await desk.take(2, { documents: [certificate(core)] });
    expect([first.outcome, second.outcome]).toEqual(['needs-sender', 'accepted']);
    expect(await desk.judge(1)).toEqual(first);
  });
});

describe('a page that holds from a year on', () => {
  const page = 'continuing-education/ethics-hours.rule.md';
  const later = 'continuing-education/ethics-hours-2026.rule.md';
  const text = pages[page] ?? '';
  const both = readProgramme({
    ...pages,
    [page]: text.replace(/^id:/m, 'holds:      until 2025\nid:').replace('| 2024 | 3   ', '| 2024 | 2   '),
    [later]: text.replace(/^id:/m, 'holds:      from 2026\nid:'),
  });
  const inYear = (year: string) => {
    const [one, other] = [ethics, core].map((course) => ({ ...course, day: course.day.replace('2026', year) }));
    if (!one || !other) throw new Error('there are two courses');
    return [report([row(one), row(other)], { reportingYear: aField(year) }), certificate(one), certificate(other)];
  };

  it('judges the period that it holds for, whenever the mail comes', async () => {
    const desk = await aDeskOfMails([dana], { programme: both });
    const found = async (number: number, year: string) => {
      const { findings } = await desk.take(number, { documents: inYear(year) });
      return findings.find(({ rule }) => rule === 'LA-CE-02');
    };
    expect(await found(1, '2025')).toMatchObject({ page, required: '2' });
    expect(await found(2, '2026')).toMatchObject({ page: later, required: '3' });
  });
});
