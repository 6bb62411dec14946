/** Longer texts are not kept: nobody's title is so long, and a stranger's mail must not fill the memory. */
const lettersMax = 1_000;
const textsMax = 2_000;

/**
 * The same pure answer about a text, kept while the text is asked about: whoever holds each paper of a mail against each other
 * asks thousands of times about the same few titles. What was not asked about for two rounds of `textsMax` texts is forgotten.
 */
export function remembered<Asked, Answer>(
  answerOf: (asked: Asked) => Answer,
  /** all of what is asked that the answer rests on */
  textOf: (asked: Asked) => string = String,
): (asked: Asked) => Answer {
  let [young, old] = [new Map<string, Answer>(), new Map<string, Answer>()];
  return (asked) => {
    const text = textOf(asked);
    const known = young.get(text);
    if (known !== undefined) return known;
    const answer = old.get(text) ?? answerOf(asked);
    if (text.length > lettersMax) return answer;
    if (young.size >= textsMax) [young, old] = [new Map<string, Answer>(), young];
    young.set(text, answer);
    return answer;
  };
}
