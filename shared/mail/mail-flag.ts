import type { Reason } from '#shared/domain/reason.ts';

/** What was noticed while opening a mail. Kept with the mail; some of it is a doubt that a person must settle. */
export const mailFlags = [
  'bom',
  'leading-blank',
  'mbox-from',
  'bare-cr',
  'boundary-padding',
  'unclosed',
  'truncated',
  'boundary-unused',
  'multi-close',
  'empty-multipart',
  'uuencode',
  'yenc',
  'payload-in-text',
  'salvaged',
  'signed-content',
  'utf-7',
  'dup-ct',
  'dup-from',
  'several-from',
  'odd-sender',
  'partial',
  'external-body',
  'disagree',
  'no-second-opinion',
  'automatic-with-files',
  'too-many-files',
  'spam',
] as const;
export type MailFlag = (typeof mailFlags)[number];

/** Sentences for flags that mean: we may not have everything, or not what the sender meant. */
const doubts: Partial<Record<MailFlag, string>> = {
  truncated: 'The e-mail ends in the middle of an attachment; a part of it is missing.',
  'boundary-unused': 'The e-mail announces parts that could not be found in it.',
  'multi-close': 'The e-mail goes on after its marked end; something behind the end was not read.',
  'empty-multipart': 'The e-mail says that it has parts, but none could be found in it.',
  uuencode: 'The e-mail carries a file inside its text in an old format (uuencode).',
  yenc: 'The e-mail carries a file inside its text in an old format (yEnc).',
  'payload-in-text': 'The e-mail carries what looks like a file inside its text.',
  salvaged: 'A part of the e-mail lies where mail programs do not look; it was taken out all the same.',
  'signed-content': 'The e-mail lies inside a signature, which was opened but not checked.',
  'dup-ct': 'A part of the e-mail names its type twice.',
  'dup-from': 'The e-mail names its sender twice.',
  'several-from': 'The e-mail names more than one sender.',
  'odd-sender':
    'The address of the sender has letters of two alphabets, so that it looks like another address than it is.',
  partial: 'The e-mail is one piece of a message that was sent in several pieces.',
  'external-body': 'The e-mail points to a file kept somewhere else instead of carrying it.',
  disagree: 'Two ways of opening the e-mail found different attachments in it.',
  'automatic-with-files': 'The e-mail says that a machine sent it, and it brings files.',
  spam: 'The mail service holds the e-mail for unwanted. It may be genuine all the same.',
  'too-many-files': 'The e-mail carries more files than can be handled without a person.',
};

/** How a reviewer reads the marks that are no doubt. */
const remarks: Partial<Record<MailFlag, string>> = {
  bom: 'Three stray bytes stood before the first line.',
  'leading-blank': 'Empty lines stood before the first line.',
  'mbox-from': 'A line of a mail folder stood before the first line.',
  'bare-cr': 'Its lines end in an old way.',
  'boundary-padding': 'Blanks stood behind the lines between its parts.',
  unclosed: 'Its last part is not marked as the last.',
  'utf-7': 'It names an alphabet (UTF-7) that is not decoded here; the letters are shown as they came.',
  'no-second-opinion': 'It was opened in one way only; no second one was asked.',
};

/** A mark of a mail in words; a mark of an older program as it is. */
export function flagInWords(flag: string): string {
  const known = mailFlags.find((one) => one === flag);
  return (known && (doubts[known] ?? remarks[known])) ?? flag;
}

export function concernsOf(flags: Iterable<MailFlag>): Reason[] {
  return [...flags].flatMap((flag) => {
    const text = doubts[flag];
    return text === undefined ? [] : [{ code: 'needs-human-decision' as const, text }];
  });
}
