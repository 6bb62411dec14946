import type { Decision } from '#shared/domain/decision.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { ReasonCode } from '#shared/domain/reason.ts';
import { notAccepted } from '#shared/domain/topic-choice.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { topicChoiceWrite } from '#shared/records/topic-choice-records.ts';

/**
 * What a person said a training counts as is a suggestion the next time its title comes, with who and when. Written once for
 * each ruling on what a training is about: a run that was cut off and walked again finds it there.
 */
export async function keepTopicChoices(
  records: RecordStore,
  programme: string,
  { rulings, by, at }: Decision,
  { credits }: Judgement,
): Promise<void> {
  for (const { creditId, title, counts, bucket, code, reason } of rulings.credits) {
    const choice = counts ? bucket : code !== null && aboutTopic.has(code) ? notAccepted : null;
    if (choice === null) continue;
    const provider = credits.find((credit) => credit.creditId === creditId)?.provider ?? null;
    await records.write([topicChoiceWrite({ programme, title, provider, choice, because: reason, by, at })]);
  }
}

/** Ruled out because of what it is about, not because of a paper or a day. */
const aboutTopic: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['excluded-training', 'possible-mandatory-training']);
