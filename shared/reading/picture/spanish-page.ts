import type { SeenWord } from './recognise-words.ts';

/** Words that no name is made of; "de" and "la" are in many a name of Louisiana and prove nothing alone. */
const sure = new Set(
  'por para haber horas hora certificado certificada otorga otorgado presentado fecha que con una ha curso taller completado participación participacion capacitación capacitacion finalización finalizacion este esta duración duracion nombre contacto reconoce apoyo entre'.split(
    ' ',
  ),
);
const usual = new Set('de la el del los las en al se su y a un'.split(' '));
const english = new Set('the of and for to this that has is in on by with hours hour certificate name date'.split(' '));

/** A word less sure than this may be any other. */
const wordFrom = 0.5;
const sureMin = 3;
const differentMin = 5;

/** True where the words of an English pass say that the page is in Spanish. A page in both languages stays English. */
export function isSpanish(words: readonly Pick<SeenWord, 'text' | 'confidence'>[]): boolean {
  const texts = words
    .filter(({ confidence }) => confidence >= wordFrom)
    .map(({ text }) => text.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
  const different = new Set(texts);
  const among = (known: ReadonlySet<string>) => [...different].filter((text) => known.has(text)).length;
  const spanish = among(sure) + among(usual);
  return among(sure) >= sureMin && spanish >= differentMin && spanish > among(english) * 2;
}
