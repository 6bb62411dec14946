import type { DeliveryFailure } from '#shared/domain/delivery-failure.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { MailFacts } from '#shared/domain/submission.ts';

/** One file found in a mail, in order. Containers (zip, forwarded mail) are already unpacked. */
export type FoundFile = {
  attachment: string;
  mediaType: string;
  bytes: Uint8Array;
  isDecoration: boolean;
  refused: Reason | null;
};

/** `refused` means the mail as a whole was not opened (pre-scan, parser died, deadline): a person looks at the raw mail. */
export type OpenedMail =
  | {
      outcome: 'opened';
      mail: MailFacts;
      files: FoundFile[];
      concerns: Reason[];
      /** mails of ours that, as this one says, could not be delivered */
      failures: DeliveryFailure[];
    }
  /** `noAnswer`: no parser said anything, in all the time and memory that a mail gets */
  | { outcome: 'refused'; quarantine: boolean; reason: Reason; mail: MailFacts | null; noAnswer?: true };

export interface MailOpener {
  open(raw: Uint8Array): Promise<OpenedMail>;
}
