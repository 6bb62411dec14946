import { expect, it } from 'vitest';
import type { AuditHeads } from '#shared/ports/audit-heads.ts';

/** What lies outside the store: laid down once, listed by day, given back as it is. */
export function auditHeadsContract(open: () => Promise<AuditHeads>): void {
  it('keeps the text of a day once: the same again is there already, another is told from it and changes nothing', async () => {
    const heads = await open();
    expect(await heads.keep('2026-12-30', '{"day":"é"}\n')).toBe('kept');
    expect(await heads.keep('2026-12-30', '{"day":"é"}\n')).toBe('there');
    expect(await heads.keep('2026-12-30', '{"day":"e"}\n')).toBe('other');
    expect(await heads.read('2026-12-30')).toBe('{"day":"é"}\n');
  });

  it('lists its days from the first one on, and knows of a day that never was', async () => {
    const heads = await open();
    for (const day of ['2027-01-01', '2026-12-31']) await heads.keep(day, day);
    expect((await heads.days()).slice(-2)).toEqual(['2026-12-31', '2027-01-01']);
    expect(await heads.read('2020-01-01')).toBeNull();
  });

  it('takes nothing that is no day', async () => {
    const heads = await open();
    await expect(heads.keep('../2026-12-31', 'x')).rejects.toMatchObject({ name: 'GiveUp' });
    await expect(heads.read('2026')).rejects.toMatchObject({ name: 'GiveUp' });
  });
}
