import { z } from 'zod';
import { type Change, type DocumentRef, rowColumnSchema, sessionColumnSchema } from '#shared/domain/correction.ts';
import { type DocumentRecord, documentKindSchema, type FieldValue } from '#shared/domain/document.ts';
import { fileIdSchema, submissionIdSchema } from '#shared/domain/ids.ts';

/** `document`: its 0-based place in the mail, as reasons and evidence name it. Values are still as they were typed. */
const document = z.number().int().min(0);
const row = z.number().int().min(0);
export const typedChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('field'), document, field: z.string(), value: z.unknown() }),
  z.object({ what: z.literal('row-column'), document, row, column: rowColumnSchema, value: z.unknown() }),
  z.object({ what: z.literal('row-removed'), document, row }),
  z.object({ what: z.literal('row-added'), document, values: z.partialRecord(rowColumnSchema, z.unknown()) }),
  z.object({
    what: z.literal('session-column'),
    ...{ document, session: row, column: sessionColumnSchema, value: z.unknown() },
  }),
  z.object({ what: z.literal('session-removed'), document, session: row }),
  z.object({
    what: z.literal('session-added'),
    ...{ document, values: z.partialRecord(sessionColumnSchema, z.unknown()) },
  }),
  z.object({ what: z.literal('kind'), document, kind: documentKindSchema }),
  z.object({ what: z.literal('confirmed'), document }),
  z.object({ what: z.literal('person'), document, specialistId: z.string().min(1).nullable() }),
  z.object({
    what: z.literal('duplicate-of'),
    document,
    of: z.object({ submissionId: submissionIdSchema, document }),
  }),
  z.object({ what: z.literal('file-aside'), fileId: fileIdSchema }),
  z.object({ what: z.literal('withdrawn'), number: z.number().int().min(1) }),
]);
export type TypedChange = z.infer<typeof typedChangeSchema>;

/** Made into what is kept; or why it cannot be, in words for who typed it. */
export type ParsedChange = { change: Change; before?: FieldValue['value'] } | { why: string };

export function refOf({ fileId, part, pages, sha256 }: DocumentRecord): DocumentRef {
  return { fileId, part, pages, sha256 };
}
