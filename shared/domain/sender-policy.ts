import type { MailFacts } from './submission.ts';

/** All that decides how far a mail is trusted, whatever its papers say. */
export type SenderFacts = {
  authentication: 'pass' | 'fail' | 'unknown';
  /** what the sender's domain asks to be done with mails that fail; null where nobody told */
  policy: 'none' | 'quarantine' | 'reject' | null;
  found: 'virus' | 'spam' | null;
  /** the address is somebody's on the roster */
  isOnFile: boolean;
  /** the papers are somebody's on the roster who has another address on file, or none */
  claimsAnother: boolean;
  /** a program wrote it, or nobody who takes answers */
  isAutomatic: boolean;
};

export type Situation =
  | 'malware'
  | 'spam'
  | 'forged'
  | 'unproved'
  | 'proved-unknown-address'
  | 'proved-address-on-file'
  | 'claims-another-person';

/**
 * file: whether it is read, waits for a person, or is for security only. link: whether it goes to a person's record without anybody
 * looking. change: whether it may change what is on file about somebody. answer: neutral says that a mail came and nothing of anybody.
 */
export type SenderPolicy = {
  situation: Situation;
  file: 'yes' | 'review' | 'quarantine';
  link: 'yes' | 'propose' | 'no';
  change: 'after-confirmation' | 'no';
  answer: 'full' | 'neutral' | 'no';
};

type Row = Omit<SenderPolicy, 'situation'>;

const table: Readonly<Record<Situation, Row>> = {
  malware: { file: 'quarantine', link: 'no', change: 'no', answer: 'no' },
  // not dropped: somebody's deadline may hang on it
  spam: { file: 'review', link: 'no', change: 'no', answer: 'no' },
  forged: { file: 'review', link: 'no', change: 'no', answer: 'no' },
  unproved: { file: 'yes', link: 'propose', change: 'no', answer: 'neutral' },
  'proved-unknown-address': { file: 'yes', link: 'propose', change: 'no', answer: 'neutral' },
  'proved-address-on-file': { file: 'yes', link: 'yes', change: 'after-confirmation', answer: 'full' },
  'claims-another-person': { file: 'yes', link: 'propose', change: 'no', answer: 'neutral' },
};

/** The one place that says how far a mail is trusted. Who asks for less than all of its facts gets the stricter row. */
export function senderPolicy(facts: SenderFacts): SenderPolicy {
  const situation = situationOf(facts);
  const row = table[situation];
  // an address that nobody knows and that proved nothing is not written to at all
  const isSilent = facts.isAutomatic || (situation === 'unproved' && !facts.isOnFile);
  return { situation, ...row, answer: isSilent ? 'no' : row.answer };
}

function situationOf({ found, authentication, policy, claimsAnother, isOnFile }: SenderFacts): Situation {
  if (found === 'virus') return 'malware';
  if (found === 'spam') return 'spam';
  // where nobody told what the domain asks for, the strictest is taken
  if (authentication === 'fail') return policy === 'none' ? 'unproved' : 'forged';
  if (authentication !== 'pass') return 'unproved';
  if (claimsAnother) return 'claims-another-person';
  return isOnFile ? 'proved-address-on-file' : 'proved-unknown-address';
}

/** What the mail's own row tells of these facts; who its papers are about is known where they are laid beside the roster. */
export function policyOfMail(
  mail: Pick<MailFacts, 'authentication' | 'sender' | 'flags' | 'isAutomatic'>,
  known: Pick<SenderFacts, 'isOnFile' | 'claimsAnother'>,
): SenderPolicy {
  const { authentication, sender, flags, isAutomatic } = mail;
  const found = flags.includes('spam') ? 'spam' : null;
  return senderPolicy({ authentication, policy: sender?.check.policy ?? null, found, isAutomatic, ...known });
}

/** The domain proved the mail, and nothing else was found against it. */
export function isProved(mail: Pick<MailFacts, 'authentication' | 'sender' | 'flags' | 'isAutomatic'>): boolean {
  return policyOfMail(mail, { isOnFile: false, claimsAnother: false }).situation === 'proved-unknown-address';
}
