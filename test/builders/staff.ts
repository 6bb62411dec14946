import { type StaffId, staffIdSchema } from '#shared/domain/staff.ts';

const named = (name: string): StaffId => staffIdSchema.parse(`staff_${name.padStart(20, '0')}`);

/** Three reviewers of the office. */
export const ann = named('ann');
export const ben = named('ben');
export const cleo = named('cleo');
