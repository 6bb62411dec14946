import { describe, expect, it } from 'vitest';
import { organisationAt } from '#functions/read-fields/organisation-phrases.ts';
import { openSheet } from '#test/fixtures/make/sheet.ts';
import { readPaper } from './reading-of.ts';

type Line = string | readonly [text: string, size: number];
type Place = readonly [text: string, x: number, y: number, size: number, align?: 'left' | 'centre' | 'right'];

const heading: Line = ['Certificate of Completion', 28];
const person: Line = ['Odile Fruge', 24];
const course: Line = ['Motivational Interviewing Refresher', 18];
const facts = { attendeeName: 'Odile Fruge', courseTitle: 'Motivational Interviewing Refresher', hours: '2' };

async function centred(lines: readonly Line[]) {
  const sheet = await openSheet('Certificate', { landscape: true });
  let y = 60;
  for (const line of lines) {
    const [text, size] = typeof line === 'string' ? ([line, 12] as const) : line;
    y += size * 0.9;
    sheet.write(text, { x: sheet.width / 2, y }, { size, align: 'centre' });
    y += size * 0.9;
  }
  return readPaper(await sheet.save());
}

async function strewn(places: readonly Place[]) {
  const sheet = await openSheet('Certificate', { landscape: true });
  for (const [text, x, y, size, align = 'left'] of places) sheet.write(text, { x, y }, { size, align });
  return readPaper(await sheet.save());
}

// none of the words of "Cypress Wellness Education" has to be known for it to be an organisation
const wordings: [how: string, lines: Line[]][] = [
  [
    'gives "a training of" its own',
    [
      heading,
      'This certifies that',
      person,
      'has completed',
      course,
      'a training of Cypress Wellness Education',
      'March 14, 2026   |   2 contact hours',
    ],
  ],
  [
    'is followed by the day',
    [
      heading,
      'This certifies that',
      person,
      'has completed',
      course,
      'offered by Cypress Wellness Education on Saturday, March 14, 2026',
      '2 contact hours',
    ],
  ],
  [
    'is followed by the town and the day',
    [
      ['CERTIFICATE', 30],
      'Odile Fruge attended "Motivational Interviewing Refresher," a 2-hour training',
      'presented by Cypress Wellness Education in Lafayette, Louisiana, on March 14, 2026.',
    ],
  ],
  [
    'is followed by its address',
    [
      heading,
      person,
      'completed',
      course,
      'on March 14, 2026 and earned 2.0 continuing education hours',
      ['Issued by Cypress Wellness Education · 12 Oak Street · Lafayette, LA 70501', 8],
    ],
  ],
  [
    'is followed by its partner',
    [
      heading,
      'is awarded to',
      person,
      'for completing',
      course,
      'presented by Cypress Wellness Education in partnership with Delta Health Network',
      'March 14, 2026',
      '2 hours',
    ],
  ],
  [
    'certifies it itself',
    [
      heading,
      'Cypress Wellness Education certifies that',
      person,
      'attended',
      course,
      'on 3/14/2026 for a total of 2 hours',
    ],
  ],
  [
    'awards it itself, above the heading',
    [
      ['Cypress Wellness Education', 14],
      'hereby awards this',
      heading,
      'to',
      person,
      'for attending the workshop',
      course,
      'held March 14, 2026',
      'Credit: 2.0 hours',
    ],
  ],
  [
    'brings it to you',
    [
      heading,
      'is awarded to',
      person,
      'for completing',
      course,
      'brought to you by the Cypress Wellness Education',
      'March 14, 2026',
      '2 hours',
    ],
  ],
  [
    'stands behind "through"',
    [
      heading,
      'This certifies that',
      person,
      'has completed Motivational Interviewing Refresher through Cypress Wellness Education',
      'March 14, 2026',
      '2 contact hours',
    ],
  ],
  [
    'awards it in Spanish',
    [
      ['Certificado', 28],
      'otorgado por Cypress Wellness Education a',
      person,
      'por su participación en',
      course,
      'Lafayette, Luisiana, 14 de marzo de 2026',
      '2 horas de educación continua',
    ],
  ],
]; // prettier-ignore

describe('who gave a training', () => {
  for (const [how, lines] of wordings) {
    it(`is read whole and alone where it ${how}`, async () => {
      const { values } = await centred(lines);
      expect(values).toMatchObject({ ...facts, provider: 'Cypress Wellness Education', completedOn: '2026-03-14' });
    });
  }

  it('is read in both of its lines, below a small label, to the left or to the right edge', async () => {
    for (const [x, align] of [
      [560, 'left'],
      [730, 'right'],
    ] as const) {
      const { values } = await strewn([
        ['Certificate of Completion', 60, 90, 26],
        ['Awarded to', 60, 130, 11],
        ['Odile Fruge', 60, 165, 24],
        ['for completing', 60, 200, 11],
        ['Motivational Interviewing Refresher', 60, 225, 16],
        ['Provided by', x, 130, 8, align],
        ['Cypress Wellness', x, 146, 11, align],
        ['Education', x, 160, 11, align],
        ['Date', x, 190, 8, align],
        ['March 14, 2026', x, 206, 11, align],
        ['Hours', x, 236, 8, align],
        ['2', x, 252, 11, align],
      ]); // prettier-ignore
      expect(values).toMatchObject({ ...facts, provider: 'Cypress Wellness Education', completedOn: '2026-03-14' });
    }
  });

  it('keeps the words of a name that could also end it', () => {
    for (const name of [
      'Center for Recovery in Louisiana',
      'Booker T. Washington High School',
      'Hope & Harbor Consulting, LLC',
      'St. Mary Council on Aging',
      'Peers at Work',
    ]) {
      expect(organisationAt(`${name} on May 3, 2026`).text).toBe(name);
      expect(organisationAt(name).text).toBe(name);
    } // prettier-ignore
  });
});

describe('captions under what they name, without lines', () => {
  it('name what stands above them, on the whole page', async () => {
    const { values } = await strewn([
      ['Certificate of Completion', 396, 100, 30, 'centre'],
      ['Odile Fruge', 396, 190, 20, 'centre'],
      ['Participant', 396, 208, 9, 'centre'],
      ['Motivational Interviewing Refresher', 396, 260, 16, 'centre'],
      ['Course title', 396, 276, 9, 'centre'],
      ['March 14, 2026', 200, 420, 12, 'centre'],
      ['Date of completion', 200, 434, 9, 'centre'],
      ['2', 396, 420, 12, 'centre'],
      ['Contact hours', 396, 434, 9, 'centre'],
      ['Cypress Wellness Education', 592, 420, 12, 'centre'],
      ['Training provider', 592, 434, 9, 'centre'],
    ]); // prettier-ignore
    expect(values).toMatchObject({ ...facts, provider: 'Cypress Wellness Education', completedOn: '2026-03-14' });
  });
});
