import type { Problem } from '../markdown-page.ts';
import type { Letter, Programme } from '../programme.ts';

/** Each in braces is known, and a translation fills in what the first language (`letter`) does. */
export function wrongPlaceholders(
  programme: Programme,
  letter: string,
  { id, subject, text }: Letter,
  known: readonly string[],
): Problem[] {
  const says = (what: string) => ({ page: `letters/${id}.md`, line: 1, says: what });
  const used = namesIn(`${subject} ${text}`);
  const first = programme.letters[letter];
  const wanted = first ? namesIn(`${first.subject} ${first.text}`) : used;
  return [
    ...[...used]
      .filter((name) => !known.includes(name))
      .map((name) => says(`{${name}} is not known. There are: {${known.join('}, {')}}.`)),
    ...[...wanted]
      .filter((name) => !used.has(name))
      .map((name) => says(`{${name}} is in letters/${letter}.md and not here.`)),
    ...(/[{}]/.test(`${subject}${text}`.replace(/\{[^{}]+\}/g, '')) ? [says('a brace is open or closed alone.')] : []),
  ];
}

const namesIn = (text: string) => new Set([...text.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ''));
