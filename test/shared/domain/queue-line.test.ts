import { describe, expect, it } from 'vitest';
import { faultText, queueLineOf, queueLineSchema, shelfOf } from '#shared/domain/queue-line.ts';
import type { ReasonCode } from '#shared/domain/reason.ts';
import { aDocument } from '#test/builders/a-document.ts';
import { aJudgement } from '#test/builders/a-judgement.ts';
import { aMatchedPerson } from '#test/builders/a-person.ts';
import { aMail, aSubmission } from '#test/builders/a-submission.ts';

const reason = (code: ReasonCode, text: string = code) => ({ code, text });
const missing = (inWords: string) => ({ person: 0, rule: 'LA-CE-02', fact: 'ethics hours', amount: null, inWords });
const period = (due: string | null, year: number) => ({ person: 0, year, start: null, lastDay: null, due });

describe('the shelf of a mail', () => {
  it.each([
    ['accepted', 'accepted'],
    ['needs-review', 'needs-person'],
    ['needs-sender', 'waiting-for-sender'],
    ['duplicate', 'duplicates'],
    ['not-a-submission', 'not-submissions'],
    ['quarantined', 'set-aside'],
  ] as const)('%s: %s', (outcome, shelf) => {
    expect(shelfOf(aSubmission({ outcome }))).toBe(shelf);
  });

  it('is "set aside" where a fault stopped it, whatever its outcome', () => {
    expect(shelfOf(aSubmission({ state: 'set-aside', outcome: 'needs-review' }))).toBe('set-aside');
  });

  it('is no person’s for any other sentence', () => {
    const reasons = [reason('illegible', 'Page 1 cannot be read.')];
    expect(shelfOf(aSubmission({ outcome: 'needs-sender', reasons }))).toBe('waiting-for-sender');
  });

  it('is a person’s again where a fault came after it was decided: an answer may never have left', () => {
    const reasons = [reason('needs-human-decision', faultText)];
    for (const outcome of ['accepted', 'needs-sender', 'duplicate'] as const)
      expect(shelfOf(aSubmission({ outcome, reasons }))).toBe('needs-person');
  });
});

describe('a line of the queue', () => {
  const lineOf = (reasons: ReturnType<typeof reason>[], judgement = aJudgement()) =>
    queueLineOf({ submission: aSubmission({ outcome: 'needs-review', reasons }), judgement, documents: [] });

  it('says the weightiest reason first: whose papers these are before what is missing', () => {
    const line = lineOf([reason('missing-certificate'), reason('low-confidence'), reason('identity-ambiguous')]);
    expect(line.why).toEqual(['identity-ambiguous', 'low-confidence', 'missing-certificate']);
    expect(line.codes[0]).toBe('identity-ambiguous');
  });

  it('says each sentence once, and counts each kind of question once', () => {
    const line = lineOf([reason('illegible', 'Page 1'), reason('illegible', 'Page 1'), reason('illegible', 'Page 2')]);
    expect([line.why, line.codes]).toEqual([['Page 1', 'Page 2'], ['illegible']]);
  });

  it('says what has yet to come, the first three of all', () => {
    const four = ['a signature', '1 hour of ethics', '2 certificates', '3 core hours'];
    const line = lineOf([], aJudgement({ missing: four.map(missing) }));
    expect([line.missing, line.missingCount]).toEqual([four.slice(0, 3), 4]);
  });

  it('has the nearest deadline of all people in the mail, with its year', () => {
    const periods = [period(null, 2028), period('2027-12-31', 2027), period('2026-12-31', 2026)];
    expect(lineOf([], aJudgement({ periods }))).toMatchObject({ due: '2026-12-31', year: 2026 });
    expect(lineOf([], aJudgement({ periods: [] }))).toMatchObject({ due: null, year: null });
  });

  it('has the first of two deadlines that are as near, and takes any before one that nobody knows', () => {
    const periods = (...all: ReturnType<typeof period>[]) => lineOf([], aJudgement({ periods: all }));
    expect(periods(period('2026-12-31', 2026), period(null, 2030))).toMatchObject({ year: 2026 });
    expect(periods(period(null, 2030), period('2026-12-31', 2026))).toMatchObject({ year: 2026 });
    expect(periods(period('2027-12-31', 2027), period('2026-12-31', 2026))).toMatchObject({ year: 2026 });
    expect(periods(period('2026-12-31', 2026), period('2027-12-31', 2027))).toMatchObject({ year: 2026 });
  });

  it('says who sent it, in small letters; nobody where the mail names none', () => {
    const from = (sender: string | null) =>
      queueLineOf({ submission: aSubmission({ mail: aMail({ from: sender }) }), judgement: null, documents: [] });
    expect(from(' Dana@Example.ORG ').sender).toBe('dana@example.org');
    expect(from('  ').sender).toBeNull();
    expect(from(null)).toMatchObject({ sender: null, missing: [], missingCount: 0, people: [], peopleCount: 0 });
    expect(queueLineOf({ submission: aSubmission({ mail: null }), judgement: null, documents: [] }).sender).toBeNull();
  });

  it('says which papers came and how they were read, each once', () => {
    const documents = [aDocument(), aDocument({ reading: 'ocr' }), aDocument({ kind: 'ce-report', reading: 'ocr' })];
    const line = queueLineOf({ submission: aSubmission(), judgement: null, documents });
    expect(line).toMatchObject({ kinds: ['ce-report', 'certificate'], documents: 3 });
    expect(line.media).toContain('ocr');
  });

  it('stays small, however much a stranger wrote: a list of thousands has to be quick', () => {
    const people = Array.from({ length: 90 }, () => aMatchedPerson({ name: 'N'.repeat(5_000) }));
    const reasons = Array.from({ length: 40 }, (_, at) => reason('low-confidence', `${at} ${'x'.repeat(5_000)}`));
    const mail = aMail({ from: `${'a'.repeat(9_000)}@example.org` });
    const submission = aSubmission({ outcome: 'needs-review', reasons, mail });
    const line = queueLineOf({ submission, judgement: aJudgement({ people }), documents: [] });
    expect(JSON.stringify(line).length).toBeLessThan(4_000);
    expect(line.peopleCount).toBe(90);
    expect(queueLineSchema.parse(line)).toEqual(line);
  });

  it('cuts no letter in two', () => {
    const people = [aMatchedPerson({ name: `${'x'.repeat(299)}\u{1f600}` })];
    expect(lineOf([], aJudgement({ people })).people[0]?.name.isWellFormed()).toBe(true);
  });
});
