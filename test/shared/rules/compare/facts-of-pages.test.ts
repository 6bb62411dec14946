import { describe, expect, it } from 'vitest';
import { inputsOf, otherPages, staleFacts } from '#shared/rules/compare/facts-of-pages.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { tryProgramme } from '#shared/rules/read-programme.ts';
import { type Edit, editedPages, smallPages, smallProgramme, smallRule } from '#test/builders/a-small-programme.ts';

const before = smallProgramme();
const none = { period: false, counting: false, measures: false, credentials: false };
const cats = (more = '') => `# Cats\n\nSource: ours\n\n## Words that show it\n\n- cats\n${more}`;
const topic = (text: string): Edit => ['topics/cats.md', /^$/, text];
/** Which pages say something else after these edits; `own` are in both. */
function other(edits: readonly Edit[], own: readonly Edit[] = []) {
  const read = (...all: Edit[]) => {
    const { programme } = tryProgramme(editedPages(...all));
    if (!programme) throw new Error('the pages cannot be read');
    return programme;
  };
  return otherPages(read(...own), read(...own, ...edits));
}

describe('pages that say something else', () => {
  it('are none where only a rule changes', () => {
    expect(other([])).toEqual(none);
    expect(other([[smallRule, '| 2026 | 12.5', '| 2026 | 11']])).toEqual(none);
  });

  it('of the period make the measures other ones too', () => {
    expect(other([['period.md', 'due           | not published', 'due           | on the last day']])).toEqual({
      ...none,
      period: true,
      measures: true,
    });
  });

  it('of what counts are about all that is counted; a measure only about the measures', () => {
    expect(other([['credits.md', '| counts in each', '| a person decides']])).toEqual({
      ...none,
      counting: true,
      measures: true,
    });
    expect(other([['credits.md', '| any   |', '| mode is in person |']])).toEqual({ ...none, measures: true });
  });

  it('are the credentials by themselves', () => {
    expect(other([['programme.md', 'AB;  A B C;', 'AB;']])).toEqual({ ...none, credentials: true });
  });

  it('say the same where another source is named, or a line stands further down', () => {
    const late =
      '| up to days | step | fee | what it means | source |\n| - | - | - | - | - |\n| 30 | late | none | late | page 1 |';
    const steps: Edit = ['period.md', /Not published\.(?=\n\n## Hours)/, late];

    expect(other([['period.md', 'late | page 1', 'late | page 2']], [steps])).toEqual(none);
    expect(other([['period.md', '| 30 |', '| 31 |']], [steps])).toEqual({ ...none, period: true, measures: true });
    expect(other([['credits.md', '## Measures', '\n\n## Measures']])).toEqual(none);
  });

  it('sort titles otherwise by other words, not by other examples', () => {
    const own = [topic(cats())];
    const changed = { ...none, counting: true, measures: true };
    const add = (more: string): Edit[] => [['topics/cats.md', /$/, more]];

    expect(other(own)).toEqual(changed);
    for (const heading of ['Words that show it beside peers or recovery', 'Words that hint at it', 'Near misses'])
      expect(other(add(`\n## ${heading}\n\n- kittens\n`), own)).toEqual(changed);
    expect(other(add('- kittens\n'), own)).toEqual(changed);
    expect(other([['topics/cats.md', '# Cats', '# All cats']], own)).toEqual(changed);
    expect(other(add('\n## Examples\n\n| title | answer |\n| - | - |\n| Cats | yes |\n'), own)).toEqual(none);
    expect(other([['topics/cats.md', 'Source: ours', 'Source: theirs']], own)).toEqual(none);
  });

  it('sort titles otherwise by another list of signals, or another map', () => {
    const list = (kind: string, word: string): Edit => [
      'topics/list.md',
      /^$/,
      `# A list\n\n## Words\n\nList: ${kind}\nSource: ours\n\n- ${word}\n`,
    ];
    const map = (counts: string): Edit => [
      'topics/map.md',
      /^$/,
      `# A map\n\n## What counts\n\nList: map\nSource: ours\n\n| topic | counts as |\n| - | - |\n| Cats | ${counts} |\n`,
    ];
    const counting = (one: Edit, two: Edit) => {
      const [a, b] = [one, two].map((edit) => tryProgramme(editedPages(topic(cats()), edit)).programme);
      return a && b && otherPages(a, b).counting;
    };

    expect(counting(list('context', 'peer'), list('context', 'peer'))).toBe(false);
    expect(counting(list('context', 'peer'), list('context', 'peers'))).toBe(true);
    expect(counting(list('context', 'peer'), list('softening', 'peer'))).toBe(true);
    expect(counting(map('ethics'), map('ethics'))).toBe(false);
    expect(counting(map('ethics'), map('core'))).toBe(true);
  });
});

describe('stored facts that may not be carried over', () => {
  const stale = (own: Partial<typeof none>, facts: Facts = {}, after = before, was = before) =>
    staleFacts(was, after, { ...none, ...own }, { facts, year: 2025 });

  it('are none where the pages say the same', () => {
    expect(stale({})).toEqual([]);
  });

  it('are those of the period, of the trainings, the measures of both, or the credential', () => {
    const more = smallProgramme([
      'credits.md',
      '| hours in all |',
      '| live hours | hours | any | live |\n| hours in all |',
    ]);

    expect(stale({ period: true })).toEqual([
      'kind of period',
      'period start',
      'period last day',
      'due day',
      'window opens',
      'window closes',
      'hours carried over',
      'days late',
      'late step',
    ]);
    expect(stale({ counting: true })).toEqual(
      expect.arrayContaining(['counted hours', 'ethics hours', 'hours in review', 'core hours with ethics surplus']),
    );
    expect(stale({ counting: true })).toHaveLength(13);
    expect(stale({ measures: true }, {}, more)).toEqual(['hours in all', 'live hours', 'hours in all']);
    expect(stale({ credentials: true })).toEqual(['credential']);
  });

  it('are the core hours with a surplus where another minimum of ethics is asked for', () => {
    const ethics = (hours: string): Edit[] => [
      [smallRule, 'met when:   hours in all', 'met when:   ethics hours'],
      [smallRule, '| 2024 | 10  ', `| 2024 | ${hours}   `],
    ];
    const [eleven, nine] = [smallProgramme(...ethics('11')), smallProgramme(...ethics('9'))];

    expect(stale({}, {}, nine, eleven)).toEqual(['core hours with ethics surplus']);
    expect(stale({}, {}, eleven, eleven)).toEqual([]);
    // by another rule, not by the one on ethics
    expect(stale({}, {}, smallProgramme([smallRule, '| 2024 | 10 ', '| 2024 | 9 ']))).toEqual([]);
  });

  it('are what only people know, where it is of another kind now, or unless told something else', () => {
    const told = (kind: string, unless: string, name = 'months of service'): Edit => [
      'conditions.md',
      'None.',
      `| fact | kind | in words | unless told | source |\n| - | - | - | - | - |\n| ${name} | ${kind} | service | ${unless} | ours |\n`,
    ];
    const was = smallProgramme(told('count', '0'));
    const now = (facts: Facts, ...edit: Edit[]) => stale({}, facts, smallProgramme(...edit), was);
    const name = ['months of service'];

    expect(now({ 'months of service': 0 }, told('count', '0'))).toEqual([]);
    expect(now({ 'months of service': 0 }, told('count', '6'))).toEqual(name);
    // somebody told it: whatever holds unless told
    expect(now({ 'months of service': 3 }, told('count', '6'))).toEqual([]);
    expect(now({ 'months of service': 3 }, told('word', 'not known'))).toEqual(name);
    expect(now({ 'months of service': 3 })).toEqual(name);
    // each is held against the one of its own name
    const two = told('count', '0 | ours |\n| years of service | word | years | not known');
    expect(stale({}, {}, smallProgramme(two), smallProgramme(two))).toEqual([]);
  });
});

describe('the facts from which a page works out another', () => {
  const period = smallPages['period.md'] ?? '';
  const counted = ['counted from  | not published', 'counted from  | certification day'] as const;
  const programme = smallProgramme(['period.md', ...counted]);

  it('are the day from which a period is counted, and the day of the report', () => {
    expect(inputsOf('due day', before, 2025)).toEqual([]);
    expect(inputsOf('due day', programme, 2025)).toEqual(['certification day']);
    expect(inputsOf('hours carried over', programme, 2024)).toEqual(['certification day']);
    expect(inputsOf('days late', programme, 2025)).toEqual(['certification day', 'report day']);
    expect(inputsOf('late step', before, 2025)).toEqual(['report day']);
    expect(inputsOf('due day', programme, 2023)).toEqual([]);
  });

  it('are those of the period that holds in the year', () => {
    const section = /## From 2024[\s\S]*?(?=## When)/.exec(period)?.[0] ?? '';
    const later = section.replace('From 2024', 'From 2026').replace(...counted);
    const two = smallProgramme(['period.md', section, `${section}${later}`]);

    expect(inputsOf('due day', two, 2025)).toEqual([]);
    expect(inputsOf('due day', two, 2026)).toEqual(['certification day']);
  });

  it('are the two sums for the core hours with a surplus, and none for what is asked', () => {
    expect(inputsOf('core hours with ethics surplus', before, 2025)).toEqual(['core hours', 'ethics hours']);
    for (const name of ['report year', 'last day of report year', 'today'])
      expect(inputsOf(name, before, 2025)).toEqual([]);
    expect(inputsOf('ethics hours', before, 2025)).toBeNull();
  });
});
