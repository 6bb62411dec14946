import { degrees, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { aSheet, bytesOf, firstPage, readSheet, textOf, writeParagraph } from '#test/builders/a-pdf.ts';

async function aForm() {
  const sheet = await aSheet();
  writeParagraph(sheet);
  const form = sheet.document.getForm();
  const { page } = sheet;
  const place = (x: number, y: number, width: number) => ({ x, y, width, height: 14 });
  const name = form.createTextField('Text1');
  name.setText('Dana R. Fontenot');
  name.addToPage(page, place(100, 396, 200));
  form.createTextField('Text2').addToPage(page, place(100, 370, 200));
  const attest = form.createCheckBox('Check Box3');
  attest.addToPage(page, place(100, 340, 14));
  attest.check();
  form.createCheckBox('Check Box4').addToPage(page, place(130, 340, 14));
  const credential = form.createRadioGroup('type');
  credential.addOptionToPage('RPSS', page, place(100, 310, 14));
  credential.addOptionToPage('RFPSS', page, place(130, 310, 14));
  credential.select('RFPSS');
  const category = form.createDropdown('category');
  category.setOptions(['Ethics', 'Core']);
  category.select('Ethics');
  category.addToPage(page, place(100, 280, 80));
  return sheet;
}

describe('form fields of a PDF', () => {
  it('values come from the fields themselves, whatever their names', async () => {
    const page = await readSheet(await aForm());
    expect(page.medium).toBe('form-fields');
    expect(page.formFields.map(({ name, kind, value, checked }) => [name, kind, value, checked])).toEqual([
      ['Text1', 'text', 'Dana R. Fontenot', null],
      ['Text2', 'text', null, null],
      ['Check Box3', 'check-box', 'Yes', true],
      ['Check Box4', 'check-box', null, false],
      ['type', 'radio', null, false],
      ['type', 'radio', 'RFPSS', true],
      ['category', 'choice', 'Ethics', null],
    ]);
  });

  it('a field stands where it is shown', async () => {
    const page = await readSheet(await aForm());
    const [left = 0, top = 0, width = 0] = page.formFields[0]?.box ?? [];
    expect(left).toBeCloseTo(100 / 612, 2);
    expect(top).toBeCloseTo(1 - 410 / 792, 2);
    expect(width).toBeCloseTo(200 / 612, 2);
  });

  it('on a turned page a field stands where it is shown', async () => {
    const sheet = await aForm();
    sheet.page.setRotation(degrees(90));
    const [left = 0, top = 0, width = 0, height = 0] = (await readSheet(sheet)).formFields[0]?.box ?? [];
    expect([left, top]).toEqual([expect.closeTo(396 / 792, 2), expect.closeTo(100 / 612, 2)]);
    expect([width, height]).toEqual([expect.closeTo(14 / 792, 2), expect.closeTo(200 / 612, 2)]);
  });

  it('a value in a field is not a printed word as well, and its frame is not a box to tick', async () => {
    const page = await readSheet(await aForm());
    expect(textOf(page)).not.toContain('Fontenot');
    expect(page.checkMarks).toEqual([]);
  });

  it('a flattened form is printed text with ticked boxes', async () => {
    const sheet = await aForm();
    sheet.document.getForm().flatten();
    const page = await readSheet(sheet);
    expect(page.medium).toBe('text-layer');
    expect(textOf(page)).toContain('Dana R. Fontenot');
    expect(page.checkMarks.map(({ checked }) => checked)).toEqual([true, false, false, true]);
  });

  it('a hidden field says nothing', async () => {
    const sheet = await aForm();
    const field = sheet.document.getForm().getTextField('Text1');
    field.acroField.getWidgets()[0]?.dict.set(PDFName.of('F'), PDFNumber.of(2));
    expect((await readSheet(sheet)).formFields.map(({ name }) => name)).not.toContain('Text1');
  });

  it('B105: a value without a look of its own is read all the same', async () => {
    const sheet = await aForm();
    const field = sheet.document.getForm().getTextField('Text1');
    field.acroField.getWidgets()[0]?.dict.delete(PDFName.of('AP'));
    const bytes = await sheet.document.save({ updateFieldAppearances: false });
    expect((await firstPage(bytes)).formFields[0]?.value).toBe('Dana R. Fontenot');
  });

  it('B090: a form with printing limits, but no password to open it, is read', async () => {
    const sheet = await aForm();
    sheet.document.encrypt({ ownerPassword: 'owner', userPassword: '', permissions: { printing: false } });
    expect((await firstPage(await bytesOf(sheet))).formFields[0]?.value).toBe('Dana R. Fontenot');
  });
});
