import type { SubmissionId } from '#shared/domain/ids.ts';
import { noteOpening } from '#shared/records/history-records.ts';
import { keyOfSecret } from '#shared/records/secret-key.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Asker } from '../handlers.ts';

type Opened = { what: 'opened-case' | 'opened-blind' | 'opened-pages' | 'downloaded-original'; codes: string[] };

/**
 * Written before anything is shown: what cannot be written down is not shown. The case and the pages of a file are noted
 * once in a session, since looking back and forth says nothing more; each download is noted, since each leaves a copy.
 */
export async function noteOpened(
  { records, clock }: Pick<ConsoleDeps, 'records' | 'clock'>,
  { staff, secret }: Asker,
  submissionId: SubmissionId,
  { what, codes }: Opened,
): Promise<void> {
  const at = clock.now();
  const session = keyOfSecret(secret).slice(0, 16);
  const once = [session, what, ...codes, ...(what === 'downloaded-original' ? [at] : [])].join('#');
  await noteOpening(records, submissionId, once, { at, action: what, codes, who: staff.staffId });
}
