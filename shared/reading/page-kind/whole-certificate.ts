import { type Line, rowsOf } from './page-lines.ts';
import { hasDay } from './paper-makeup.ts';

/** Words that say of somebody that they took a training; the title alone ("of attendance") says it of nobody. */
const ofSomebody =
  /\b(?:attended|completed|participated|passed|earned|asistio|completado|participado)\b|\b(?:awarded|presented|granted|issued|given|otorgado) (?:this \w+ )?(?:to|a)\b|\b(?:attendee|participant|student|learner|employee|trainee|participante)\b|\bcertif(?:y|ies) that\b|\bse otorga\b/;
const hours =
  /\b\d{1,2}(?:\.\d+)?\)?:? (?:\w+ ){0,2}(?:hours?|hrs?|ceus?|credits?|horas)\b|\b(?:hours?|hrs|ceus?|credits?|horas)\b[^\n]{0,24}\d|\b(?:one|two|three|four|five|six) (?:\w+ )?hours?\b/;

/** What a certificate needs besides its title. */
export function certificateParts(lines: readonly Line[]): { somebody: boolean; hours: boolean; day: boolean } {
  const rows = rowsOf(lines);
  const text = rows.join('\n');
  return { somebody: ofSomebody.test(text), hours: hours.test(text), day: rows.some((row) => hasDay.test(row)) };
}
