import { z } from 'zod';

/**
 * What somebody of the office may do. reviewer: decides cases; supervisor: also assigns, seconds and exports; auditor: reads
 * what happened, no papers; security: looks at what was quarantined; admin: accounts, no cases.
 */
export const roles = ['reviewer', 'supervisor', 'auditor', 'security', 'admin'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** `staff_` and 20 to 32 characters; stands in rows as who did it, so it is never used again for somebody else. */
export const staffIdSchema = z
  .string()
  .regex(/^staff_[0-9a-z]{20,32}$/)
  .brand<'StaffId'>();
export type StaffId = z.infer<typeof staffIdSchema>;

/** Somebody who works at the desk. */
export const staffSchema = z.object({
  staffId: staffIdSchema,
  /** as colleagues read it */
  name: z.string().min(1).max(100),
  roles: z.array(roleSchema),
  /** what they type to sign in; on AWS the address the provider knows them by. Lower case, unique. */
  signInName: z.string().min(1).max(200),
});
export type Staff = z.infer<typeof staffSchema>;
