const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Small words that a Spanish letter cannot do without, and those of mails like these. None of them is English. */
const spanish = wordsOf(
  [
    'el los las un una y de del que en con por para mi mis su sus lo le les es son esta estan este estos ya muy pero como cuando',
    'donde porque tambien todavia aun aqui ahora hola buenos buenas dias tardes noches gracias saludos favor usted ustedes',
    'adjunto adjunta adjuntos adjuntas envio enviar enviado mando mande tengo quiero necesito puedo falta faltan soy estoy',
    'certificado certificados formulario capacitacion capacitaciones papeles horas correo pregunta informe estimado estimada atentamente',
  ].join(' '),
);
const english = wordsOf(
  [
    'the and of to is are was were my your our for with this that these those i you we it have has had be been will would can could',
    'please thank thanks hello hi dear attached attach here not do does did from what when where how if need sent send regards',
    'certificate certificates form report training hours',
  ].join(' '),
);
/** Neighbours that share its small words. */
const others = wordsOf(
  'nao uma com os meu minha voce obrigado obrigada il di che sono grazie gli per des et je vous nous bonjour',
);

const distinctLeast = 4;
const shareLeast = 0.35;
const wordsRead = 400;

/** What somebody else wrote: a quoted mail, or the lines that announce it. */
const quoteBegins =
  /^\s*(?:>|-{2,}\s*(?:original|forwarded|mensaje)|_{10,}|(?:from|de|von):\s|(?:on|el)\s.{5,120}(?:wrote|escribi[oó]):?\s*$)/imu;

/**
 * Whether somebody surely wrote in Spanish: many of its small words, hardly one of English, and none of a neighbour. In doubt no:
 * then the answer is in English, which is what everybody here heard until now.
 */
export function isClearlySpanish(written: string): boolean {
  const own = written.split(quoteBegins)[0] ?? '';
  const words = plainWords(own).slice(0, wordsRead);
  const hits = (of: ReadonlySet<string>) => words.filter((word) => of.has(word));
  const found = hits(spanish);
  if (new Set(found).size < distinctLeast || found.length < shareLeast * words.length) return false;
  return hits(english).length * 6 <= found.length && hits(others).length === 0;
}

const plainWords = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/https?:\S+|\S+[@.]\w\S*/g, ' ')
    .match(/\p{L}+/gu) ?? [];
