import { z } from 'zod';

/**
 * Who may ask a service next, where it lets only so many ask in a second: `next` is the first instant that is free, `turns` are those
 * that were given out and are not over yet, each by its owner. Instants are milliseconds since 1970.
 */
export const turnsSchema = z.strictObject({
  next: z.number().int(),
  turns: z.array(z.strictObject({ owner: z.string().max(64), at: z.number().int() })).max(10_000),
});
export type Turns = z.infer<typeof turnsSchema>;

type Asked = { owner: string; now: number; perSecond: number; waitMax: number };

export const noTurns: Turns = { next: 0, turns: [] };

/**
 * The owner's turn, or "full" when it would be later than `waitMax` from now. No two turns are nearer than the rate allows, and none
 * that was not used is saved up. Who asks again has the turn that it was given: an answer that was lost on its way costs nothing.
 * A turn passes whether its owner lives or not, so nobody waits for the dead.
 */
export function giveTurn({ next, turns }: Turns, { owner, now, perSecond, waitMax }: Asked): Given | 'full' {
  const open = turns.filter(({ at }) => at >= now);
  const own = open.find((turn) => turn.owner === owner);
  if (own) return { at: own.at, after: { next, turns: open } };
  const at = Math.max(now, next);
  if (at - now > waitMax) return 'full';
  return { at, after: { next: at + Math.ceil(1000 / perSecond), turns: [...open, { owner, at }] } };
}
export type Given = { at: number; after: Turns };
