import { coverNumbersIn } from '#shared/domain/private-number.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import type { OpenedMail } from '#shared/ports/mail-opener.ts';

/**
 * What is kept of a mail beside the mail itself, without the Social Security numbers that people write into a text, a subject or
 * the name of a file. The mail stays as it came.
 */
export function withoutNumbers(opened: OpenedMail): OpenedMail {
  if (opened.outcome === 'refused') return { ...opened, mail: opened.mail && coverIn(opened.mail) };
  const files = opened.files.map((file) => ({ ...file, attachment: coverNumbersIn(file.attachment) }));
  return { ...opened, mail: coverIn(opened.mail), files };
}

function coverIn(mail: MailFacts): MailFacts {
  const { fromName, subject, bodyText } = mail;
  return {
    ...mail,
    fromName: fromName && coverNumbersIn(fromName),
    subject: coverNumbersIn(subject),
    bodyText: coverNumbersIn(bodyText),
  };
}
