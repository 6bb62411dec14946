import type { CheckMark, FormField, PageReading } from '#shared/domain/reading.ts';
import { gatherWords, type PageWord } from './characters-to-words.ts';
import { liftGlyphBoxes } from './glyph-boxes.ts';
import { type PageText, readCharacters } from './page-characters.ts';
import { boxOf, type PageFrame } from './page-frame.ts';
import { type PageDrawing, readDrawing } from './page-shapes.ts';
import type { Pdfium } from './pdfium-engine.ts';
import { inReadingOrder } from './reading-order.ts';
import { withRunsInPlace } from './runs-inside.ts';
import { imageCover, type SortedShapes, sortShapes } from './sort-shapes.ts';
import { pictureSentence } from './unread-page.ts';
import { keepSeenWords } from './unseen-words.ts';
import { liftWritingLines } from './writing-lines.ts';
import { flattenWrittenAnnotations } from './written-annotations.ts';

/** Fewer letters than this under a picture are a stamp or a fax line, not the text of the page. */
const lettersMin = 50;
const scanCover = 0.6;
const widgetSubtype = 20;

export type PdfPageReading = { page: PageReading; hasWidgets: boolean; unseenCount: number };

/** One page with PDFium's handle `page`. `formFields` are those of this page, already read. */
export function readPdfPage(
  pdfium: Pdfium,
  page: number,
  frame: PageFrame,
  number: number,
  formFields: FormField[],
): PdfPageReading {
  flattenWrittenAnnotations(pdfium, page);
  const drawing = readDrawing(pdfium, page, frame);
  const cover = imageCover(frame, drawing.shapes);
  const text = readText(pdfium, page, frame, drawing.runsInside);
  const words = gatherWords(text.characters);
  const { seen, unseenCount } =
    cover < scanCover ? keepSeenWords(pdfium, page, frame, drawing, words) : { seen: [], unseenCount: 0 };
  const hasWidgets = countWidgets(pdfium, page) > 0;
  const base = { number, width: frame.width, height: frame.height, formFields };
  const unreadBecause = reasonNotToTrust(text, seen, cover);
  if (unreadBecause !== null) {
    const nothing = { words: [], checkMarks: [], rules: [], ink: [] };
    return { hasWidgets, unseenCount, page: { ...base, medium: 'unread', ...nothing, unreadBecause } };
  }
  const medium = formFields.length > 0 ? 'form-fields' : 'text-layer';
  const marks = withoutFieldBoxes(placed(frame, sortShapes(frame, drawing.shapes, seen)), formFields);
  const inPart = text.isWhole ? {} : { inPartBecause: 'This page holds more writing than is read by machine.' };
  return { hasWidgets, unseenCount, page: { ...base, medium, ...marks, ...inPart } };
}

function readText(pdfium: Pdfium, page: number, frame: PageFrame, inside: PageDrawing['runsInside']): PageText {
  const textPage = pdfium.call.FPDFText_LoadPage(page);
  if (textPage === 0) return { characters: [], unreadable: 0, counted: 0, isWhole: true };
  try {
    const text = readCharacters(pdfium, textPage, frame);
    return { ...text, characters: withRunsInPlace(text.characters, inside, frame) };
  } finally {
    pdfium.call.FPDFText_ClosePage(textPage);
  }
}

function reasonNotToTrust(text: PageText, seen: readonly PageWord[], cover: number): string | null {
  if (cover >= scanCover) return pictureSentence;
  if (text.counted > 0 && text.unreadable / text.counted > 0.3) {
    return 'The letters of this page are stored in a way that only a person or a text reader can see.';
  }
  const letters = seen.reduce((sum, word) => sum + word.characters.length, 0);
  return letters < lettersMin && cover > 0.05 ? pictureSentence : null;
}

type PlacedMarks = Pick<PageReading, 'words' | 'checkMarks' | 'rules' | 'ink'>;

function placed(frame: PageFrame, sorted: SortedShapes): PlacedMarks {
  const lifted = liftGlyphBoxes(sorted.words);
  const lines = liftWritingLines(lifted.words);
  const boxes = inReadingOrder([...sorted.boxes, ...lifted.boxes]);
  return {
    words: inReadingOrder(lines.words).map((word) => ({
      text: word.text,
      box: boxOf(frame, word.edges),
      confidence: 1,
    })),
    checkMarks: boxes.map(({ edges, checked, confidence }) => ({ box: boxOf(frame, edges), checked, confidence })),
    rules: [...sorted.rulings, ...lines.rulings].map(({ direction, edges }) => ({
      direction,
      box: boxOf(frame, edges),
    })),
    ink: sorted.ink.map((edges) => ({ box: boxOf(frame, edges) })),
  };
}

/** The frame printed under a form field says nothing: the field's own state counts. */
function withoutFieldBoxes(found: PlacedMarks, formFields: readonly FormField[]): PlacedMarks {
  const buttons = formFields.filter((field) => field.kind === 'check-box' || field.kind === 'radio');
  const isUnderField = ({ box: [left, top, width, height] }: CheckMark) =>
    buttons.some(({ box }) => {
      if (box === null) return false;
      const across = left + width / 2 - box[0];
      const down = top + height / 2 - box[1];
      return across >= 0 && across <= box[2] && down >= 0 && down <= box[3];
    });
  return { ...found, checkMarks: found.checkMarks.filter((mark) => !isUnderField(mark)) };
}

function countWidgets(pdfium: Pdfium, page: number): number {
  const { call } = pdfium;
  let widgets = 0;
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), 5_000);
  for (let index = 0; index < count; index++) {
    const annotation = call.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    if (call.FPDFAnnot_GetSubtype(annotation) === widgetSubtype) widgets += 1;
    call.FPDFPage_CloseAnnot(annotation);
  }
  return widgets;
}
