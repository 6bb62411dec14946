import { describe, expect, it } from 'vitest';
import { extractDocument } from '#functions/read-fields/extract-document.ts';
import { openSheet } from '#test/fixtures/make/sheet.ts';
import { readingOf } from './reading-of.ts';

/** Two columns so close that nothing shows where one certificate ends. */
async function twoOnASheet(second: readonly string[]) {
  const sheet = await openSheet('Certificates', { landscape: true });
  const first = [
    'Certificate of Attendance',
    'Awarded to Odile Fruge',
    'for completing Grounding Skills',
    'on March 14, 2026',
    'Earned: 2 contact hours',
  ]; // prettier-ignore
  for (const [at, lines] of [first, second].entries())
    for (const [i, line] of lines.entries())
      sheet.write(line, { x: 60 + at * 330, y: 80 + i * 26 + at * 6 }, { size: 13 });
  const reading = await readingOf(await sheet.save());
  return extractDocument(reading.pages, 'certificate');
}

describe('a page with two certificates that is read as one', () => {
  it('gives no value that is believed, and asks a person to take it apart', async () => {
    for (const name of ['Camille Roy', 'Odile Fruge']) {
      const { fields, reasons } = await twoOnASheet([
        'Certificate of Completion',
        `Awarded to ${name}`,
        'for completing Peer Ethics',
        'on May 2, 2026',
        'Earned: 6 contact hours',
      ]); // prettier-ignore
      expect(Object.values(fields).every(({ confidence }) => confidence < 0.6)).toBe(true);
      expect(reasons).toContainEqual(expect.objectContaining({ code: 'needs-human-decision' }));
    }
  });

  it('is one certificate where the second column only tells more of the first', async () => {
    const { fields, reasons } = await twoOnASheet([
      'Grounding Skills',
      'March 14, 2026',
      '2 contact hours',
      '1 hour of ethics',
    ]); // prettier-ignore
    expect(fields.attendeeName?.confidence).toBeGreaterThan(0.9);
    expect(reasons.filter(({ code }) => code === 'needs-human-decision')).toEqual([]);
  });
});
