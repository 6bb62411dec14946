import { describe, expect, it } from 'vitest';
import { openSheet } from '#test/fixtures/make/sheet.ts';
import { readPaper } from './reading-of.ts';

describe('the lines on a certificate', () => {
  it('close no cell between the edges of the sheet, which they do not reach', async () => {
    const sheet = await openSheet('Certificate');
    const [right, bottom] = [sheet.width - 2, sheet.height - 2];
    for (const x of [2, right]) sheet.rule({ x, y: 1 }, { x, y: bottom });
    const middle = sheet.width / 2;
    const lines = [
      ['Odile Fruge', 'Participant name'],
      ['Grounding Skills for Peer Workers', 'Title of training'],
      ['Cypress Wellness Education', 'Training provider'],
      ['March 14, 2026', 'Completion date'],
    ] as const;
    sheet.write('CONTINUING EDUCATION CERTIFICATE', { x: middle, y: 70 }, { size: 20, align: 'centre' });
    for (const [i, [text, caption]] of lines.entries()) {
      const y = 150 + i * 60;
      sheet.write(text, { x: middle, y }, { size: 14, align: 'centre' });
      sheet.rule({ x: 50, y: y + 6 }, { x: sheet.width - 50, y: y + 6 });
      sheet.write(caption, { x: middle, y: y + 18 }, { size: 9, align: 'centre' });
    }
    const { values } = await readPaper(await sheet.save());
    expect(values).toMatchObject({
      attendeeName: 'Odile Fruge',
      courseTitle: 'Grounding Skills for Peer Workers',
      provider: 'Cypress Wellness Education',
      completedOn: '2026-03-14',
    });
  });

  it('part labels from their values where the outer frame of the table was not seen', async () => {
    const sheet = await openSheet('Certificate');
    sheet.write('Thank you for attending!', { x: 50, y: 60 }, { size: 18 });
    sheet.write('Dear Odile Fruge,', { x: 50, y: 90 }, { size: 11 });
    sheet.write('This message confirms that you attended the live webinar below.', { x: 50, y: 110 }, { size: 11 });
    const facts = [
      ['Webinar title', 'Whole Health Planning'],
      ['Hosted by', 'Cypress Wellness Education'],
      ['Date', 'March 14, 2026'],
      ['Time credited', '90 minutes'],
    ] as const;
    for (const [i, [label, value]] of facts.entries()) {
      const y = 160 + i * 28;
      sheet.write(label, { x: 60, y }, { size: 11 });
      sheet.write(value, { x: 210, y }, { size: 11 });
      sheet.rule({ x: 50, y: y + 14 }, { x: 500, y: y + 14 });
    }
    sheet.rule({ x: 50, y: 146 }, { x: 500, y: 146 });
    sheet.rule({ x: 200, y: 140 }, { x: 200, y: 260 });
    const { values } = await readPaper(await sheet.save());
    expect(values).toMatchObject({
      attendeeName: 'Odile Fruge',
      courseTitle: 'Whole Health Planning',
      provider: 'Cypress Wellness Education',
      completedOn: '2026-03-14',
      hours: '1.5',
    });
  });
});
