import { openSheet, type Sheet } from '#test/fixtures/make/sheet.ts';

/** Forms whose labels, values and headings were too long for their places. Every name is made up. */
const lines = (sheet: Sheet, texts: readonly string[], x: number, y: number, size = 9) => {
  for (const [i, text] of texts.entries()) sheet.write(text, { x, y: y + i * 11 }, { size });
};

const rows = [
  ['1', 'Ethics in Practice', 'Bayou Academy', '02/03/2026', '3', 'E', 'Yes'],
  ['2', 'Warm Lines', 'Delta Network', '06/20/2026', '2.5', 'C', 'No'],
] as const;
const columns = [50, 70, 200, 330, 400, 440, 500] as const;

function tableOfTrainings(sheet: Sheet, top: number): void {
  lines(sheet, ['Approved', 'in', 'advance?'], 500, top - 22);
  for (const [i, text] of ['#', 'Training', 'Provider', 'Date', 'Hours', 'Category'].entries())
    sheet.write(text, { x: columns[i] ?? 50, y: top }, { size: 9 });
  for (const [row, cells] of rows.entries()) {
    for (const [i, text] of cells.entries())
      sheet.write(text, { x: columns[i] ?? 50, y: top + 24 + row * 24 }, { size: 9 });
    sheet.rule({ x: 46, y: top + 8 + row * 24 }, { x: 570, y: top + 8 + row * 24 });
  }
  sheet.rule({ x: 46, y: top + 56 }, { x: 570, y: top + 56 });
}

/** Labels in narrow cells, a name of two lines over its line, headings of three lines, the sums in cells of their own. */
export async function reportOfNarrowCells(): Promise<Uint8Array> {
  const sheet = await openSheet('Report');
  sheet.write('Continuing Education Report and Ethics Attestation', { x: 50, y: 50 }, { size: 15 });
  const cells: [label: string[], value: string[]][] = [
    [['Peer', 'specialist', 'name'], ['Ruby Castille']],
    [['Calendar year', 'reported'], ['2026']],
    [['Initial peer', 'training', 'completed'], ['03/12/2019']],
    [['Current employer'], ['Bayou Lafourche Behavioral', 'Health']],
  ];
  for (const [i, [label, value]] of cells.entries()) {
    const [x, y] = [50 + (i % 2) * 260, 80 + Math.floor(i / 2) * 42];
    sheet.frame({ x, y, width: 80, height: 42 });
    sheet.frame({ x: x + 80, y, width: 180, height: 42 });
    lines(sheet, label, x + 5, y + 26 - (label.length - 1) * 5.5);
    lines(sheet, value, x + 86, y + 26 - (value.length - 1) * 5.5);
  }
  tableOfTrainings(sheet, 270);
  for (const [i, text] of ['Total hours', '5.5', 'Total ethics hours', '3'].entries()) {
    sheet.frame({ x: 46 + i * 131, y: 340, width: 131, height: 20 });
    sheet.write(text, { x: 52 + i * 131, y: 354 }, { size: 9 });
  }
  return sheet.save();
}

/** Captions under lines, some of them across the page, one of them a question; an employer set in two lines. */
export async function guidanceUnderLines(): Promise<Uint8Array> {
  const sheet = await openSheet('Guidance');
  sheet.write('Guidance for CEUs and Record Keeping', { x: 50, y: 50 }, { size: 15 });
  const places: [value: string, caption: string, x: number, y: number, width: number][] = [
    ['Ruby Castille', 'Legal name', 50, 100, 230],
    ['ruby@example.org', 'Email', 310, 100, 230],
    ['Grief, Loss and Peer Support', 'Title of training', 50, 140, 490],
    ['Bayou Academy', 'Training provider', 50, 180, 230],
    ['02/03/2026', 'Date of training', 310, 180, 230],
    ['3', 'Hours claimed', 50, 220, 230],
    ['1', 'Ethics hours claimed', 310, 220, 230],
    ['Values communication', 'Which core competency does it address?', 50, 260, 490],
    ['It helps me to listen.', 'How does this training support your peer work?', 50, 300, 490],
  ];
  for (const [value, caption, x, y, width] of places) {
    sheet.write(value, { x: x + 3, y });
    sheet.rule({ x, y: y + 4 }, { x: x + width, y: y + 4 });
    sheet.write(caption, { x, y: y + 13 }, { size: 8 });
  }
  return sheet.save();
}

