import { z } from 'zod';
import { openedMailSchema } from '#shared/adapters/local/opened-mail-schema.ts';
import { fileReadingSchema } from '#shared/domain/reading.ts';
import { reasonSchema } from '#shared/domain/reason.ts';
import { readMsg } from '#shared/mail/msg-files.ts';
import { openMail } from '#shared/mail/open-mail.ts';
import { readPdfFiles } from '#shared/mail/pdf-files.ts';
import { readHeaders } from '#shared/mail/read-headers.ts';
import { readCms } from '#shared/mail/signed-content.ts';
import { readTnef } from '#shared/mail/tnef-files.ts';
import { readZip } from '#shared/mail/zip-files.ts';
import { openDocument } from '#shared/reading/open-document.ts';
import { tryProgramme } from '#shared/rules/read-programme.ts';
import { wordType } from '#test/builders/a-word-file.ts';
import { fuzzJobSchema, type Target } from './fuzz-message.ts';

const bytesSchema = z.instanceof(Uint8Array);
const fileSchema = z.object({ name: z.string().nullable(), bytes: bytesSchema.nullable() });
const readingSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), reading: fileReadingSchema }),
  z.object({ outcome: z.literal('refused'), reason: reasonSchema }),
]);
const pagesSchema = z.record(z.string(), z.string());
const pictureTypes = ['image/png', 'image/jpeg', 'image/tiff', 'image/gif', 'image/heic'];

type Reader = { read: (bytes: Uint8Array) => unknown; promises: z.ZodType };

const readers: Record<Target, Reader> = {
  mime: { read: (bytes) => openMail(bytes), promises: openedMailSchema },
  headers: {
    read: (bytes) => readHeaders(bytes),
    promises: z.object({
      // nothing that is shown or answered to may begin a line of its own
      subject: z
        .string()
        .max(500)
        .regex(/^[^\r\n\0]*$/),
      from: z
        .string()
        .regex(/^[^\s\0]+$/)
        .nullable(),
      headerDate: z.iso.datetime().nullable(),
      references: z.array(z.string()).max(50),
    }),
  },
  tnef: { read: readTnef, promises: z.object({ files: z.array(fileSchema).max(200), isWhole: z.boolean() }) },
  zip: {
    read: (bytes) => readZip(bytes, { files: 200, bytes: 20_000_000 }),
    promises: z.object({ outcome: z.enum(['unpacked', 'refused']) }),
  },
  msg: { read: readMsg, promises: z.object({ files: z.array(fileSchema).max(200) }).nullable() },
  p7m: { read: readCms, promises: z.object({ kind: z.enum(['signed', 'other']) }) },
  'pdf-scan': { read: readPdfFiles, promises: z.array(fileSchema).max(50) },
  pdf: { read: (bytes) => openDocument({ bytes, mediaType: 'application/pdf' }), promises: readingSchema },
  docx: { read: (bytes) => openDocument({ bytes, mediaType: wordType }), promises: readingSchema },
  picture: { read: readAsPicture, promises: readingSchema },
  rules: {
    read: (bytes) => tryProgramme(pagesSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))),
    promises: z.object({
      problems: z.array(z.object({ page: z.string(), line: z.number(), says: z.string().min(1) })),
    }),
  },
};

/** The first byte says as which kind it is handed in. */
function readAsPicture(bytes: Uint8Array): unknown {
  const mediaType = pictureTypes[(bytes[0] ?? 0) % pictureTypes.length] ?? 'image/png';
  return openDocument({ bytes: bytes.subarray(1), mediaType });
}

/** Runs in the child, which has limits of time and memory. A fault is told in words: the child itself writes nothing. */
export async function answer(input: unknown): Promise<unknown> {
  const { target, bytes } = fuzzJobSchema.parse(input);
  const { read, promises } = readers[target];
  try {
    const kept = promises.safeParse(await read(bytes));
    return { says: kept.success ? '' : `what came out has not the shape it promises: ${z.prettifyError(kept.error)}` };
  } catch (error) {
    return { says: `threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` };
  }
}
