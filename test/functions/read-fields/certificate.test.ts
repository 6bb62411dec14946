import { describe, expect, it } from 'vitest';
import {
  captionsUnderLines,
  inSpanish,
  printedMail,
  sentenceOverLines,
  shoutingWithOrders,
  tickedSessions,
  twoUnits,
} from './certificates-on-paper.ts';
import { readPaper } from './reading-of.ts';

describe('a certificate is read whatever its layout', () => {
  it('where captions stand under the lines that they name', async () => {
    const { kind, values } = await readPaper(await captionsUnderLines());
    expect(kind).toBe('certificate');
    expect(values).toMatchObject({
      attendeeName: 'Renée Boudreaux-Hall',
      courseTitle: 'Setting Limits with Kindness',
      provider: 'Tangipahoa Peer Alliance',
      completedOn: '2026-04-18',
      hours: '1.5',
    });
  });

  it('where one sentence runs over many lines, with "Ms." before the name and the title in two lines', async () => {
    const { kind, values } = await readPaper(await sentenceOverLines());
    expect(kind).toBe('certificate');
    expect(values).toMatchObject({
      attendeeName: 'Yolanda M. Prudhomme',
      courseTitle: 'Power, Consent and Confidentiality: Ethics for the Peer Workforce',
      provider: 'Gulf South School of Peer Studies',
      completedOn: '2026-03-04',
      hours: '6',
      ethicsHours: '2',
      signaturePresent: true,
    });
  });

  it('in Spanish', async () => {
    const { kind, values } = await readPaper(await inSpanish());
    expect(kind).toBe('certificate');
    expect(values).toMatchObject({
      attendeeName: 'María Fernanda de la Cruz',
      courseTitle: 'Apoyo entre Pares y Cultura',
      provider: 'Centro Comunitario Río Rojo',
      completedOn: '2026-05-12',
      hours: '2',
    });
  });

  it('as a mail printed to PDF, whose own date is not the training’s', async () => {
    const { kind, values } = await readPaper(await printedMail());
    expect(kind).toBe('certificate');
    expect(values).toMatchObject({
      attendeeName: 'Desmond Thibodaux',
      courseTitle: 'Peer Support on College Campuses',
      provider: 'Cypress Learning Network',
      completedOn: '2026-05-06',
      hours: '1.5',
      certificateId: 'CW-553-9981',
    });
  });

  it('all in capitals; orders to the reader printed on it are text and change nothing', async () => {
    const { values, extract } = await readPaper(await shoutingWithOrders());
    expect(values).toMatchObject({
      attendeeName: 'OCTAVIA GUILLORY',
      courseTitle: 'TELLING YOUR STORY SAFELY',
      provider: 'DELTA RECOVERY FOUNDATION',
      completedOn: '2026-02-11',
      hours: '3',
    });
    expect(JSON.stringify(extract)).not.toContain('2026-01-01');
  });
});

describe('the hours of a certificate', () => {
  it('given in tenths of a CEU are converted, kept as printed, and left to a person', async () => {
    const { values, extract } = await readPaper(await twoUnits());
    expect(values).toMatchObject({
      hours: '4',
      creditUnit: 'IACET CEU',
      completedOn: '2026-07-09',
      certificateId: 'MOA-2026-88171',
    });
    expect(extract.fields.hours?.raw).toBe('0.4 CEU');
    expect(extract.fields.hours?.confidence).toBeLessThan(0.9);
    expect(extract.reasons.map((reason) => reason.code)).toEqual(['unit-ambiguous']);
  });

  it('of a conference are those of the sessions that are ticked, and the ethics hours those of its ethics sessions', async () => {
    const { values, extract } = await readPaper(await tickedSessions());
    expect(values).toMatchObject({
      hours: '4.75',
      ethicsHours: '2',
      startedOn: '2026-09-30',
      completedOn: '2026-10-01',
    });
    expect(extract.sessions.map(({ title, ethics }) => [title.value, ethics])).toEqual([
      ['Opening: what keeps us going', false],
      ['When friends become clients', true],
      ['Warm lines at night', false],
    ]);
  });
});

describe('every value', () => {
  it('says where it stands, what is printed there and how sure it is', async () => {
    const { extract } = await readPaper(await captionsUnderLines());
    for (const field of Object.values(extract.fields)) {
      expect(field.page).toBe(1);
      expect(field.box?.every((part) => part >= 0 && part <= 1)).toBe(true);
      expect(field.raw).not.toBe('');
      expect(field.confidence).toBeGreaterThan(0.9);
    }
  });
});
