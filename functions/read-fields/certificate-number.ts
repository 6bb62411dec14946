import type { FieldValue } from '#shared/domain/document.ts';
import type { CertificatePaper } from './certificate-paper.ts';
import { findDates } from './dates.ts';
import type { Parse } from './field-values.ts';
import { readField } from './form-reading.ts';
import type { FoundLabel } from './labels.ts';

/** One sign after the other, set together: "PS-264414", "88/123.4". */
const sign = /^[\p{L}\p{N}](?:[\p{L}\p{N}/._–-]{0,38}[\p{L}\p{N}])?$/u;
const leadingWords = /^(?:is|es|number|num|no|id|code|key|[:#=–-]+)$/i;
/** "CR-HDGJZEL": drawn from letters alone, behind the initials of who drew it; no word looks like that. */
const letterCode = /^[B-DF-HJ-NP-TV-Z]{1,4}-(?=[A-Z]*[B-DF-HJ-NP-TV-Z]{3})[A-Z]{5,}$/;
const signsMin = 3;
const signsMax = 40;

/**
 * The number that only this certificate has. It stands at the beginning of what its label points to; what looks like an address,
 * a day, a telephone or an amount is none.
 */
export const asCertificateNumber: Parse = (text) => {
  const named = /\b(?:code|number|id|no\.?|#)[:\s#]+(?=\S*\d)(.+)$/i.exec(withoutAddresses(text))?.[1];
  const words = (named ?? withoutAddresses(text)).split(/\s+/).filter((word) => word !== '');
  const from = words.findIndex((word) => !leadingWords.test(word.replace(/[.:]+$/, '')));
  const run: string[] = [];
  for (const word of from < 0 ? [] : words.slice(from)) {
    const part = word.replace(/^[#(["'“]+|[.,;:)\]"'”]+$/g, '');
    const isPart = sign.test(part) && (isDrawn(part) || (run.length === 0 && /^\p{Lu}{1,4}$/u.test(part)));
    if (!isPart) break;
    run.push(part);
    if (part !== word.replace(/^[#(["'“]+/, '')) break;
  }
  const value = run.join(' ');
  return isNumber(value) ? { value } : null;
};

const isDrawn = (text: string) => /\d/.test(text) || letterCode.test(text);

const withoutAddresses = (text: string) =>
  text.replace(/\S*(?:https?:|www\.|@|\.(?:com|org|net|gov|edu|info|us)\b)\S*/gi, ' ').trim();

function isNumber(value: string): boolean {
  if (value.length < signsMin || value.length > signsMax || !isDrawn(value)) return false;
  if (findDates(value).length > 0) return false;
  const isAmount = /^\d{1,3}[.]\d{1,2}$/.test(value);
  const isTelephone = /^\d{3}[ ./-]\d{3}[ ./-]\d{4}$/.test(value);
  return !isAmount && !isTelephone;
}

/** These say by themselves that it is the certificate's; others ("ID number") may end the name of somebody else's. */
const saysWhose = /cert|credential|constancia|verif|valid|completion|confirm|transcript|record|folio/i;

/** Null where nothing is called so, or where it is not certain whose number it is. */
export function numberOf({ form }: CertificatePaper): FieldValue | null {
  const isOwn = (label: FoundLabel) => saysWhose.test(label.text) || !isEndOfName(label);
  // a label that is not certain still parts the values of its neighbours
  const labels = form.labels.map((label) =>
    label.field === 'certificateId' && !isOwn(label) ? { ...label, field: 'otherNumber' as const } : label,
  );
  const reading = readField({ ...form, labels }, 'certificateId', asCertificateNumber);
  return reading?.value.value ? reading.value : null;
}

/** "Kenner Guild ID Number 55": words run up to the label, and nothing parts them from it. */
function isEndOfName({ segment, from }: FoundLabel): boolean {
  const before = segment.words[from - 1];
  return before !== undefined && /[\p{L}\p{N}]$/u.test(before.text);
}
