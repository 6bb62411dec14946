/** Probabilities of each character at each step from left to right: `steps` rows of `classes`. */
export type CharacterTable = { steps: number; classes: number; data: Float32Array };

/** One character, and how sure the recogniser is of it (0..1). */
export type SeenCharacter = { text: string; confidence: number };

/** Class 0 says "no character here"; a character seen over several steps is one. */
const blank = 0;
/** The model knows Chinese as well, which none of our papers is written in: a "3" must not become a sign like it. */
const western = /^[\u0020-\u007e\u00a0-\u024f]$/;

export type Decode = (table: CharacterTable) => SeenCharacter[];

/** The likeliest character of each step, repetitions and gaps taken out. `alphabet[0]` is of class 1. */
export function makeDecode(alphabet: readonly string[]): Decode {
  const wanted = [blank, ...alphabet.flatMap((character, at) => (western.test(character) ? [at + 1] : []))];
  return (table) => decode(table, alphabet, wanted);
}

function decode({ steps, classes, data }: CharacterTable, alphabet: readonly string[], wanted: number[]) {
  const seen: SeenCharacter[] = [];
  let before = blank;
  for (let step = 0; step < steps; step++) {
    const row = data.subarray(step * classes, (step + 1) * classes);
    const likeliest = wanted.reduce((best, one) => ((row[one] ?? 0) > (row[best] ?? 0) ? one : best), blank);
    const confidence = row[likeliest] ?? 0;
    const last = seen.at(-1);
    if (likeliest === before && likeliest !== blank && last !== undefined) {
      last.confidence = Math.max(last.confidence, confidence);
    } else if (likeliest !== blank) seen.push({ text: alphabet[likeliest - 1] ?? '', confidence });
    before = likeliest;
  }
  return seen;
}
