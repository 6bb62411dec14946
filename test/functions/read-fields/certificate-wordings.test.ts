import { describe, expect, it } from 'vitest';
import { openSheet } from '#test/fixtures/make/sheet.ts';
import { readPaper } from './reading-of.ts';

type Line = readonly [text: string, size?: number];

/** Lines one below the other, centred. */
async function printed(lines: readonly Line[]): Promise<Uint8Array> {
  const sheet = await openSheet('Certificate', { landscape: true });
  let y = 60;
  for (const [text, size = 11] of lines) {
    sheet.write(text, { x: sheet.width / 2, y }, { size, align: 'centre' });
    y += size * 1.9;
  }
  return sheet.save();
}

describe('the words of a certificate', () => {
  it('of a learning platform: "hereby certifies that … has successfully completed … on … for …"', async () => {
    const { kind, values } = await readPaper(
      await printed([
        ['Cypress Academy', 14],
        ['hereby certifies that'],
        ['JANE A. DOE', 24],
        ['has successfully completed'],
        ['Suicide Prevention: Zero Suicide for Peers', 20],
        ['on 3/4/2026 for 1.50 hours'],
        ['Certificate # 88-123-XY', 9],
      ]),
    );
    expect(kind).toBe('certificate');
    expect(values).toMatchObject({
      attendeeName: 'JANE A. DOE',
      courseTitle: 'Suicide Prevention: Zero Suicide for Peers',
      provider: 'Cypress Academy',
      completedOn: '2026-03-04',
      hours: '1.5',
      certificateId: '88-123-XY',
    });
  });

  it('without the word certificate: "Congratulations … you have completed"', async () => {
    const { kind, values } = await readPaper(
      await printed([
        ['Congratulations, Jane Doe!', 22],
        ['You have successfully completed'],
        ['Hearing Voices: A Peer Approach', 20],
        ['Completion date: 2026-06-01'],
        ['Credits: 2 CE credits'],
        ['Delta Learning Online', 12],
      ]),
    );
    expect(kind).toBe('certificate');
    expect(values).toMatchObject({
      attendeeName: 'Jane Doe',
      courseTitle: 'Hearing Voices: A Peer Approach',
      completedOn: '2026-06-01',
      hours: '2',
    });
  });

  it('with a title over two lines and a short year', async () => {
    const { values } = await readPaper(
      await printed([
        ['Certificate of Attendance', 24],
        ['Awarded to'],
        ['Jane Doe', 20],
        ['for participation in the training'],
        ['Building Trust with Young Adults, Their', 18],
        ['Families and Their Schools', 18],
        ['Provider: Northlake Youth Network'],
        ['Date of completion: 8/9/26'],
        ['CEUs awarded: 5'],
      ]),
    );
    expect(values).toMatchObject({
      courseTitle: 'Building Trust with Young Adults, Their Families and Their Schools',
      completedOn: '2026-08-09',
      hours: '5',
      creditUnit: 'CEU',
    });
  });
});

describe('a doubt is said', () => {
  const certificate = (...lines: Line[]) =>
    printed([
      ['Certificate of Completion', 24],
      ['Jane Doe', 20],
      ['completed the training'],
      ['Wellness Tools', 18],
      ...lines,
      ['Peer Voice Institute'],
    ]);
  const doubtsOf = async (...lines: Line[]) => {
    const { extract } = await readPaper(await certificate(...lines));
    return { fields: extract.fields, reasons: extract.reasons.map(({ code, field }) => `${code} ${field}`) };
  };

  it('where only a date of issue is printed', async () => {
    const { fields, reasons } = await doubtsOf(['Date issued: 06/02/2026'], ['Hours: 2']);
    expect(fields.completedOn).toMatchObject({ value: '2026-06-02' });
    expect(fields.completedOn?.confidence).toBeLessThan(0.6);
    expect(reasons).toEqual(['low-confidence completedOn']);
  });

  it('where the printed day does not exist', async () => {
    const { fields, reasons } = await doubtsOf(['on 02/30/2026'], ['Hours: 2']);
    expect(fields.completedOn).toMatchObject({ value: null, raw: '02/30/2026' });
    expect(reasons).toEqual(['low-confidence completedOn']);
  });

  it('where another date of the paper is day first', async () => {
    const { fields, reasons } = await doubtsOf(['on 03/04/2026'], ['Issued: 25/04/2026'], ['Hours: 2']);
    expect(fields.completedOn).toMatchObject({ value: '2026-04-03' });
    expect(reasons).toEqual(['date-ambiguous completedOn']);
  });

  it('where more hours are printed than a day can hold', async () => {
    expect((await doubtsOf(['on 02/03/2026'], ['Hours: 24'])).reasons).toEqual(['unit-ambiguous hours']);
    expect((await doubtsOf(['on February 3-5, 2026'], ['Hours: 24'])).reasons).toEqual([]);
  });

  it('where two different amounts are printed', async () => {
    const { fields, reasons } = await doubtsOf(['on 02/03/2026'], ['Contact hours: 3'], ['Credit hours: 5']);
    expect(fields.hours?.confidence).toBeLessThan(0.6);
    expect(reasons).toEqual(['low-confidence hours']);
  });

  it('but an expiry date is none', async () => {
    const { fields, reasons } = await doubtsOf(['June 2, 2026'], ['Expires: June 2, 2028'], ['Hours: 4']);
    expect(fields.completedOn).toMatchObject({ value: '2026-06-02' });
    expect(reasons).toEqual([]);
  });
});
