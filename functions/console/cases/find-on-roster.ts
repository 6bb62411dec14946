import { nameTokens } from '#shared/domain/name-tokens.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findSpecialist, specialistsByEmail, specialistsByNameToken } from '#shared/records/roster-records.ts';
import { inputName } from './case-inputs.ts';
import type { Typed } from './typed-case.ts';

const hitsMax = 20;
const tokensMax = 6;

/** Who fits what was typed beside the document whose button was pressed; nobody was asked for without one. */
export async function findOnRoster(
  records: RecordStore,
  typed: Typed,
): Promise<ReadonlyMap<number, readonly Specialist[]>> {
  const [, pressed] = /^find:(\d{1,4})$/.exec(typed.get('do') ?? '') ?? [];
  if (pressed === undefined) return new Map();
  const at = Number(pressed);
  const words = typed.get(inputName.find(at))?.trim() ?? '';
  return new Map([[at, words === '' ? [] : await search(records, words)]]);
}

/** By number, by address, or by name: who bears most of the words first. */
async function search(records: RecordStore, words: string): Promise<Specialist[]> {
  if (words.includes('@')) return specialistsByEmail(records, words);
  const byNumber = await findSpecialist(records, words);
  if (byNumber !== null) return [byNumber];
  const perToken = await Promise.all(
    nameTokens(words)
      .slice(0, tokensMax)
      .map((token) => specialistsByNameToken(records, token)),
  );
  const fits = new Map<string, { specialist: Specialist; count: number }>();
  for (const specialist of perToken.flat()) {
    const count = (fits.get(specialist.specialistId)?.count ?? 0) + 1;
    fits.set(specialist.specialistId, { specialist, count });
  }
  const sorted = [...fits.values()].sort((a, b) => b.count - a.count);
  return sorted.slice(0, hitsMax).map(({ specialist }) => specialist);
}
