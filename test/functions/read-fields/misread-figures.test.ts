import { describe, expect, it } from 'vitest';
import { asDate, asEmail, asHours, asPhone, type Parse } from '#functions/read-fields/field-values.ts';

const read = (parse: Parse, text: string) => parse(text, { field: 'any', label: 'Hours', isDayFirst: false });

describe('signs that a recogniser took for others', () => {
  it.each([
    [asDate, '0b/0b/2026', '2026-06-06'],
    [asDate, 'September 1g, 2026', '2026-09-19'],
    [asHours, 'l.5', '1.5'],
    [asHours, 'o', '0'],
    [asPhone, '3l8-555-Ol63', '318-555-0163'],
    [asEmail, 'ana.trahan30email.example.com', 'ana.trahan30@mail.example.com'],
    [asEmail, 'ana©peers.example.org', 'ana@peers.example.org'],
    [asEmail, 'ana@peers example org', 'ana@peers.example.org'],
  ])('%# are mended as a guess that nobody believes: "%s" is %s', (parse, text, value) => {
    const guess = read(parse, text);
    expect(guess?.value).toBe(value);
    expect(guess?.share).toBeLessThan(0.6);
  });

  it('leave alone what can be read as it stands, and what is no figure', () => {
    expect(read(asDate, 'June 6, 2026')).toEqual({ value: '2026-06-06' });
    expect(read(asHours, '3.5 hours')).toEqual({ value: '3.5' });
    expect(read(asDate, 'Boogie Blues')).toBeNull();
    expect(read(asHours, 'Core')).toBeNull();
  });
});
