import { drawPage } from './draw-page.ts';
import type { DocumentFile } from './open-document.ts';
import { openDocx, wordType } from './read-docx.ts';

/**
 * One page (from 1) as a PNG; null when there is no such page, or nothing to draw it from. Of a Word file only the
 * pictures pasted into it can be drawn: each is a page of its own, and comes as it is.
 */
export async function drawDocument(file: DocumentFile, page: number, dotsPerInch: number): Promise<Uint8Array | null> {
  if (file.mediaType !== wordType) return drawPage(file, page, dotsPerInch);
  const opened = await openDocx(file.bytes);
  if (opened.outcome === 'refused') return null;
  const picture = opened.pictures[page - opened.pages.length - 1];
  return picture === undefined || picture.size === null ? null : picture.bytes;
}
