import type { Word } from '#shared/domain/reading.ts';
import { boxAround } from '#shared/reading/box-geometry.ts';

/** What recognisers of print take for each other. */
const lookalikes: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['o', '0'],
  ['l', '1'],
  ['i', 'l'],
  ['e', 'c'],
  ['c', 'e'],
  ['a', 'o'],
  ['t', 'f'],
  ['h', 'b'],
  ['n', 'u'],
  ['S', '5'],
  ['s', '5'],
  ['f', 't'],
  ['cl', 'd'],
  ['I', 'l'],
  ['C', 'G'],
  ['y', 'v'],
]; // prettier-ignore

/** Shares of words that come wrong: about what a poor fax or a photo gives. */
const shares = { changed: 0.14, cut: 0.03, joined: 0.025, split: 0.015, lost: 0.01 };

/** The words as read from a poor scan. The same seed gives the same errors. */
export function misreadWords(words: readonly Word[], seed: number): Word[] {
  const next = chance(seed);
  const read: Word[] = [];
  for (const word of words) {
    const roll = next();
    const last = read.at(-1);
    const confidence = 0.55 + next() * 0.4;
    if (roll < shares.lost) continue;
    if (roll < shares.lost + shares.joined && last && isLevel(last, word)) {
      read[read.length - 1] = { text: last.text + word.text, box: boxAround([last.box, word.box]), confidence };
    } else if (roll < shares.lost + shares.joined + shares.split && word.text.length > 6) {
      read.push(...halves(word, confidence));
    } else read.push({ ...word, text: misreadText(word.text, next), confidence });
  }
  return read;
}

const isLevel = (a: Word, b: Word) => Math.abs(a.box[1] - b.box[1]) < 0.002 && b.box[0] > a.box[0];

function halves(word: Word, confidence: number): Word[] {
  const at = Math.floor(word.text.length / 2);
  const [left, top, width, height] = word.box;
  return [
    { text: word.text.slice(0, at), box: [left, top, width * 0.48, height], confidence },
    { text: word.text.slice(at), box: [left + width * 0.52, top, width * 0.48, height], confidence },
  ];
}

function misreadText(text: string, next: () => number): string {
  const roll = next();
  if (roll < shares.cut && text.length > 3) {
    const at = Math.floor(next() * text.length);
    return text.slice(0, at) + text.slice(at + 1);
  }
  // a long word has more places to go wrong
  if (roll > shares.cut + shares.changed * Math.min(1.6, text.length / 6)) return text;
  const able = lookalikes.filter(([from]) => text.includes(from));
  const [from, to] = able[Math.floor(next() * able.length)] ?? ['', ''];
  return from === '' ? text : text.replace(from, to);
}

/** A small generator of even chances, 0 to 1. */
function chance(seed: number): () => number {
  let state = (seed * 2654435761 + 97) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4294967296;
  };
}
