import { rgb } from '@cantoo/pdf-lib';
import { openSheet, type Sheet } from '#test/fixtures/make/sheet.ts';

/** Yes and no in the ways forms ask for them. Every name is made up. */
const circle = ({ page, height }: Sheet, x: number, y: number) =>
  page.drawEllipse({ x, y: height - y, xScale: 13, yScale: 9, borderWidth: 1.2, borderColor: rgb(0, 0, 0) });

/** Questions in rows, "Yes" and "No" once over two columns of boxes. */
export async function columnsOfAnswers(): Promise<Uint8Array> {
  const sheet = await openSheet('Application');
  sheet.write('Application for Peer Support Specialist Training', { x: 50, y: 60 }, { size: 16 });
  sheet.write('Name: Ida Comeaux', { x: 50, y: 100 });
  sheet.write('Yes', { x: 350, y: 140 });
  sheet.write('No', { x: 450, y: 140 });
  const questions = [
    { lines: ['Do you identify as a person with', 'lived experience of a mental health', 'challenge?'], isYes: true },
    { lines: ['I have been in recovery for twelve', 'months or longer.'], isYes: false },
  ];
  let y = 170;
  for (const { lines, isYes } of questions) {
    for (const [i, line] of lines.entries()) sheet.write(line, { x: 50, y: y + i * 13 });
    sheet.tickBox({ x: 354, y: y + 3 }, isYes);
    sheet.tickBox({ x: 453, y: y + 3 }, !isYes);
    y += 60;
  }
  return sheet.save();
}

/** "Yes / No" behind each question; a stroke around the one that is meant, or around none. */
export async function circledWords(): Promise<Uint8Array> {
  const sheet = await openSheet('Application');
  sheet.write('Application for Peer Support Specialist Training', { x: 50, y: 60 }, { size: 16 });
  sheet.write('Name: Ida Comeaux', { x: 50, y: 100 });
  sheet.write('Do you have lived experience?', { x: 50, y: 140 });
  sheet.write('Yes / No', { x: 260, y: 140 });
  circle(sheet, 292, 137);
  sheet.write('Have you been in recovery for at least 12 months?', { x: 50, y: 170 });
  sheet.write('Yes / No', { x: 330, y: 170 });
  return sheet.save();
}
