import type { SubmissionId } from '#shared/domain/ids.ts';
import { holderOf } from '#shared/domain/lease.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { TopicChoice } from '#shared/domain/topic-choice.ts';
import { titleWords } from '#shared/domain/training-words.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { findLease, leaseCheck } from '#shared/records/lease-records.ts';
import { topicChoiceWrite } from '#shared/records/topic-choice-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { topicChoicesIn } from '#shared/rules/suggest-topic.ts';

type ChooseTopicPorts = { records: RecordStore; clock: Clock; programme: Programme };

/** `no-such-choice` names what the programme has; nothing was written then. */
export type ChooseTopicAnswer =
  | { answer: 'kept'; choice: TopicChoice }
  | { answer: 'no-such-choice'; choices: readonly string[] }
  | { answer: 'no-reason' }
  | { answer: 'no-title' }
  | { answer: 'not-held' }
  | { answer: 'changed-meanwhile' };

/**
 * Keeps what a reviewer of a case said that a training is about, with who, when and why. It is shown beside the next training
 * of that title as a suggestion; it decides nothing, not even about this case: that is the reviewer's decision of its own.
 */
export function makeChooseTopic({ records, clock, programme }: ChooseTopicPorts) {
  return async (
    submissionId: SubmissionId,
    said: Pick<TopicChoice, 'title' | 'provider' | 'choice' | 'because'>,
    by: StaffId,
  ): Promise<ChooseTopicAnswer> => {
    const choices = topicChoicesIn(programme);
    if (!choices.includes(said.choice)) return { answer: 'no-such-choice', choices };
    if (titleWords(said.title).length === 0) return { answer: 'no-title' };
    if (said.because.trim() === '') return { answer: 'no-reason' };
    const at = clock.now();
    const lease = await findLease(records, submissionId);
    if (!lease || holderOf(lease.lease, at) !== by) return { answer: 'not-held' };
    const choice: TopicChoice = { ...said, programme: programme.id, by, at };
    const entry = { at, by: 'person' as const, who: by, action: 'topic-chosen', codes: [said.choice] };
    const written = await records.write([
      topicChoiceWrite(choice),
      leaseCheck(submissionId, lease),
      auditWrite(submissionId, entry),
    ]);
    return written === 'conflict' ? { answer: 'changed-meanwhile' } : { answer: 'kept', choice };
  };
}
