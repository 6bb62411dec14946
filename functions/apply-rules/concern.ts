import type { Reason, ReasonCode } from '#shared/domain/reason.ts';
import type { ClaimDocument } from './claim.ts';

/**
 * Why something is not simply counted. `fixedBy` says who can settle it: the sender, by sending something, or only a
 * person of the office.
 */
export type Concern = {
  code: ReasonCode;
  /** a plain sentence, which the sender may read */
  why: string;
  /** the same for a person of the office: by which words of which page */
  detail?: string | undefined;
  fixedBy: 'sender' | 'person';
  about?: ClaimDocument | undefined;
  field?: string | undefined;
};

/** What the sender can put right by replying. Everything else needs a person. */
const sendersTurn: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'missing-report',
  'missing-certificate',
  'missing-guidance-form',
  'attestation-unsigned',
  'signature-missing',
  'date-missing',
  'hours-missing',
  'encrypted-file',
  'link-instead-of-file',
  'illegible',
  'question-unanswered',
]);

export function concern(code: ReasonCode, why: string, about?: ClaimDocument | null, field?: string): Concern {
  return { code, why, fixedBy: sendersTurn.has(code) ? 'sender' : 'person', about: about ?? undefined, field };
}

/** A document's place is given only when it is in the mail being answered. */
export function asReason({ code, why, about, field }: Concern): Reason {
  return {
    code,
    text: why,
    ...(about?.isThisMail ? { document: about.at } : {}),
    ...(field === undefined ? {} : { field }),
  };
}
