import { z } from 'zod';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';

const systemErrorSchema = z.object({ code: z.string().regex(/^E[A-Z0-9]+$/) });

/** No room, no handles, no memory, interrupted: it may work later. */
const passing = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EBUSY', 'EINTR']);

/** The system's error code ("ENOENT"), or null when it is another kind of error. */
export function systemCodeOf(error: unknown): string | null {
  return systemErrorSchema.safeParse(error).data?.code ?? null;
}

/** Runs one piece of work on the disk; what the system throws becomes one of the two faults. Paths stay out of it. */
export async function orFolderFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === null) throw error;
    if (passing.has(code)) throw new TryAgain(`the disk cannot take it now (${code})`);
    throw new GiveUp(`the disk refused (${code})`);
  }
}
