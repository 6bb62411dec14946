import { type StaffId, staffIdSchema } from '#shared/domain/staff.ts';

const named = (name: string): StaffId => staffIdSchema.parse(`staff_${name.padStart(20, '0')}`);

/** Two who decide, and one who looks a second time and judges the blind sample. */
export const reviewers: readonly [StaffId, StaffId] = [named('first'), named('second')];
export const supervisor = named('supervisor');
