import { describe, expect, it } from 'vitest';
import { checkPages } from '#shared/rules/check-programme.ts';
import { inOneLine } from '#shared/rules/read-programme.ts';
import { smallPages, smallRule } from '#test/builders/a-small-programme.ts';

describe('the versions of a rule in the small programme', () => {
  const text = smallPages[smallRule] ?? '';
  const holding = (years: string, of = text) => of.replace('id:  ', `holds: ${years}\nid:  `);
  const versions = (older: string, newer: string) =>
    checkPages({ ...smallPages, [smallRule]: older, 'newer.rule.md': newer }).map(inOneLine);

  it('follow each other without a gap', () => {
    const gap = (page: string, years: string) => [`${page}, line 1: no page of this rule holds for ${years}.`];

    expect(versions(holding('until 2024'), holding('from 2025'))).toEqual([]);
    expect(versions(holding('until 2024'), holding('from 2026'))).toEqual(gap('newer.rule.md', '2025 to 2025'));
    expect(versions(holding('until 2024'), holding('from 2028'))).toEqual(gap('newer.rule.md', '2025 to 2027'));
    expect(versions(holding('2025 to 2025'), holding('from 2026'))).toEqual(gap(smallRule, '2024 to 2024'));
    expect(versions(holding('2024 to 2025'), holding('from 2026'))).toEqual([]);
  });

  it('never hold in the same year', () => {
    const same = (page: string) => [
      `${page}, line 1: the id XX-CE-01 belongs to another page already, for the same years.`,
    ];

    expect(versions(holding('until 2025'), holding('from 2025'))).toEqual(same('newer.rule.md'));
    expect(versions(holding('from 2024'), holding('from 2026'))).toEqual(same('newer.rule.md'));
    expect(versions(holding('until 2025'), holding('until 2026'))).toHaveLength(1);
  });

  it('another id begins anew', () => {
    const other = text.replace('XX-CE-01', 'XX-CE-02');

    expect(versions(holding('until 2025'), other)).toEqual([]);
    expect(versions(text, holding('from 2026', other))).toEqual([
      'newer.rule.md, line 1: no page of this rule holds for 2024 to 2025.',
    ]);
  });

  it('in shadow may have the id of the live page, and no other in shadow', () => {
    const shadow = text.replace('id:  ', 'runs: in shadow\nsince: 2026-01-05\nid:  ');

    expect(versions(text, shadow)).toEqual([]);
    expect(versions(shadow, shadow.replace('XX-CE-01', 'XX-CE-02'))).toEqual([]);
    expect(versions(shadow, shadow)).toEqual([
      `newer.rule.md, line 1: the id XX-CE-01 belongs to another page in shadow already.`,
    ]);
  });
});
