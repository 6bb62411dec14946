import {
  PDFCheckBox,
  PDFDict,
  type PDFDocument,
  PDFDropdown,
  type PDFField,
  PDFHexString,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFSignature,
  PDFString,
  PDFTextField,
  type PDFWidgetAnnotation,
} from '@cantoo/pdf-lib';
import type { FormField } from '#shared/domain/reading.ts';
import { boxOf, edgesAround, type PageFrame, placePoint } from './page-frame.ts';

/** Annotation flags Hidden and NoView: a person looking at the page does not see such a field. */
const unseenFlags = 0b10_0010;

/**
 * Values of the form fields, with the place of each widget as displayed; one entry a widget. Fields that are hidden from
 * sight are left out. `frames` are the pages in order, as PDFium sees them. Null when the form cannot be read.
 */
export function readFormFields(document: PDFDocument, frames: readonly PageFrame[]): FormField[] | null {
  try {
    const pages = pagesOfWidgets(document);
    return document
      .getForm()
      .getFields()
      .flatMap((field) => entriesOf(field, pages, frames));
  } catch {
    return null;
  }
}

function pagesOfWidgets(document: PDFDocument): Map<PDFDict, number> {
  const pages = new Map<PDFDict, number>();
  document.getPages().forEach((page, index) => {
    for (const item of page.node.Annots()?.asArray() ?? []) {
      const annotation = document.context.lookup(item);
      if (annotation instanceof PDFDict) pages.set(annotation, index);
    }
  });
  return pages;
}

function entriesOf(field: PDFField, pages: Map<PDFDict, number>, frames: readonly PageFrame[]): FormField[] {
  return field.acroField.getWidgets().flatMap((widget) => {
    const page = pages.get(widget.dict);
    const frame = page === undefined ? undefined : frames[page];
    const read = stateOf(field, widget);
    if (page === undefined || frame === undefined || read === null) return [];
    if ((widget.getFlags() & unseenFlags) !== 0) return [];
    const { x, y, width, height } = widget.getRectangle();
    const corners = [placePoint(frame, [x, y]), placePoint(frame, [x + width, y + height])];
    return [{ name: field.getName(), ...read, box: boxOf(frame, edgesAround(corners)), page: page + 1 }];
  });
}

type FieldState = Pick<FormField, 'kind' | 'value' | 'checked'>;

function stateOf(field: PDFField, widget: PDFWidgetAnnotation): FieldState | null {
  if (field instanceof PDFTextField) return { kind: 'text', value: writtenText(field), checked: null };
  if (field instanceof PDFCheckBox) return { kind: 'check-box', ...pressed(field, widget) };
  if (field instanceof PDFRadioGroup) return { kind: 'radio', ...pressed(field, widget) };
  if (field instanceof PDFDropdown || field instanceof PDFOptionList) {
    return { kind: 'choice', value: emptyAsNull(field.getSelected().join(', ')), checked: null };
  }
  if (field instanceof PDFSignature) {
    const isSigned = field.acroField.dict.lookup(PDFName.of('V')) instanceof PDFDict;
    return { kind: 'signature', value: isSigned ? 'signed' : null, checked: null };
  }
  return null;
}

/** Read as stored, rich text or not: the plain value is the one that is printed. */
function writtenText(field: PDFTextField): string | null {
  const value = field.acroField.getInheritableAttribute(PDFName.of('V'));
  const stored = value === undefined ? undefined : field.acroField.dict.context.lookup(value);
  const isText = stored instanceof PDFString || stored instanceof PDFHexString;
  return isText ? emptyAsNull(stored.decodeText()) : null;
}

/** A button is pressed when it looks pressed; only without a look of its own does the stored value decide. */
function pressed(field: PDFCheckBox | PDFRadioGroup, widget: PDFWidgetAnnotation): Omit<FieldState, 'kind'> {
  const on = widget.getOnValue();
  const look = widget.getAppearanceState() ?? field.acroField.getValue();
  const isOn = look !== PDFName.of('Off') && (on === undefined ? look !== undefined : look === on);
  if (!isOn) return { value: null, checked: false };
  const chosen = field instanceof PDFRadioGroup ? field.getSelected() : undefined;
  return { value: chosen ?? (on ?? look).decodeText(), checked: true };
}

function emptyAsNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
