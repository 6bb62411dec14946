import type MsgReaderModule from '@kenjiuno/msgreader';
import { z } from 'zod';
import { isSoundCompound } from './compound-file.ts';
import type { MailPart } from './parse-mail.ts';

/** `isWhole` is false when an attachment could not be taken out: files may be missing. */
export type MsgResult = { files: MailPart[]; isWhole: boolean };

const attachmentsMax = 200;
const attachmentSchema = z.object({
  fileName: z.string().optional(),
  fileNameShort: z.string().optional(),
  name: z.string().optional(),
  attachMimeTag: z.string().optional(),
  pidContentId: z.string().optional(),
  innerMsgContent: z.boolean().optional(),
});
const messageSchema = z.object({ dataType: z.literal('msg'), attachments: z.array(z.unknown()) });

/** The attachments of an Outlook message (.msg); an enclosed message is a .msg of its own. Null when it cannot be opened. */
export async function readMsg(bytes: Uint8Array): Promise<MsgResult | null> {
  if (!isSoundCompound(bytes)) return null;
  try {
    // the library is CommonJS: what it exports by name `default` comes inside of what is imported
    const { default: library } = await import('@kenjiuno/msgreader');
    const MsgReader = 'default' in library ? library.default : library;
    const reader = new MsgReader(Uint8Array.from(bytes).buffer);
    const message = messageSchema.safeParse(reader.getFileData());
    if (!message.success) return null;
    const { attachments } = message.data;
    const found = attachments.slice(0, attachmentsMax).map((facts, at) => attachmentOf(reader, facts, at));
    const files = found.filter((file) => file !== null);
    return { files, isWhole: files.length === attachments.length };
  } catch {
    return null;
  }
}

function attachmentOf(
  reader: InstanceType<typeof MsgReaderModule.default>,
  facts: unknown,
  at: number,
): MailPart | null {
  const read = attachmentSchema.safeParse(facts);
  if (!read.success) return null;
  const { fileName, fileNameShort, name, attachMimeTag, pidContentId, innerMsgContent } = read.data;
  try {
    const { content } = reader.getAttachment(at);
    const shown = innerMsgContent ? `${name ?? 'message'}.msg` : (fileName ?? fileNameShort ?? name ?? null);
    const contentId = pidContentId?.replace(/^<|>$/g, '') || null;
    return { name: shown, declared: attachMimeTag?.toLowerCase() ?? '', contentId, bytes: new Uint8Array(content) };
  } catch {
    return null;
  }
}
