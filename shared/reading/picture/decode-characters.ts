/** Probabilities of each character at each step from left to right: `steps` rows of `classes`. */
export type CharacterTable = { steps: number; classes: number; data: Float32Array };

/** One character, how sure the recogniser is of it (0..1), and the steps it covers. */
export type SeenCharacter = { text: string; confidence: number; from: number; to: number };

/** Class 0 says "no character here"; a character seen over several steps is one. */
const blank = 0;

/** The likeliest character of each step, repetitions and gaps taken out. `alphabet[0]` is of class 1. */
export function decodeCharacters({ steps, classes, data }: CharacterTable, alphabet: readonly string[]): SeenCharacter[] {
  const seen: SeenCharacter[] = [];
  let before = blank;
  for (let step = 0; step < steps; step++) {
    const likeliest = indexOfMost(data, step * classes, classes);
    const confidence = data[step * classes + likeliest] ?? 0;
    const last = seen.at(-1);
    if (likeliest !== blank && likeliest === before && last !== undefined) {
      last.confidence = Math.max(last.confidence, confidence);
      last.to = step;
    } else if (likeliest !== blank) {
      seen.push({ text: alphabet[likeliest - 1] ?? '', confidence, from: step, to: step });
    }
    before = likeliest;
  }
  return seen;
}

function indexOfMost(data: Float32Array, from: number, length: number): number {
  let best = 0;
  for (let at = 1; at < length; at++) if ((data[from + at] ?? 0) > (data[from + best] ?? 0)) best = at;
  return best;
}
