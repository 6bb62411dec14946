import { foldName } from './name-match.ts';

const wordsOf = (text: string) => foldName(text).replace(/,/g, ' ').split(/\s+/).filter(Boolean);

/** 0..1: how many words two titles share (Dice), so that a cut-off or re-punctuated title still finds its partner. */
export function titleLikeness(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  const shared = left.filter((word) => {
    const at = rest.indexOf(word);
    if (at < 0) return false;
    rest.splice(at, 1);
    return true;
  }).length;
  return (2 * shared) / (left.length + right.length);
}
