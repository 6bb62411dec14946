import { type Line, rowsOf } from './page-lines.ts';
import { hasDay } from './paper-makeup.ts';

/** What every certificate says, in any words: whom, what was done, how long, when. */
const parts: readonly RegExp[] = [
  /\b(?:certif\w+|constancia|verification|attendance|completion|transcript|congratulations|achievement|record)\b/,
  /\b(?:attend\w*|complet\w*|particip\w*|passed|earned|awarded|presented|otorga\w*|asist\w+|granted)\b/,
  /\b\d{1,2}(?:\.\d+)?\)?:? (?:\w+ ){0,2}(?:hours?|hrs?|ceus?|credits?|horas)\b|\b(?:hours?|hrs|ceus?|credits?|horas)\b[^\n]{0,24}\d|\b(?:one|two|three|four|five|six) (?:\w+ )?hours?\b/,
];

/** True where nothing is missing for these lines to be a certificate by themselves. */
export function isWholeCertificate(lines: readonly Line[]): boolean {
  const rows = rowsOf(lines);
  const text = rows.join('\n');
  return parts.every((part) => part.test(text)) && rows.some((row) => hasDay.test(row));
}
