import type { FormField } from '#shared/domain/reading.ts';
import { readFormFields } from './form-fields.ts';
import type { PageFrame } from './page-frame.ts';
import { findDangers, type PdfDangers } from './pdf-dangers.ts';
import { loadObjects } from './pdf-objects.ts';

type InsidePdf = { dangers: PdfDangers; fieldsOn: (frames: readonly PageFrame[]) => FormField[] | null };

/**
 * What a PDF holds besides what its pages show. The library behind it is large, so this file is loaded with the first PDF
 * (infra/aws/loaded-later.ts). Null when the library cannot read the file.
 */
export async function lookInsidePdf(bytes: Uint8Array, pageCount: number): Promise<InsidePdf | null> {
  const objects = await loadObjects(bytes, pageCount);
  if (objects === null) return null;
  return { dangers: findDangers(objects), fieldsOn: (frames) => readFormFields(objects, frames) };
}
