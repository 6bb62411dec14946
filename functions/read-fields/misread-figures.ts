/** Letters that a recogniser takes figures for, above all in handwriting. */
const figures: Readonly<Record<string, string>> = {
  ...{ o: '0', O: '0', l: '1', I: '1', i: '1', '|': '1', '!': '1', z: '2', Z: '2', s: '5', S: '5' },
  ...{ b: '6', G: '6', B: '8', g: '9', q: '9' },
};

/** A guess: what is read with its help stays below what any rule believes. */
export const guessShare = 0.55;

/** "0b/0b/2026" → "06/06/2026", "September 1g, 2026" → "September 19, 2026"; words without a figure stay words. */
export function withFigures(text: string): string {
  return text.replace(/\S+/g, (token) => {
    const isFigures = /\d/.test(token) && !/\p{L}{3,}/u.test(token) && !/\d(?:st|nd|rd|th)\b/i.test(token);
    return isFigures || /^[oOlI]$/.test(token) ? [...token].map((letter) => figures[letter] ?? letter).join('') : token;
  });
}

/** "ana30email.example.com", "ana©mail.example.com", "ana@mail example org": an address whose signs were misread. */
export function withMailSigns(text: string): string {
  const joined = text.replace(
    /(@\S+(?:\s+[a-z]+)*)\s+(com|org|net|edu|gov|us)\b/i,
    (_all, host: string, end: string) => `${host.replace(/\s+/g, '.')}.${end}`,
  );
  if (joined.includes('@')) return joined;
  const sign = /^(?<who>[\w.+-]+)(?:[é©®¢€&]|\(a\))(?<host>[\w-]+(?:\.[\w-]+)+)$/u.exec(joined);
  const letter = /^(?<who>[\w.+-]+?)e(?<host>(?:g|hot|e)?mail\.[\w.-]+\w)$/u.exec(joined);
  const { who, host } = sign?.groups ?? letter?.groups ?? {};
  return who && host ? `${who}@${host}` : joined;
}
