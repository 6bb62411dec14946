import { describe, expect, it } from 'vitest';
import { schoolDiploma, trainingApplication, treatmentLetter } from '#test/fixtures/make/application-papers.ts';
import {
  bandCertificate,
  conferenceCertificate,
  diplomaCertificate,
  labelCertificate,
  letterCertificate,
  webinarCertificate,
} from '#test/fixtures/make/certificates.ts';
import type { Certificate, Guidance, Paper, Report } from '#test/fixtures/make/content.ts';
import { coverLetter, fillableGuidance } from '#test/fixtures/make/other-papers.ts';
import { blockReport } from '#test/fixtures/make/report-blocks.ts';
import { fillableReport } from '#test/fixtures/make/report-fillable.ts';
import { opaqueReport } from '#test/fixtures/make/report-opaque.ts';
import { typedReport } from '#test/fixtures/make/report-table.ts';
import { wordCertificate, wordGuidance, wordReport } from '#test/fixtures/make/word-papers.ts';
import { readPaper } from './reading-of.ts';

const letters = (value: unknown) => String(value ?? '').replace(/[^\p{L}\p{N}.]/gu, ''); // prettier-ignore

async function mistakesIn(paper: Paper): Promise<string[]> {
  const { kind, values, extract } = await readPaper(paper.bytes, paper.mediaType);
  const mistakes = paper.kind.includes(kind) ? [] : [`${paper.layout} is called ${kind}`];
  for (const [field, value] of Object.entries(paper.fields)) {
    if (letters(values[field]) !== letters(value)) mistakes.push(`${paper.layout} ${field}: ${String(values[field])}`);
  }
  if (extract.trainings.length !== paper.rows.length)
    mistakes.push(`${paper.layout}: ${extract.trainings.length} rows`);
  paper.rows.forEach((row, i) => {
    const read = extract.trainings[i];
    const found = read && [read.title, read.provider, read.completedOn, read.hours, read.category, read.priorApproved];
    const wanted = [row.title, row.provider, row.completedOn, row.hours, row.category, row.priorApproved];
    if (letters(found?.map(({ value }) => value)) !== letters(wanted)) mistakes.push(`${paper.layout} row ${i + 1}`);
  });
  return mistakes;
}

const certificates: readonly Certificate[] = [
  {
    attendeeName: 'Marie-Claire Thibodeaux',
    courseTitle: 'Motivational Interviewing',
    provider: 'Bayou Peer Academy',
    completedOn: '2026-03-04',
    hours: '2.5',
  },
  {
    attendeeName: 'José R. O’Neal Jr.',
    courseTitle: 'Walking With Others: Trauma-Informed Practice for Peer Supporters',
    provider: 'Delta Wellness Training Network',
    completedOn: '2026-11-12',
    hours: '12',
    ethicsHours: '3',
  },
];

describe('every layout of certificate in which our own sample mails are made', () => {
  const layouts = [diplomaCertificate, labelCertificate, bandCertificate, letterCertificate, webinarCertificate];
  it.each(layouts.map((layout) => [layout.name, layout] as const))(
    '%s is read without a mistake',
    async (_name, layout) => {
      for (const certificate of certificates) expect(await mistakesIn(await layout(certificate))).toEqual([]);
    },
  );

  it('is read from a Word file as well', async () => {
    for (const certificate of certificates) expect(await mistakesIn(wordCertificate(certificate))).toEqual([]);
  });

  it('is read with its sessions where it is a conference’s', async () => {
    const sessions = [
      { title: 'Opening plenary', hours: '1', ethics: false },
      { title: 'Ethics round table', hours: '1', ethics: true },
      { title: 'Harm reduction basics', hours: '2', ethics: false },
    ];
    const [certificate] = certificates;
    if (certificate === undefined) throw new Error('no certificate');
    const conference = {
      ...certificate,
      courseTitle: 'Bayou Peer Days 2026',
      startedOn: '2026-03-03',
      hours: '4',
      ethicsHours: '1',
      sessions,
    };
    expect(await mistakesIn(await conferenceCertificate(conference))).toEqual([]);
  });
});

