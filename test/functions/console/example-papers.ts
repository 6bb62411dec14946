import { aPaper, type Paper, type PrintedLine } from '#test/builders/a-paper.ts';

/** A certificate as a training provider prints it. */
export function certificatePaper(print: {
  title: string;
  person: string;
  day: string;
  hours: string;
  provider?: string;
}): Promise<Paper> {
  return aPaper(
    [
      {
        text: print.provider ?? 'Bayou Recovery Institute',
        left: 0.32,
        top: 0.14,
        size: 20,
        bold: true,
        name: 'provider',
      },
      { text: 'Certificate of Completion', left: 0.26, top: 0.24, size: 26 },
      { text: 'This certifies that', left: 0.4, top: 0.33 },
      { text: print.person, left: 0.33, top: 0.37, size: 22, bold: true, name: 'attendeeName' },
      { text: 'has completed the training', left: 0.37, top: 0.44 },
      { text: print.title, left: 0.2, top: 0.48, size: 18, bold: true, name: 'courseTitle' },
      { text: 'Completed on:', left: 0.3, top: 0.58 },
      { text: print.day, left: 0.46, top: 0.58, name: 'completedOn' },
      { text: 'Contact hours:', left: 0.3, top: 0.62 },
      { text: print.hours, left: 0.46, top: 0.62, name: 'hours' },
      { text: 'M. Landry, Training Director', left: 0.3, top: 0.78, name: 'signaturePresent' },
    ],
    [0.775],
  );
}

export type ReportLine = { title: string; provider: string; day: string; hours: string; kind: string };

/** A report form: the person's own facts above, one line a training below. Row 1 is named row1-title and so on. */
export function reportPaper(person: string, rows: readonly ReportLine[]): Promise<Paper> {
  const head: PrintedLine[] = [
    { text: 'Continuing Education Reporting Form', left: 0.06, top: 0.06, size: 18, bold: true },
    { text: 'Name:', left: 0.06, top: 0.13 },
    { text: person, left: 0.2, top: 0.13, name: 'legalName' },
    { text: 'Credential:', left: 0.06, top: 0.16 },
    { text: 'RPSS', left: 0.2, top: 0.16, name: 'credentialType' },
    { text: 'Report year:', left: 0.06, top: 0.19 },
    { text: '2026', left: 0.2, top: 0.19, name: 'reportingYear' },
    { text: 'E-mail:', left: 0.5, top: 0.13 },
    { text: 'dana.fontenot@example.org', left: 0.62, top: 0.13, name: 'email' },
    { text: 'Total hours:', left: 0.5, top: 0.16 },
    { text: '10.5', left: 0.62, top: 0.16, name: 'totalHours' },
    { text: 'Ethics hours:', left: 0.5, top: 0.19 },
    { text: '3', left: 0.62, top: 0.19, name: 'totalEthicsHours' },
    { text: 'Training', left: 0.06, top: 0.26, bold: true },
    { text: 'Provider', left: 0.44, top: 0.26, bold: true },
    { text: 'Date', left: 0.68, top: 0.26, bold: true },
    { text: 'Hours', left: 0.8, top: 0.26, bold: true },
    { text: 'Kind', left: 0.88, top: 0.26, bold: true },
  ];
  const lines = rows.flatMap((row, index): PrintedLine[] => {
    const at = { top: 0.3 + index * 0.04, size: 11 };
    const name = (part: string) => `row${index + 1}-${part}`;
    return [
      { ...at, text: row.title, left: 0.06, name: name('title') },
      { ...at, text: row.provider, left: 0.44, name: name('provider') },
      { ...at, text: row.day, left: 0.68, name: name('completedOn') },
      { ...at, text: row.hours, left: 0.8, name: name('hours') },
      { ...at, text: row.kind, left: 0.88, name: name('category') },
    ];
  });
  const signed: PrintedLine = { text: 'Dana Fontenot', left: 0.2, top: 0.86, size: 14, name: 'signaturePresent' };
  return aPaper(
    [...head, ...lines, { text: 'Signature:', left: 0.06, top: 0.86 }, signed],
    [0.285, ...rows.map((_, index) => 0.325 + index * 0.04)],
  );
}