/** A block for each training, its heading close under the frame, its last line close above. */
export async function framedBlocks(): Promise<Uint8Array> {
  const sheet = await openSheet('Report');
  sheet.write('Continuing Education Report and Ethics Attestation', { x: 50, y: 50 }, { size: 15 });
  sheet.write('Name: Ruby Castille', { x: 50, y: 80 });
  sheet.write('Employer:', { x: 50, y: 124 });
  sheet.write('Bayou Lafourche Behavioral', { x: 120, y: 111 });
  sheet.write('Health', { x: 120, y: 123 });
  sheet.rule({ x: 116, y: 127 }, { x: 270, y: 127 });
  const blocks = [
    ['Training 1', 'Title: Ethics in Practice', 'Provider: Bayou Academy', 'Date: 02/03/2026', 'Ethics or core: E'],
    ['Training 2', 'Title: Warm Lines', 'Provider: Delta Network', 'Date: 06/20/2026', 'Ethics or core: C'],
  ];
  for (const [at, texts] of blocks.entries()) {
    const top = 150 + at * 112;
    sheet.frame({ x: 50, y: top, width: 500, height: 104 });
    for (const [i, text] of [...texts, at === 0 ? 'CE hours: 3' : 'CE hours: 2.5'].entries())
      sheet.write(text, { x: 58, y: top + 14 + i * 17 });
  }
  return sheet.save();
}

/** A form to fill in whose rows have two boxes one below the other, of the last row too. */
export async function boxesInRows(): Promise<Uint8Array> {
  const sheet = await openSheet('Report');
  sheet.write('Continuing Education Report and Ethics Attestation', { x: 50, y: 50 }, { size: 15 });
  sheet.write('Name: Ruby Castille', { x: 50, y: 80 });
  const form = sheet.pdf.getForm();
  for (const [i, text] of ['Training', 'Provider', 'Date', 'Hours', 'Category'].entries())
    sheet.write(text, { x: [50, 200, 330, 400, 460][i] ?? 50, y: 118 }, { size: 9 });
  for (const [row, [, title, provider, day, hours, category]] of rows.entries()) {
    const top = 130 + row * 34;
    for (const [i, text] of [title, provider, day, hours].entries()) {
      const field = form.createTextField(`Text${row * 10 + i}`);
      field.setText(text);
      sheet.place(
        field,
        { x: [50, 200, 330, 400][i] ?? 50, y: top, width: [140, 120, 64, 40][i] ?? 40, height: 15 },
        9,
      );
    }
    for (const [i, word] of ['Eth', 'Core'].entries()) {
      const box = form.createCheckBox(`Box${row * 10 + i}`);
      const at = sheet.up({ x: 460, y: top + i * 14, width: 11, height: 11 });
      box.addToPage(sheet.page, { x: at.x, y: at.y, width: at.width, height: at.height });
      if ((category === 'E') === (i === 0)) box.check();
      sheet.write(word, { x: 476, y: top + 9 + i * 14 }, { size: 9 });
    }
  }
  sheet.write('Total hours: 5.5', { x: 50, y: 220 });
  return sheet.save();
}

/** Labels without colons in one column, values in the next; one was left empty, the label after it is unknown. */
export async function columnOfLabels(): Promise<Uint8Array> {
  const sheet = await openSheet('Report');
  sheet.write('Continuing Education Report and Ethics Attestation', { x: 50, y: 50 }, { size: 15 });
  const places = [
    ['Legal name', 'Ruby Castille'],
    ['Reporting year', '2026'],
    ['Email', 'ruby@example.org'],
    ['Phone', '225-555-0144'],
    ['Current employer', ''],
    ['Supervisor of record', 'Dana Wells'],
  ] as const;
  for (const [i, [label, value]] of places.entries()) {
    sheet.write(label, { x: 50, y: 80 + i * 18 });
    sheet.write(value, { x: 210, y: 80 + i * 18 });
  }
  tableOfTrainings(sheet, 260);
  return sheet.save();
}
