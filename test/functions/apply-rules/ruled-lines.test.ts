import { describe, expect, it } from 'vitest';
import { ruledCredit } from '#functions/apply-rules/rulings.ts';
import type { SignedRulings } from '#shared/domain/ruling.ts';
import { aCredit } from '#test/builders/a-judgement.ts';
import { ann } from '#test/builders/staff.ts';

const line = aCredit({ creditId: '0123456789abcdef.1#3#0', title: 'Listening on the Line' });
const ruled = (counts: boolean, own: { title?: string; creditId?: string; at?: string } = {}): SignedRulings => {
  const { at = '2026-12-02T15:00:00.000Z', ...ruling } = own;
  const of = { creditId: line.creditId, title: line.title, counts, bucket: null, hours: 100, code: null };
  return { credits: [{ ...of, reason: 'Seen.', ...ruling }], overrides: [], doubts: [], by: ann, at };
};

describe('a ruling about a line of the form', () => {
  it('holds for that line, and for the same part of the same paper on another row', () => {
    for (const rulings of [ruled(true), ruled(true, { creditId: '0123456789abcdef.1#7#0' })])
      expect(ruledCredit(line, [rulings])).toMatchObject({ hours: 100, ruling: { by: ann } });
  });

  it.each([true, false])(
    'neither counts nor rules out another training that stands on its row now: counts %s',
    (counts) => {
      const other = ruledCredit({ ...line, title: 'Helping Someone Plan Ahead' }, [ruled(counts)]);
      expect(other).toMatchObject({ status: 'undecided', code: 'needs-human-decision', hours: 300 });
      expect(other.ruling).toBeUndefined();
    },
  );

  it('makes nothing count that the machine leaves open under another title', () => {
    const open = {
      ...line,
      title: 'Helping Someone Plan Ahead',
      status: 'undecided' as const,
      code: 'topic-unclear' as const,
    };
    expect(ruledCredit(open, [ruled(true)])).toEqual(open);
  });

  it('holds for a line that has no title, while it has none', () => {
    expect(ruledCredit({ ...line, title: '' }, [ruled(false, { title: '' })])).toMatchObject({ status: 'not-counted' });
  });

  it('made last holds, in whatever order they are kept', () => {
    const earlier = ruled(false, { at: '2026-12-01T15:00:00.000Z' });
    expect(ruledCredit(line, [ruled(true), earlier])).toMatchObject({ status: 'counted' });
  });
});
