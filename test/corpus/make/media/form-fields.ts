import { PDFDocument } from '@cantoo/pdf-lib';
import type { Chance } from '../chance.ts';
import type { Slot } from '../render-pages.ts';

/** A PDF with its open places turned into form fields and filled in. Some forms name their fields, most do not. */
export async function withFormFields(bytes: Uint8Array, slots: readonly Slot[], chance: Chance): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const form = pdf.getForm();
  const isOpaque = chance.is(0.6);
  const opaque = chance.pick(['Text', 'fill_', 'undefined_', 'topmostSubform[0].Page1[0].f1_']);
  const used = new Map<string, number>();
  const nameOf = (slot: Slot, at: number) => {
    if (isOpaque) return `${slot.kind === 'tick' ? 'Check Box' : opaque}${at + 1}`.replaceAll('.', '_');
    const plain = slot.name.replace(/[.\s]+/g, ' ').trim();
    const count = (used.get(plain) ?? 0) + 1;
    used.set(plain, count);
    return count === 1 ? plain : `${plain}_${count}`;
  };
  slots.forEach((slot, at) => {
    const page = pdf.getPage(slot.page);
    const [left, top, width, height] = slot.box.map((inches) => inches * 72) as [number, number, number, number];
    const place = {
      x: left,
      y: page.getHeight() - top - height,
      width,
      height,
      borderWidth: slot.kind === 'tick' ? 1 : 0,
    };
    if (slot.kind === 'tick') {
      const box = form.createCheckBox(nameOf(slot, at));
      box.addToPage(page, place);
      if (slot.isOn) box.check();
      return;
    }
    const field = form.createTextField(nameOf(slot, at));
    if (height > 24) field.enableMultiline();
    field.addToPage(page, place);
    field.setFontSize(9);
    if (slot.text !== '') field.setText(slot.text);
  });
  return pdf.save();
}
