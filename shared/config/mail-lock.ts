import { z } from 'zod';

/** "governance 3": how long nobody may end a mail as it came, in the words of S3. */
export const mailLockSchema = z
  .string()
  .regex(/^(?:governance|compliance) [1-9]\d?$/)
  .transform((text) => {
    const [mode, years] = text.split(' ');
    return { mode: mode === 'compliance' ? ('COMPLIANCE' as const) : ('GOVERNANCE' as const), years: Number(years) };
  });
