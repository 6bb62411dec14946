import type { Clock } from '#shared/ports/clock.ts';

export const lambdaClock: Clock = { now: () => new Date().toISOString() };
