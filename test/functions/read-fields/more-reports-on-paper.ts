import { openSheet, type Sheet } from '#test/fixtures/make/sheet.ts';

/** Report forms in further layouts of our own. Every name and training is made up. */
async function openReport(): Promise<Sheet> {
  const sheet = await openSheet('Report');
  sheet.write('Continuing Education Report and Ethics Attestation', { x: 50, y: 50 }, { size: 15, face: 'bold' });
  sheet.write('Name: Ruby Castille', { x: 50, y: 80 });
  sheet.write('Reporting year: 2026', { x: 300, y: 80 });
  return sheet;
}

function close(sheet: Sheet, y: number): Promise<Uint8Array> {
  sheet.write('I attest that I follow the code of ethics and that this report is true. [X]', { x: 50, y });
  sheet.write('Signature: Ruby Castille    Date: 12/05/2026', { x: 50, y: y + 24 });
  return sheet.save();
}

/** Two blocks beside each other, two rows of them. */
export async function blocksSideBySide(): Promise<Uint8Array> {
  const sheet = await openReport();
  const blocks = [
    ['Ethics in Practice', 'Bayou Academy', '02/03/2026', '3', 'Ethics'],
    ['Recovery Planning Basics', 'Delta Network', '04/15/2026', '4', 'Core'],
    ['Warm Lines', 'Delta Network', '06/20/2026', '2.5', 'Core'],
    ['Crisis Calm', 'NAMI Louisiana', '09/01/2026', '1.5', 'Core'],
  ];
  const labels = ['Title', 'Provider', 'Date completed', 'Hours', 'Category'];
  for (const [i, values] of blocks.entries()) {
    const [x, y] = [i % 2 === 0 ? 50 : 320, 130 + Math.floor(i / 2) * 120];
    sheet.write(`Training ${i + 1}`, { x, y }, { face: 'bold' });
    for (const [j, value] of values.entries()) sheet.write(`${labels[j]}: ${value}`, { x, y: y + 16 * (j + 1) });
  }
  sheet.write('Total hours: 11', { x: 50, y: 380 });
  sheet.write('Total ethics hours: 3', { x: 300, y: 380 });
  return close(sheet, 410);
}

/** A narrow column for dates that run over two lines, and one column to cross for each kind. */
export async function columnsToCross(): Promise<Uint8Array> {
  const sheet = await openReport();
  const edges = [50, 70, 140, 330, 450, 500, 530, 560];
  const rows = [
    [['#'], ['Date(s)', 'attended'], ['Training/Workshop'], ['Sponsor'], ['Contact', 'hrs'], ['E'], ['C']],
    [
      ['1'],
      ['03/02/2026 -', '03/03/2026'],
      ['Grief and Growth for Peer', 'Specialists'],
      ['Acadiana Peer Exchange'],
      ['6.0'],
      [''],
      ['X'],
    ],
    [['2'], ['September', '11, 2026'], ['Boundaries Refresher'], ['Gulf Institute'], ['3'], ['X'], ['']],
    [['3'], ['10/08/2026'], ['Group Skills'], ['Gulf Institute'], ['2.25'], [''], ['X']],
  ];
  let y = 130;
  for (const row of rows) {
    for (const [i, lines] of row.entries()) {
      const x = edges[i] ?? 0;
      sheet.frame({ x, y, width: (edges[i + 1] ?? 0) - x, height: 26 });
      for (const [k, line] of lines.entries()) sheet.write(line, { x: x + 2, y: y + 11 + k * 10 }, { size: 8 });
    }
    y += 26;
  }
  sheet.write('TOTAL CONTACT HOURS', { x: 50, y: y + 16 });
  sheet.write('11.25', { x: 530, y: y + 16 });
  sheet.write('Of which ethics', { x: 50, y: y + 34 });
  sheet.write('3', { x: 530, y: y + 34 });
  return close(sheet, y + 70);
}

/** Each training on two lines to write on, with what they mean printed small below, and boxes for the kind. */
export async function captionsUnderBlocks(): Promise<Uint8Array> {
  const sheet = await openReport();
  const trainings = [
    { texts: ['Ethics of Helping', 'Bayou Academy', 'March 3, 2026', '3'], isEthics: true },
    { texts: ['Motivating Change', 'Pelican Institute', 'May 9, 2026', '5'], isEthics: false },
  ];
  const captions = ['Name of training', 'Sponsor', 'Date completed', 'CE hours'];
  let y = 140;
  for (const { texts, isEthics } of trainings) {
    for (const [i, text] of texts.entries()) {
      const [x, baseline] = [i % 2 === 0 ? 50 : 315, y + (i < 2 ? 0 : 38)];
      sheet.write(text, { x: x + 5, y: baseline }, { face: 'mono' });
      sheet.rule({ x, y: baseline + 3 }, { x: x + (i === 3 ? 85 : 240), y: baseline + 3 });
      sheet.write(captions[i] ?? '', { x, y: baseline + 13 }, { size: 8 });
    }
    sheet.tickBox({ x: 420, y: y + 32 }, isEthics);
    sheet.write('Ethics', { x: 434, y: y + 40 }, { size: 9 });
    sheet.tickBox({ x: 480, y: y + 32 }, !isEthics);
    sheet.write('Core', { x: 494, y: y + 40 }, { size: 9 });
    y += 84;
  }
  return close(sheet, y + 20);
}
