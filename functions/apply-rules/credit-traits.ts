import { type CreditTraits, modes } from '#shared/domain/credit.ts';
import { foldName } from '#shared/domain/name-match.ts';
import { certainFrom, fieldOf, type Training, textOf } from './claim.ts';

/** `isFormMissing`: neither on the list nor with its form, for certain: a misread title may well be on it. */
type TraitsAsked = { employer: string | null; isListed: boolean; isFormMissing: boolean };

/**
 * How a training was held, whether the person's own employer gave it, and how it was approved, where a paper or the register
 * says so. That another name stands on the certificate does not say that it was not the employer: that is not known.
 */
export function traitsOf(training: Training, about: TraitsAsked): CreditTraits {
  const { certificate, reported, guidance } = training;
  const written = fieldOf(certificate, 'deliveryMode');
  const mode = modes.find((each) => each === textOf(written) && (written?.confidence ?? 0) >= certainFrom);
  const providers = [textOf(fieldOf(certificate, 'provider')), textOf(reported?.row.provider)];
  const employer = wordsOfName(about.employer ?? '');
  const isInService = employer !== '' && providers.some((each) => wordsOfName(each ?? '') === employer);
  const approval = about.isListed ? 'listed' : guidance ? 'form' : about.isFormMissing ? 'none' : undefined;
  return { ...(mode ? { mode } : {}), ...(isInService ? { isInService } : {}), ...(approval ? { approval } : {}) };
}

const companyForms = new Set(['inc', 'llc', 'ltd', 'corp', 'co', 'the', 'and', 'of']);

/** The name of an organisation without what is written beside it or not: "The Harbor Clinic, Inc." */
export function wordsOfName(written: string): string {
  const words = foldName(written).replace(/,/g, ' ').split(/\s+/);
  return words.filter((word) => word !== '' && !companyForms.has(word)).join(' ');
}
