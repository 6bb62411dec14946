import { z } from 'zod';
import { fileIdSchema, type SubmissionId } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { peopleSchema } from './judgement-records.ts';
import { bodyOf } from './stored-body.ts';

/** What belongs to one item of a mail: papers by file and part, in their order; people and strays by place among these. */
export const itemPlanSchema = peopleSchema.extend({
  documents: z.array(z.object({ fileId: fileIdSchema, part: z.number().int() })),
  files: z.array(fileIdSchema),
  unread: z.number().int(),
});
export type ItemPlan = z.infer<typeof itemPlanSchema>;

const plansSchema = z.object({ items: z.array(itemPlanSchema) });
const plansKey = (mail: SubmissionId) => ({ pk: `SUB#${mail}`, sk: 'ITEMS' });

/** How a mail is split is written once: a second try, on a roster that changed meanwhile, goes on with the same items. */
export async function keepPlans(
  records: RecordStore,
  mail: SubmissionId,
  items: readonly ItemPlan[],
): Promise<readonly ItemPlan[]> {
  const written = await records.write([{ put: { ...plansKey(mail), body: { items } }, expect: 'absent' }]);
  return written === 'written' ? items : ((await findPlans(records, mail)) ?? items);
}

export async function findPlans(records: RecordStore, mail: SubmissionId): Promise<ItemPlan[] | null> {
  const record = await records.find(plansKey(mail));
  return record ? bodyOf(plansSchema, record).items : null;
}
