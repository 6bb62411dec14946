import type { DeskContext } from '../handlers.ts';
import { readForm } from './read-form.ts';
import { openWords, sealWords } from './sealed-words.ts';

const charactersMax = 200;

/** What was typed into the form of a search. */
export async function typedWords(context: DeskContext): Promise<string> {
  const typed = (await readForm(context)).get('q');
  return typeof typed === 'string' ? typed.slice(0, charactersMax).toWellFormed().trim() : '';
}

/** The end of an address that leads to what those words find. */
export function sealedQuery(context: DeskContext, words: string): string {
  const { asker } = context.var;
  return asker === null || words === '' ? '' : `?words=${sealWords(asker.session, words)}`;
}

/** The words that such an address asks for; none where it is somebody else's, or of a session that is over. */
export function askedWords(context: DeskContext): string {
  const { asker } = context.var;
  return asker === null ? '' : openWords(asker.session, context.req.query('words') ?? '');
}
