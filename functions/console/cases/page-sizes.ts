import { z } from 'zod';
import type { FileRecord } from '#shared/domain/document.ts';
import type { FileStore } from '#shared/ports/file-store.ts';

/** Only the sizes: the words of a long file are not needed for a page's frame. */
const sizesSchema = z.object({
  pages: z.array(z.object({ number: z.number(), width: z.number().positive(), height: z.number().positive() })),
});

export type PageSize = { width: number; height: number };
/** Key: file id, space, page number. */
export type PageSizes = ReadonlyMap<string, PageSize>;

/** Width and height of the read pages, so that the browser keeps their place before the picture has come. */
export async function readPageSizes(files: FileStore, fileRecords: readonly FileRecord[]): Promise<PageSizes> {
  const sizes = new Map<string, PageSize>();
  for (const file of fileRecords) {
    if (file.readingKey === null || !(await files.has(file.readingKey))) continue;
    const text = new TextDecoder().decode(await files.read(file.readingKey));
    const parsed = sizesSchema.safeParse(parseJson(text));
    for (const page of parsed.success ? parsed.data.pages : []) sizes.set(`${file.fileId} ${page.number}`, page);
  }
  return sizes;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
