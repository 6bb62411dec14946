import type { Programme } from '../programme.ts';

/** Words that a subject must not bear: others may read it over a shoulder. In the order of the programme's pages. */
export function avoidedInSubject(programme: Programme, subject: string): string[] {
  const avoided = (programme.reminders?.avoided ?? []).map(({ word }) => word);
  return [...avoided, ...namesOf(programme)].filter((word) => begins(subject, word));
}

/** What the programme and its credentials are called would tell who is on its roster. */
function namesOf({ name, credentials }: Programme): string[] {
  return [name, ...credentials.flatMap(({ word, meaning, aliases }) => [word, meaning, ...aliases])];
}

/** Whether some word of the text begins so. */
export function begins(text: string, word: string): boolean {
  const plain = (written: string) =>
    written
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(word) !== '' && ` ${plain(text)}`.includes(` ${plain(word)}`);
}
