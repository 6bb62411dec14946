import { z } from 'zod';
import { staffIdSchema } from './staff.ts';

/** One sign-in in one browser. The browser holds only the key; this row says what the key is good for, and until when. */
export const sessionSchema = z.object({
  staffId: staffIdSchema,
  startedAt: z.string(),
  /** the last request, to the minute */
  seenAt: z.string(),
  /** when they last proved who they are: asked again before accounts are changed or papers leave the desk */
  provenAt: z.string(),
  /** stands in every form of this session, so that no other page can send one */
  formKey: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;

export const idleMinutesMax = 30;
export const hoursMax = 12;
/** Where a provider says what somebody may do: who lost a group there is out after this long, whatever they do here. */
export const hoursMaxAtProvider = 2;
/** From then on a page that is asked for goes over the provider once more; a form is still taken, so that nothing typed is lost. */
const providerWordMinutes = 60;
const provenMinutes = 10;

const minutesFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;

export function isOver({ startedAt, seenAt }: Session, now: string, hours = hoursMax): boolean {
  return !(minutesFrom(seenAt, now) < idleMinutesMax && minutesFrom(startedAt, now) < hours * 60);
}

export function isFreshlyProven({ provenAt }: Session, now: string): boolean {
  return minutesFrom(provenAt, now) < provenMinutes;
}

export function needsProvidersWord({ startedAt }: Session, now: string): boolean {
  return minutesFrom(startedAt, now) >= providerWordMinutes;
}

/** Not every request is worth a write: one a minute tells when they were last here. */
export function isWorthNoting({ seenAt }: Session, now: string): boolean {
  return minutesFrom(seenAt, now) >= 1;
}
