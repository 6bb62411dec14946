import type { DocumentRecord } from '#shared/domain/document.ts';
import type { ReasonCode } from '#shared/domain/reason.ts';

/** "missing-certificate" as a choice in a list: "Missing certificate". */
export function codeInWords(code: ReasonCode): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "3 days left", "due today", "5 days past". */
export function daysLeftInWords(daysLeft: number): string {
  if (daysLeft === 0) return 'due today';
  const days = Math.abs(daysLeft) === 1 ? '1 day' : `${Math.abs(daysLeft)} days`;
  return daysLeft > 0 ? `${days} left` : `${days} past`;
}

/** "1.25 hours of ethics; a signature; and 2 more" */
export function missingInShort(missing: readonly string[], count: number): string {
  const more = count - missing.length;
  return [...missing, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/** How papers reached the reader, as a choice in a list. */
export const mediumWords: Readonly<Record<DocumentRecord['reading'], string>> = {
  'form-fields': 'Form fields',
  'text-layer': 'Printed text',
  ocr: 'Picture',
  person: 'By a person',
  unread: 'Not read',
};
