import { openSheet, type Sheet } from '#test/fixtures/make/sheet.ts';

/** Report and guidance forms in layouts of our own, each as a real PDF. Every name and training is made up. */
export async function tableWithoutLines(): Promise<Uint8Array> {
  const sheet = await openSheet('CE log');
  sheet.write('2026 Continuing Education Report and Ethics Attestation', { x: 60, y: 60 }, { face: 'bold', size: 15 });
  const facts: [string, string, number, number][] = [
    ['Participant name', 'Theodore B. Landry Jr.', 60, 92],
    ['Email address', 'tblandry@example.org', 330, 92],
    ['Cell phone', '504.555.0142', 60, 126],
    ['Agency', 'Bywater Peer House', 330, 126],
    ['Date initial peer training completed', 'June 3, 2021', 60, 160],
    ['Credential held', 'RPSS', 330, 160],
  ];
  for (const [label, value, x, y] of facts) {
    sheet.write(label, { x, y }, { size: 8 });
    sheet.write(value, { x, y: y + 14 }, { size: 11 });
  }
  const columns: [string, number, number][] = [
    ['Training title', 60, 190],
    ['Sponsoring organization', 262, 120],
    ['Date(s)', 392, 80],
    ['Hrs', 480, 20],
    ['E/C', 512, 20],
    ['Pre-approved', 536, 60],
  ];
  for (const [text, x] of columns) sheet.write(text, { x, y: 210 }, { face: 'bold', size: 8.5 });
  const rows = [
    [
      'Confidentiality in Rural Communities: What Peers Need to Know Before Sharing',
      'Bayou Teche Training Cooperative',
      '02/14/2026',
      '3',
      'E',
      'Y',
    ],
    ['Grief Groups', 'Lafourche Learning Lab', '3/5/2026', '2.25', 'C', 'Y'],
    [
      'Introduction to Whole Health Planning for Peer Specialists',
      'Bayou Teche Training Cooperative',
      '11/02/2026',
      '5',
      'C',
      'N',
    ],
  ];
  let y = 230;
  for (const row of rows) {
    const ends = row.map((text, c) =>
      sheet.paragraph(text, { x: columns[c]?.[1] ?? 0, y }, columns[c]?.[2] ?? 50, { size: 9.5 }),
    );
    y = Math.max(...ends) + 8;
  }
  sheet.write('Total hours: 10.25', { x: 392, y: y + 14 }, { size: 10 });
  sheet.write('Ethics hours: 3', { x: 392, y: y + 30 }, { size: 10 });
  sheet.write('[X]', { x: 60, y: y + 60 }, { size: 10 });
  sheet.write(
    'I certify that I follow the code of ethics and that this report is accurate.',
    { x: 80, y: y + 60 },
    { size: 10 },
  );
  sheet.write('/s/ Theodore B. Landry Jr.', { x: 62, y: y + 108 }, { face: 'italic', size: 12 });
  sheet.rule({ x: 60, y: y + 112 }, { x: 300, y: y + 112 });
  sheet.write('Participant signature', { x: 60, y: y + 124 }, { size: 8 });
  sheet.write('12/15/2026', { x: 362, y: y + 108 }, { size: 11 });
  sheet.rule({ x: 360, y: y + 112 }, { x: 480, y: y + 112 });
  sheet.write('Date', { x: 360, y: y + 124 }, { size: 8 });
  return sheet.save();
}

/** A row of form fields to tick, `ticked` of them ticked. */
function ticks(
  sheet: Sheet,
  texts: readonly string[],
  at: { x: number; y: number; step: number },
  ticked: number,
): void {
  texts.forEach((text, i) => {
    const box = sheet.pdf.getForm().createCheckBox(`Check Box ${at.x}.${at.y}.${i}`);
    box.addToPage(sheet.page, sheet.up({ x: at.x + i * at.step, y: at.y, width: 10, height: 10 }));
    if (i === ticked) box.check();
    sheet.write(text, { x: at.x + 15 + i * at.step, y: at.y + 9 }, { size: 9 });
  });
}

const blockFields = ['Course title', 'Provider', 'Date completed', 'CE hours'] as const;

