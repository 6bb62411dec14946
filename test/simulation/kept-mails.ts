import { answeredIn } from '#shared/domain/answer.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Outcome } from '#shared/domain/submission.ts';
import type { Known } from './office/ruling.ts';
import type { Story } from './world/story.ts';
import type { SentMail } from './world/write-mail.ts';

/** A mail as it was taken in, and what the machine alone made of it. */
export type Taken = {
  readonly id: SubmissionId;
  readonly mail: SentMail;
  readonly story: Story;
  readonly first: Outcome | null;
  /** one person's part of a mail about several */
  readonly isItem?: boolean;
};

export type KeptMails = ReturnType<typeof keepMails>;

/** What the simulation itself remembers of every mail: never read back from the product. */
export function keepMails(year: number) {
  const all: Taken[] = [];
  const byId = new Map<SubmissionId, Taken>();
  const byMessage = new Map<string, Taken>();
  const ofPerson = new Map<string, SentMail[]>();

  /** What was known about the people of a mail at an instant. */
  function knownOf({ intent }: SentMail, until = Number.POSITIVE_INFINITY): Known {
    const mails = new Set(intent.people.flatMap(({ specialistId }) => ofPerson.get(specialistId) ?? []));
    const inOrder = [...mails]
      .filter(({ at }) => Date.parse(at) <= until)
      .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    return { year, people: intent.people, mails: inOrder };
  }

  return {
    all,
    keep(taken: Taken): void {
      all.push(taken);
      byId.set(taken.id, taken);
      if (!taken.isItem) byMessage.set(taken.mail.messageId, taken);
      // of a mail that was split each part is known by itself
      if (taken.first === 'split') return;
      for (const { specialistId } of taken.mail.intent.people)
        ofPerson.set(specialistId, [...(ofPerson.get(specialistId) ?? []), taken.mail]);
    },
    mailsOf: (specialistId: string): readonly SentMail[] => ofPerson.get(specialistId) ?? [],
    answered: (messageId: string | null) => byMessage.get(messageId ?? '') ?? null,
    /** by the name of our letter: who hears of a part of a mail never wrote that mail */
    toldBy(letterId: string): Taken | null {
      const [id] = answeredIn([letterId]);
      return id === undefined ? null : (byId.get(id) ?? null);
    },
    knownOf,
    caseOf(id: SubmissionId): { mail: SentMail; known: Known } {
      const taken = byId.get(id);
      if (!taken) throw new Error('a case is open that nobody sent');
      return { mail: taken.mail, known: knownOf(taken.mail) };
    },
  };
}