const rows: Report['rows'] = [
  {
    title: 'Ethics I',
    provider: 'NAMI',
    completedOn: '2026-01-08',
    hours: '3',
    category: 'ethics',
    priorApproved: true,
  },
  {
    title: 'Walking With Others: Trauma-Informed Practice for Peer Supporters',
    provider: 'Delta Wellness Training Network',
    completedOn: '2026-05-04',
    hours: '4.25',
    category: 'core',
    priorApproved: true,
  },
  {
    title: 'Motivational Interviewing',
    provider: 'Red Stick Coalition',
    completedOn: '2026-08-08',
    hours: '3',
    category: 'core',
    priorApproved: false,
  },
];
const reports: readonly Report[] = [
  {
    reportingYear: '2026',
    legalName: 'Dana R. Fontenot',
    email: 'dana.fontenot@example.com',
    phone: '(225) 555-0188',
    credentialType: 'RPSS',
    initialTrainingDate: '2019-04-12',
    employer: 'Bayou House Recovery',
    totalHours: '10.25',
    totalEthicsHours: '3',
    attestationChecked: true,
    signature: 'drawn',
    signatureDate: '2026-12-04',
    rows,
  },
  {
    reportingYear: '2026',
    legalName: 'Jean-Luc Guidry',
    email: 'jl@example.org',
    phone: '337-555-0100',
    credentialType: 'RFPSS',
    initialTrainingDate: '2020-01-31',
    employer: null,
    totalHours: '3',
    totalEthicsHours: '3',
    attestationChecked: false,
    signature: null,
    signatureDate: null,
    rows: rows.slice(0, 1),
  },
];

describe('every layout of report in which our own sample mails are made', () => {
  const layouts = [
    fillableReport,
    opaqueReport,
    typedReport,
    blockReport,
    async (report: Report) => wordReport(report),
  ];
  it.each(layouts.map((layout) => [layout.name || 'wordReport', layout] as const))(
    '%s is read without a mistake',
    async (_name, layout) => {
      for (const report of reports) expect(await mistakesIn(await layout(report))).toEqual([]);
    },
  );
});

describe('the other papers of our own sample mails', () => {
  const guidance: Guidance = {
    legalName: 'Dana R. Fontenot',
    email: 'dana.fontenot@example.com',
    courseTitle: 'Drumming Circles',
    provider: 'Blue Heron Arts',
    completedOn: '2026-10-15',
    hours: '3',
    ethicsHours: '0',
    competency: 'Supports recovery planning',
    reason: 'It helps me sit with people who have no words yet.',
    mandatoryForJob: true,
    signatureDate: '2026-12-10',
  };

  it('are read without a mistake: guidance forms, an application, a diploma', async () => {
    const application = {
      legalName: 'Corinne Malveaux',
      dateOfBirth: '1990-08-21',
      email: 'corinne@example.com',
      phone: '337-555-0177',
      parish: 'St. Landry',
      educationLevel: 'High school diploma',
      signatureDate: '2026-11-25',
    };
    const papers = [
      await fillableGuidance(guidance),
      await fillableGuidance({ ...guidance, mandatoryForJob: false }),
      wordGuidance(guidance),
      await trainingApplication(application),
      await schoolDiploma('Corinne Malveaux', 'Plaisance High School', '2008-05-16'),
      await coverLetter('Jeanne Trahan', '2026-12-01'),
    ];
    const mistakes = await Promise.all(papers.map(mistakesIn));
    expect(mistakes.flat()).toEqual([]);
  });

  it('are private where they are about treatment', async () => {
    const { kind, extract } = await readPaper((await treatmentLetter('Corinne Malveaux', '2023-04-14')).bytes);
    expect(kind).toBe('other');
    expect(extract).toEqual({ fields: {}, trainings: [], sessions: [], reasons: [] });
  });
});
