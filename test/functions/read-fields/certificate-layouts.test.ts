import { describe, expect, it } from 'vitest';
import { openSheet } from '#test/fixtures/make/sheet.ts';
import { readPaper } from './reading-of.ts';

type Line = string | readonly [text: string, size: number];

/** Lines one below the other, centred. */
async function certificate(lines: readonly Line[]) {
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

const layouts: [title: string, lines: Line[], fields: Record<string, unknown>][] = [
  [
    'the name above what it is recognised for, letters behind it, and the day in words',
    [
      ['Bayou Recovery Alliance', 18],
      ['CERTIFICATE OF COMPLETION', 26],
      ['Marcus T. Hebert, CPSS', 28],
      'is recognized for the successful completion of',
      ['Grounding Skills for Peer Workers', 20],
      'Given this 4th day of March, 2026',
      'one and one-half (1.5) contact hours',
      ['Program Director', 9],
    ],
    {
      attendeeName: 'Marcus T. Hebert',
      courseTitle: 'Grounding Skills for Peer Workers',
      provider: 'Bayou Recovery Alliance',
      completedOn: '2026-03-04',
      hours: '1.5',
    },
  ],
  [
    'minutes before the word webinar',
    [
      ['Certificate of Attendance', 26],
      'This is to certify that',
      ['Luz Marina Ortega-Pratt', 24],
      'attended a 90-minute webinar',
      ['Listening Without Fixing', 20],
      'presented by Gulf Coast Peer Institute',
      'on April 9, 2026',
    ],
    {
      attendeeName: 'Luz Marina Ortega-Pratt',
      courseTitle: 'Listening Without Fixing',
      provider: 'Gulf Coast Peer Institute',
      hours: '1.5',
    },
  ],
  [
    'ornaments about the name and the facts in one line of dots',
    [
      ['Certificate of Completion', 26],
      'proudly presented to',
      ['~ Delphine Roy ~', 26],
      'for completing the training',
      ['Boundaries in Practice', 20],
      'February 7, 2026 • 2 contact hours • Cane River Peer Academy',
    ],
    {
      attendeeName: 'Delphine Roy',
      courseTitle: 'Boundaries in Practice',
      provider: 'Cane River Peer Academy',
      completedOn: '2026-02-07',
      hours: '2',
    },
  ],
  [
    'the part that counts as ethics in a sentence of its own',
    [
      ['Cane River Peer Academy', 14],
      ['Trauma and the Body', 26],
      ['Certificate of Participation', 16],
      ['Delphine Roy', 22],
      'Completed: 02/07/2026',
      'Credit earned: 2 1/2 hours',
      'Of these, 1 hour qualifies as ethics',
    ],
    { courseTitle: 'Trauma and the Body', hours: '2.5', ethicsHours: '1' },
  ],
  [
    'days over two months and a year right above the hours',
    [
      ['Certificate of Completion', 26],
      'is hereby granted to',
      ['Delphine Roy', 22],
      'who has completed all requirements of the',
      ['Certified Recovery Coach Academy', 22],
      'held January 12 through March 2, 2026',
      'Total hours of instruction: 30',
      'Ethics: 6 hours',
      'Conducted by the Ouachita Learning Center',
    ],
    {
      courseTitle: 'Certified Recovery Coach Academy',
      provider: 'Ouachita Learning Center',
      startedOn: '2026-01-12',
      completedOn: '2026-03-02',
      hours: '30',
      ethicsHours: '6',
    },
  ],
  [
    'Spanish, with "del" in the name of who gave it',
    [
      ['Centro de Apoyo del Sur', 16],
      ['Certificado de Finalización', 28],
      'Se otorga el presente certificado a',
      ['José Ángel Muñoz', 26],
      'por haber completado satisfactoriamente la capacitación',
      ['Ética y Límites en el Apoyo entre Pares', 20],
      'Fecha: 4 de marzo de 2026',
      'HORAS DE CONTACTO: 3',
    ],
    {
      attendeeName: 'José Ángel Muñoz',
      courseTitle: 'Ética y Límites en el Apoyo entre Pares',
      provider: 'Centro de Apoyo del Sur',
      completedOn: '2026-03-04',
      hours: '3',
      creditUnit: 'contact hours',
    },
  ],
  [
    'Spanish, for taking part, over two days',
    [
      ['Red Latina de Recuperación', 16],
      ['CERTIFICADO DE PARTICIPACIÓN', 28],
      'Otorgado a',
      ['Marisol Peña Rivas', 26],
      'Por su participación en el taller',
      ['Escucha Activa', 20],
      'Los días 4 y 5 de marzo de 2026',
      'con una duración de 2 horas y media',
    ],
    {
      attendeeName: 'Marisol Peña Rivas',
      courseTitle: 'Escucha Activa',
      provider: 'Red Latina de Recuperación',
      startedOn: '2026-03-04',
      completedOn: '2026-03-05',
      hours: '2.5',
    },
  ],
  [
    'a series of sessions, and a sponsor that looks like a person',
    [
      ['Webinar Series Certificate', 24],
      ['Percy Guidroz', 22],
      'has completed 4 sessions of',
      ['The Peer Workforce Series', 20],
      'between February 3 and March 10, 2026',
      'for a total of 6.0 hours',
      'Sponsoring organization: Teche Action',
    ],
    {
      attendeeName: 'Percy Guidroz',
      courseTitle: 'The Peer Workforce Series',
      provider: 'Teche Action',
      startedOn: '2026-02-03',
      completedOn: '2026-03-10',
      hours: '6',
    },
  ],
];

describe('a certificate is read with', () => {
  it.each(layouts)('%s', async (_title, lines, fields) => {
    const { kind, values, extract } = await certificate(lines);
    expect(kind).toBe('certificate');
    expect(values).toMatchObject(fields);
    expect(extract.reasons).toEqual([]);
  });

  it('what it means printed in the middle below lines that reach across the page', async () => {
    const sheet = await openSheet('Certificate');
    sheet.write('CONTINUING EDUCATION CERTIFICATE', { x: 306, y: 70 }, { size: 20, align: 'centre' });
    const places = [
      ['Geraldine Kennerson', 'Participant name'],
      ['Garden Groups in Recovery', 'Title of training'],
      ['Teche Community Gardens', 'Training provider'],
      ['07/18/2025', 'Completion date'],
      ['4.5', 'Contact hours'],
    ] as const;
    for (const [i, [value, caption]] of places.entries()) {
      const y = 140 + i * 58;
      sheet.write(value, { x: 306, y }, { size: 14, align: 'centre' });
      sheet.rule({ x: 50, y: y + 5 }, { x: 562, y: y + 5 });
      sheet.write(caption, { x: 306, y: y + 17 }, { size: 9, align: 'centre' });
    }
    expect((await readPaper(await sheet.save())).values).toMatchObject({
      attendeeName: 'Geraldine Kennerson',
      courseTitle: 'Garden Groups in Recovery',
      provider: 'Teche Community Gardens',
      completedOn: '2025-07-18',
      hours: '4.5',
    });
  });

  it('its sessions line by line, where they add up to the whole', async () => {
    const lines: Line[] = [
      ['Gulf States Recovery Conference 2026', 22],
      'Certificate of Attendance',
      ['Harold Landrieu', 22],
      'attended the following sessions on October 7-8, 2026:',
      'Peer Values in Practice - 1.5 hours',
      'Ethics: Lines We Do Not Cross - 2 hours',
      'Building Coalitions - 1 hour',
    ];
    const whole = await certificate([...lines, 'Total: 4.5 contact hours']);
    expect(whole.extract.sessions.map(({ title, hours, ethics }) => [title.value, hours.value, ethics])).toEqual([
      ['Peer Values in Practice', '1.5', null],
      ['Ethics: Lines We Do Not Cross', '2', true],
      ['Building Coalitions', '1', null],
    ]);
    // the line below begins with "Ethics", but says nothing of the hours above
    expect(whole.values.ethicsHours).toBeUndefined();
    expect((await certificate([...lines, 'Total: 6 contact hours'])).extract.sessions).toEqual([]);
  });
});
