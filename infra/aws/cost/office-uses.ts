import { z } from 'zod';
import listed from './office-uses.json' with { type: 'json' };

const figureSchema = z.strictObject({ value: z.number().nonnegative(), how: z.string().min(5) });
const { note: _note, ...figures } = listed;

export type OfficeUse = keyof typeof figures;

/** What an office uses beside what was counted of a mail: assumed, or counted elsewhere; each says how. */
export function officeUse(name: OfficeUse): number {
  return figureSchema.parse(figures[name]).value;
}

export const assumed: readonly string[] = Object.entries(figures)
  .filter(([, { how }]) => how.startsWith('assumed'))
  .map(([name]) => name);
