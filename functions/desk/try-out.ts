import type { Judgement } from '#shared/domain/judgement.ts';
import { rulingsSchema } from '#shared/domain/ruling.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { makeWhatIf } from '../apply-rules/what-if.ts';
import { type DeskPorts, type Given, type Refusal, refused } from './held-case.ts';
import { parseChanges } from './parse-changes.ts';

export type TriedOut = { answer: 'done'; judgement: Judgement };

/** "What if": what the rules would say to changes and rulings as they stand on a page, unsaved. Anybody may ask. */
export function makeTryOut(ports: DeskPorts & { programme: Programme }) {
  const whatIf = makeWhatIf(ports);
  return async (
    given: Omit<Given, 'version'> & { changes: readonly unknown[]; rulings: unknown },
  ): Promise<TriedOut | Refusal> => {
    const { submissionId, who } = given;
    const parsed = await parseChanges(ports.records, submissionId, given.changes);
    if ('why' in parsed) return refused(parsed.why);
    const rulings = rulingsSchema.safeParse(given.rulings);
    if (!rulings.success) return refused('Give a reason for each training, finding or doubt that you rule on.');
    const changes = parsed.changes.map(({ change }) => change);
    const judgement = await whatIf({ submissionId, who, changes, rulings: rulings.data });
    return judgement ? { answer: 'done', judgement } : { answer: 'no-such-case' };
  };
}
