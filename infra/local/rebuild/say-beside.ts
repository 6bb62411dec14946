import { makeHolds } from '#functions/desk/holds.ts';
import { makeAnswerQuarantine, makeOrderQuarantine } from '#functions/desk/quarantine.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { retentionSchema } from '#shared/domain/retention.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { topicChoiceWrite } from '#shared/records/topic-choice-records.ts';
import type { MailEvent } from './history-of.ts';

/** In words, why it could not be said again; null when it was. */
export type Outcome = string | null;
type Said = Extract<MailEvent, { order: unknown } | { hold: unknown } | { choice: unknown }>;

/** What is said of a mail by who does not decide about it: security, a supervisor who keeps it, a reviewer on a topic. */
export function makeSayBeside(ports: { records: RecordStore; clock: Clock; runner: WorkflowRunner }) {
  const { records } = ports;
  const security = { ...ports, retention: retentionSchema.parse(office.retention) };
  return async (event: Said): Promise<Outcome> => {
    switch (event.what) {
      case 'quarantine-asked': {
        const { reference, action, reason, by } = event.order;
        return done(await makeOrderQuarantine(security)({ reference, who: by, action, reason }));
      }
      case 'quarantine-answered': {
        const { reference, second: agreed, refused } = event.order;
        const who = agreed?.by ?? refused?.by;
        if (who === undefined) return null;
        return done(await makeAnswerQuarantine(security)({ reference, who, says: agreed ? 'yes' : 'no' }));
      }
      case 'held': {
        const { reference, by, reason } = event.hold;
        return done(await makeHolds(ports)({ reference, who: by, reason, hold: true }));
      }
      case 'let-go': {
        const { reference, lifted } = event.hold;
        if (lifted === null) return null;
        return done(await makeHolds(ports)({ reference, who: lifted.by, reason: lifted.reason, hold: false }));
      }
      case 'topic-chosen': {
        const { by: who, at, choice } = event.choice;
        const entry = { at, by: 'person' as const, who, action: 'topic-chosen', codes: [choice] };
        const writes = [topicChoiceWrite(event.choice), auditWrite(event.id, entry)];
        return (await records.write(writes)) === 'written' ? null : 'another choice stands in its place';
      }
    }
  };
}

const done = (answer: { done: true } | { done: false; why: string }): Outcome => (answer.done ? null : answer.why);
