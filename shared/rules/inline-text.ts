/** What stands inside a line of a page: plain words, a name between backticks, or strong words between two stars. */
export type Inline = { readonly is: 'words' | 'code' | 'strong'; readonly text: string };

const marked = /`([^`]+)`|\*\*([^*]+)\*\*/g;

/** A line in the order in which it is read. A backtick or star without its partner stays as it is written. */
export function inlineParts(line: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  const addWords = (until: number) => {
    if (until > from) parts.push({ is: 'words', text: line.slice(from, until) });
  };
  for (const match of line.matchAll(marked)) {
    addWords(match.index);
    const [whole, code, strong] = match;
    parts.push(code === undefined ? { is: 'strong', text: strong ?? '' } : { is: 'code', text: code });
    from = match.index + whole.length;
  }
  addWords(line.length);
  return parts;
}
