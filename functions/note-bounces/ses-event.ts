import { z } from 'zod';
import type { Returned } from '#shared/records/returned-mail.ts';

const recipientSchema = z.object({ emailAddress: z.string(), status: z.string().optional() });
const mailSchema = z.object({ tags: z.record(z.string(), z.array(z.string())).optional() });
const detailSchema = z.union([
  z.object({
    mail: mailSchema,
    bounce: z.object({
      bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
      bounceSubType: z.string().optional(),
      bouncedRecipients: z.array(recipientSchema),
    }),
  }),
  z.object({ mail: mailSchema, complaint: z.object({ complainedRecipients: z.array(recipientSchema) }) }),
]);
const eventSchema = z.object({ detail: detailSchema });
const hashPattern = /^[0-9a-f]{64}$/;

/**
 * What the mail service of AWS says of a mail that came back, as it reaches us through EventBridge. It knows our mail by the tag
 * `message` only; what has none is no mail of ours. null: an event that is about something else.
 */
export function returnedIn(event: unknown): Returned[] | null {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) return null;
  const { detail } = parsed.data;
  const messageIdHash = detail.mail.tags?.message?.[0] ?? '';
  if (!hashPattern.test(messageIdHash)) return [];
  const of = { messageIdHash };
  if ('complaint' in detail)
    return detail.complaint.complainedRecipients.map(({ emailAddress }) => {
      return { of, recipient: emailAddress, status: '', isComplaint: true };
    });
  const { bounceType, bounceSubType = '', bouncedRecipients } = detail.bounce;
  return bouncedRecipients.map(({ emailAddress, status = '' }) => {
    return { of, recipient: emailAddress, status: statusOf(bounceType, bounceSubType, status) };
  });
}

/** The service has tried for hours and knows which failures are for good; its own list of such addresses counts as one. */
function statusOf(type: string, subType: string, status: string): string {
  const isForGood =
    type === 'Permanent' && ['General', 'NoEmail', 'Suppressed', 'OnAccountSuppressionList'].includes(subType);
  return isForGood ? '5.1.1' : /^5\.1\.1$/.test(status) ? '' : status;
}
