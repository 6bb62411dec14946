import { z } from 'zod';

/** Hours as whole hundredths: 1.25 h is 125. Never a float, never rounded up (9.75 is not 10). */
export type HoursHundredths = number;
export const hoursHundredthsSchema = z.number().int();

/** "2.5" → 250. Null when it is not a plain decimal, or is finer than a hundredth: such a value goes to a person. */
export function parseHours(text: string): HoursHundredths | null {
  const match = /^(\d{1,5})(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (!match) return null;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > 2) return null;
  return Number(match[1]) * 100 + Number(fraction.padEnd(2, '0'));
}

/** "1 hour", "2.5 hours". */
export function hoursInWords(hundredths: HoursHundredths): string {
  return `${formatHours(hundredths)} ${hundredths === 100 ? 'hour' : 'hours'}`;
}

/** 250 → "2.5", 1000 → "10": the exact decimal, without trailing zeros. */
export function formatHours(hundredths: HoursHundredths): string {
  const sign = hundredths < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(hundredths) / 100);
  const fraction = String(Math.abs(hundredths) % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${sign}${whole}${fraction ? `.${fraction}` : ''}`;
}