/** Blocks of opaque form fields: two trainings filled in, the third left empty; the form is not signed. */
export async function blocksOfFields(): Promise<Uint8Array> {
  const sheet = await openSheet('Form');
  const form = sheet.pdf.getForm();
  let number = 1;
  const field = (x: number, y: number, width: number, value: string | null) => {
    const box = form.createTextField(`Text${number++}`);
    if (value) box.setText(value);
    box.addToPage(sheet.page, {
      ...sheet.up({ x, y: y - 12, width, height: 16 }),
      borderWidth: 0.5,
      font: sheet.font('sans'),
    });
  };
  const labelled = (label: string, x: number, y: number, width: number, value: string | null) => {
    sheet.write(label, { x, y }, { size: 9 });
    field(x + 110, y, width, value);
  };
  sheet.write('CEU Report Form', { x: 60, y: 60 }, { face: 'bold', size: 18 });
  labelled('Your full name', 60, 90, 180, 'Ngoc Tran');
  labelled('For calendar year', 370, 90, 60, '2026');
  labelled('E-mail', 60, 112, 180, 'ngoc@example.com');
  labelled('Telephone', 370, 112, 90, '(985) 555-0111');
  labelled('Place of employment', 60, 134, 180, null);
  labelled('Initial training date', 370, 134, 90, '10/01/2022');
  sheet.write('I am a:', { x: 60, y: 156 }, { size: 9 });
  ticks(
    sheet,
    ['Peer support specialist (RPSS)', 'Family peer support specialist (RFPSS)'],
    { x: 110, y: 147, step: 190 },
    1,
  );
  const trainings = [
    ['Sibling Support Basics', 'Family Voices Academy', '2026-04-02', '4'],
    ['Ethics at the Kitchen Table', 'Family Voices Academy', '2026-05-11', '3.5'],
    [null, null, null, null],
  ];
  for (const [i, values] of trainings.entries()) {
    const y = 190 + i * 120;
    sheet.write(`Training ${['one', 'two', 'three'][i]}`, { x: 60, y }, { face: 'bold', size: 11 });
    for (const [f, label] of blockFields.entries()) labelled(label, 70, y + 20 + f * 20, 220, values[f] ?? null);
    sheet.write('Category:', { x: 420, y: y + 20 }, { size: 9 });
    ticks(sheet, ['Ethics', 'Core'], { x: 420, y: y + 31, step: 60 }, [1, 0][i] ?? -1);
  }
  labelled('Total CEUs', 60, 560, 50, '7.5');
  labelled('Total ethics CEUs', 300, 560, 50, '3.5');
  const attest = form.createCheckBox('cb9');
  attest.addToPage(sheet.page, sheet.up({ x: 60, y: 591, width: 10, height: 10 }));
  sheet.write(
    'I attest that I abide by the code of ethics and that the information above is true.',
    { x: 76, y: 600 },
    { size: 9 },
  );
  labelled('Signature', 60, 640, 180, null);
  labelled('Date', 370, 640, 90, null);
  form.updateFieldAppearances(sheet.font('sans'));
  return sheet.save();
}

function ruled(
  sheet: Sheet,
  columns: readonly (readonly [string, number, number])[],
  top: number,
  rows: readonly (readonly string[])[],
): number {
  [columns.map(([text]) => text), ...rows].forEach((texts, r) => {
    columns.forEach(([, x, width], c) => {
      sheet.frame({ x, y: top + r * 30, width, height: 30 });
      sheet.paragraph(texts[c] ?? '', { x: x + 3, y: top + r * 30 + 12 }, width - 6, {
        size: 8.5,
        face: r === 0 ? 'bold' : 'sans',
      });
    });
  });
  return top + (rows.length + 1) * 30;
}

const splitColumns = [
  ['Date', 50, 70],
  ['Name of workshop', 120, 200],
  ['Presented by', 320, 130],
  ['Ethics hours', 450, 50],
  ['Core hours', 500, 50],
] as const;

