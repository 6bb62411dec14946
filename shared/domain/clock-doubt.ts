/** More than this, and days and deadlines may come out otherwise for the mails of these seconds. */
export const clockSkewMsMax = 5_000;

/**
 * What speaks against a clock. stepped: it was set while the program ran, by so much. went-back: what was written before lies in its
 * future. mail-server: the mail server in front writes another time, by at least so much. Positive: this clock is ahead.
 */
export type ClockDoubt = { code: 'stepped' | 'went-back' | 'mail-server'; skewMs: number };

export function clockDoubtInWords({ code, skewMs }: ClockDoubt): string {
  const seconds = `${Math.round(Math.abs(skewMs) / 1000)} s`;
  const way = skewMs > 0 ? 'ahead of' : 'behind';
  if (code === 'stepped')
    return `The clock was set ${seconds} ${skewMs > 0 ? 'forward' : 'back'} while the program ran.`;
  if (code === 'went-back') return `The clock is ${seconds} behind what was written here before.`;
  return `The clock is ${seconds} ${way} the mail server in front.`;
}
