import type { MailFacts } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { specialistsByEmail } from '#shared/records/roster-records.ts';
import { answerLanguage } from '#shared/rules/answers/answer-language.ts';
import type { Programme } from '#shared/rules/programme.ts';

type Addressed = {
  to: string;
  /** whether the address is the person's own: of a stranger the roster is not asked */
  isKnown: boolean;
  mail: MailFacts | null;
};

/** By whose address it is, and by the words of the mail that is answered where they wrote it themselves. */
export async function languageOfAnswer(
  { records, programme }: { records: RecordStore; programme: Programme },
  { to, isKnown, mail }: Addressed,
): Promise<string> {
  const asked = isKnown ? await specialistsByEmail(records, to) : [];
  const isTheirs = mail?.from?.toLowerCase() === to.toLowerCase();
  return answerLanguage(programme, { asked, wrote: isTheirs ? mail : null });
}