/** Hours of ethics and of core topics in two columns, over two pages; the attestation is on the second. */
export async function twoColumnsOfHoursOnTwoPages(): Promise<Uint8Array> {
  const sheet = await openSheet('Report');
  sheet.write('Annual CEU Report', { x: 50, y: 60 }, { face: 'bold', size: 18 });
  sheet.write('Name: Clarence Ardoin', { x: 50, y: 90 });
  sheet.write('Reporting Year: 2026', { x: 330, y: 90 });
  sheet.write('Credential: RPSS', { x: 50, y: 108 });
  sheet.write('Phone:', { x: 330, y: 108 });
  ruled(sheet, splitColumns, 130, [
    ['Jan 9, 2026', 'Dignity of Risk', 'Atchafalaya Institute', '2', ''],
    ['Feb 20-21, 2026', 'Running a Drop-in Center', 'Atchafalaya Institute', '', '6.5'],
  ]);
  sheet.write('Page 1 of 2', { x: 500, y: 770 }, { size: 8 });
  const second = await openSheet('Report');
  const below = ruled(second, splitColumns, 60, [
    ['Mar 3, 2026', 'Mandated Reporting for Peers', 'Sabine Center', '1', ''],
  ]);
  second.write('Total CEUs: 9.5', { x: 330, y: below + 20 });
  second.write('Total ethics CEUs: 3', { x: 330, y: below + 36 });
  second.tickBox({ x: 50, y: below + 60 }, true);
  second.write('I affirm that I uphold the code of ethics and that all entries are complete and true.', {
    x: 66,
    y: below + 68,
  });
  second.write('Signature:', { x: 50, y: below + 110 });
  second.rule({ x: 105, y: below + 113 }, { x: 300, y: below + 113 });
  second.sign('Clarence Ardoin', { x: 120, y: below + 110 }, 120);
  second.write('Date:', { x: 330, y: below + 110 });
  second.rule({ x: 360, y: below + 113 }, { x: 460, y: below + 113 });
  second.write('December 1, 2026', { x: 364, y: below + 110 });
  second.write('Page 2 of 2', { x: 500, y: 770 }, { size: 8 });
  return joined([sheet, second]);
}

/** Several sheets as the pages of one file. */
export async function joined(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const [first, ...others] = sheets;
  if (first === undefined) throw new Error('no sheets');
  for (const other of others) {
    const [page] = await first.pdf.copyPages(other.pdf, [0]);
    if (page) first.pdf.addPage(page);
  }
  return first.save();
}

export async function guidanceWithLines(): Promise<Uint8Array> {
  const sheet = await openSheet('Guidance');
  sheet.write('RPSS Guidance for CEUs and Record Keeping', { x: 60, y: 60 }, { face: 'bold', size: 16 });
  sheet.write('Complete one form for each training that was not prior approved.', { x: 60, y: 78 }, { size: 9 });
  const facts = [
    ['1. Name of specialist', 'Beatrice Comeaux'],
    ['2. Name of training', 'Clay and Calm'],
    ['3. Sponsoring organization', 'St. Martin Arts Guild'],
    ['4. Date of training', 'September 9, 2026'],
    ['5. Number of hours', 'two (2)'],
    ['6. Number of ethics hours', 'zero'],
    ['7. Which core competency does it address?', 'Supports recovery planning'],
  ];
  facts.forEach(([label = '', value = ''], i) => {
    const y = 112 + i * 26;
    sheet.write(label, { x: 60, y }, { size: 10 });
    sheet.rule({ x: 270, y: y + 3 }, { x: 550, y: y + 3 });
    sheet.write(value, { x: 275, y: y - 1 }, { face: 'mono', size: 10 });
  });
  sheet.write('8. Were you required by your employer to take this training?', { x: 60, y: 306 }, { size: 10 });
  sheet.tickBox({ x: 370, y: 297 }, false);
  sheet.write('Yes', { x: 384, y: 306 }, { size: 10 });
  sheet.tickBox({ x: 420, y: 297 }, true);
  sheet.write('No', { x: 434, y: 306 }, { size: 10 });
  sheet.write('How does this training support your work with peers?', { x: 60, y: 336 }, { size: 10 });
  sheet.write('I use it in my Thursday group.', { x: 60, y: 354 }, { face: 'mono', size: 10 });
  sheet.write('Signed', { x: 60, y: 420 }, { size: 10 });
  sheet.rule({ x: 100, y: 423 }, { x: 300, y: 423 });
  sheet.write('Date', { x: 330, y: 420 }, { size: 10 });
  sheet.rule({ x: 360, y: 423 }, { x: 460, y: 423 });
  sheet.write('12/02/2026', { x: 366, y: 419 }, { face: 'mono', size: 10 });
  return sheet.save();
}
