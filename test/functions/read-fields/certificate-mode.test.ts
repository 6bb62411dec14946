import { describe, expect, it } from 'vitest';
import { openSheet } from '#test/fixtures/make/sheet.ts';
import { readPaper } from './reading-of.ts';

/** A plain certificate, with a line on how the training was held, and its title. */
async function modeOn(line: string, title = 'Walking Beside Somebody'): Promise<unknown> {
  const sheet = await openSheet('Certificate', { landscape: true });
  const lines = [
    'Cypress Academy',
    'Certificate of Completion',
    'This certifies that',
    'Jane A. Doe',
    'has successfully completed',
    title,
    'on March 4, 2026 and has earned 3 contact hours',
    line,
  ];
  lines.forEach((text, i) => {
    sheet.write(text, { x: sheet.width / 2, y: 60 + i * 40 }, { size: i === 5 ? 20 : 12, align: 'centre' });
  });
  const { values } = await readPaper(await sheet.save());
  expect(values).toMatchObject({ courseTitle: title, hours: '3', completedOn: '2026-03-04' });
  return values.deliveryMode;
}

describe('how a training was held, as its certificate says', () => {
  it.each([
    ['Format: live webinar', 'live online'],
    ['Delivered face-to-face in Baton Rouge', 'in person'],
    ['This was an in-person training.', 'in person'],
    ['Self-paced online course', 'self paced'],
    ['Home study (on-demand)', 'self paced'],
  ])('"%s" is %s', async (line, mode) => {
    expect(await modeOn(line)).toBe(mode);
  });

  it.each([
    ['Webinar'],
    ['Online training'],
    ['This was not an in-person training.'],
    ['Format: in person / live webinar / self-paced'],
    ['Approved for continuing education'],
  ])('"%s" does not say it', async (line) => {
    expect(await modeOn(line)).toBeUndefined();
  });

  it('is not taken from the title: a training about meeting face-to-face may have been held anywhere', async () => {
    expect(await modeOn('Approved for continuing education', 'Peer Support Face-to-Face and by Phone')).toBeUndefined();
  });
});
