import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { z } from 'zod';
import { canaryHeader } from '#shared/domain/canary-run.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { MailAttachment, OutgoingMail } from '#shared/ports/mail-sender.ts';

/** One address and nothing else: no list, no display name, no comment, no white space, no control character. */
const addressSchema = z
  .string()
  .max(254)
  .regex(/^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u);
const messageIdSchema = z
  .string()
  .max(250)
  .regex(/^[\x21-\x3b\x3d\x3f-\x7e]+@[\x21-\x3b\x3d\x3f-\x7e]+$/);
const subjectSchema = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u);

/** What stands in a header beside the file: no line of its own, no quotation mark. */
const fileNameSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\u2028\u2029"\\/]+$/u);
const mediaTypeSchema = z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/);
const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/);

/** A thread needs its first and its latest messages; a list of hundreds is somebody's loop. */
const referencesMax = 20;

/** Sender and recipient as the servers see them, and the bytes of the mail. */
export type ComposedMail = { from: string; to: string; raw: Uint8Array };

/** Builds the MIME bytes of an answer. Throws `GiveUp` when any value could become a header of its own. */
export async function composeMail(mail: OutgoingMail, from: string, date: Date): Promise<ComposedMail> {
  refuseLineBreaks(mail, from);
  const to = checked(addressSchema, mail.to, 'the address of the recipient');
  const message = new MailComposer({
    from: checked(addressSchema, from, 'the address of the sender'),
    to,
    subject: checked(subjectSchema, mail.subject, 'the subject'),
    text: mail.text,
    messageId: `<${checked(messageIdSchema, mail.messageId, 'the Message-ID')}>`,
    ...threadOf(mail),
    date,
    headers: headersOf(mail, from),
    ...(mail.attachments ? { attachments: mail.attachments.map(attached) } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { from, to, raw: await message.compile().build() };
}

/** RFC 3834: an answer to an answer is how mail loops begin. RFC 2369: a mail program offers to stop what nobody asked for. */
function headersOf({ isUnasked, asCanary }: OutgoingMail, from: string): Record<string, string> {
  if (asCanary) return { [canaryHeader]: checked(tokenSchema, asCanary.token, 'the token') };
  const always = { 'Auto-Submitted': isUnasked ? 'auto-generated' : 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
  return isUnasked ? { ...always, 'List-Unsubscribe': `<mailto:${from}?subject=stop>` } : always;
}

function attached({ name, mediaType, bytes }: MailAttachment) {
  return {
    filename: checked(fileNameSchema, name, 'the name of a file'),
    contentType: checked(mediaTypeSchema, mediaType, 'the kind of a file'),
    content: Buffer.from(bytes),
  };
}

/** The same for every sending of one mail: a file name, or a tag to find it by. */
export function nameOfMail(mail: OutgoingMail): string {
  return createHash('sha256').update(mail.messageId).digest('hex');
}

function refuseLineBreaks(mail: OutgoingMail, from: string): void {
  const values = [from, mail.to, mail.subject, mail.messageId, mail.inReplyTo ?? '', ...mail.references];
  if (values.some((value) => /[\r\n\0]/.test(value))) throw new GiveUp('a header of the mail holds a line break');
}

function checked(schema: z.ZodString, value: string, what: string): string {
  if (!schema.safeParse(value).success) throw new GiveUp(`${what} cannot stand in a mail`);
  return value;
}

/** What a stranger calls a Message-ID is passed on only when it is one: threading is a nicety, the answer is not. */
function threadOf(mail: OutgoingMail): { inReplyTo?: string; references?: string[] } {
  const ids = mail.references.filter((id) => messageIdSchema.safeParse(id).success);
  const kept = ids.length > referencesMax ? [...ids.slice(0, 1), ...ids.slice(1 - referencesMax)] : ids;
  const answered = messageIdSchema.safeParse(mail.inReplyTo);
  return {
    ...(answered.success ? { inReplyTo: `<${answered.data}>` } : {}),
    ...(kept.length > 0 ? { references: kept.map((id) => `<${id}>`) } : {}),
  };
}
