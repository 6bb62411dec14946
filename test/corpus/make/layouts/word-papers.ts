import type { DocumentKind } from '#shared/domain/document.ts';
import { guidanceFields, type Paper as MadePaper, reportFields } from '#test/fixtures/make/content.ts';
import { checkControl, docx, paragraph, run, table } from '#test/fixtures/make/docx.ts';
import { wordCertificate, wordGuidance, wordReport } from '#test/fixtures/make/word-papers.ts';
import type { Chance } from '../chance.ts';
import { someApplication, someGuidance } from '../content/application-content.ts';
import { someCertificate, truthOfCertificate } from '../content/certificate-content.ts';
import { someReport } from '../content/report-content.ts';
import { written } from '../content/written.ts';
import type { DocumentTruth } from '../paper.ts';

/** Papers made in Word: those of the fixtures, and plainer ones without boxes to fill in. */
export type WordLayout = {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly split: 'fit' | 'held';
  make(chance: Chance): { bytes: Uint8Array; documents: readonly DocumentTruth[] };
};

const line = (label: string, value: string | null) =>
  paragraph([run({ text: `${label}: `, bold: true }), run({ text: value ?? '' })]);
const heading = (text: string) => paragraph([run({ text, bold: true, size: 17 })]);
const cells = (texts: readonly string[], bold = false) => texts.map((text) => paragraph([run({ text, bold })]));

function one(
  kind: DocumentKind,
  bytes: Uint8Array,
  fields: DocumentTruth['fields'],
  trainings: DocumentTruth['trainings'] = [],
) {
  return { bytes, documents: [{ pages: [1, 1] as const, kind, fields, trainings }] };
}

const made = (kind: DocumentKind, paper: MadePaper) => one(kind, paper.bytes, paper.fields, paper.rows);

export const wordLayouts: readonly WordLayout[] = [
  {
    name: 'word-report-boxes',
    kind: 'ce-report',
    split: 'fit',
    make: (chance) => made('ce-report', wordReport(someReport(chance))),
  },
  { name: 'word-report-plain', kind: 'ce-report', split: 'held', make: plainReport },
  {
    name: 'word-certificate',
    kind: 'certificate',
    split: 'fit',
    make: (chance) => made('certificate', wordCertificate(someCertificate(chance))),
  },
  { name: 'word-certificate-table', kind: 'certificate', split: 'held', make: tableCertificate },
  { name: 'word-guidance', kind: 'ceu-guidance', split: 'fit', make: signedGuidance },
  { name: 'word-application', kind: 'training-application', split: 'held', make: plainApplication },
];

function signedGuidance(chance: Chance) {
  const content = someGuidance(chance);
  return one('ceu-guidance', wordGuidance(content).bytes, guidanceFields(content));
}

function plainReport(chance: Chance) {
  const report = someReport(chance);
  const rows = report.rows.map((row) =>
    cells([
      row.title,
      row.provider,
      written(row.completedOn, 'brief'),
      row.hours,
      row.category === 'ethics' ? 'Ethics' : 'Core',
    ]),
  );
  const body = [
    heading('Annual Continuing Education Report'),
    line('Name', report.legalName),
    line('Calendar year', report.reportingYear),
    line('Email', report.email),
    line('Phone', report.phone),
    line('Credential type', report.credentialType),
    line('Initial training date', written(report.initialTrainingDate, 'words')),
    line('Employer', report.employer),
    table([cells(['Training', 'Provider', 'Date', 'Hours', 'Category'], true), ...rows], [3600, 2600, 1500, 900, 1200]),
    line('Total hours', report.totalHours),
    line('Total ethics hours', report.totalEthicsHours),
    paragraph([
      checkControl('attest', report.attestationChecked),
      run({ text: ' I attest that I have read and follow the Code of Ethics.' }),
    ]),
    line('Signature', report.signature === null ? null : `/s/ ${report.legalName}`),
    line('Date signed', report.signatureDate && written(report.signatureDate, 'slashed')),
  ];
  const trainings = report.rows.map(({ priorApproved: _, ...row }) => row);
  return one('ce-report', docx(body), reportFields(report), trainings);
}

function tableCertificate(chance: Chance) {
  const content = someCertificate(chance, { id: true });
  const facts = [
    ['Participant', content.attendeeName],
    ['Training', content.courseTitle],
    ['Provider', content.provider],
    ['Date of completion', written(content.completedOn, 'words')],
    ['Contact hours', content.hours],
    ['Certificate number', content.certificateId ?? ''],
  ] as const;
  const body = [
    heading('Certificate of Completion'),
    table(
      facts.map((fact) => cells(fact)),
      [3000, 6400],
    ),
  ];
  return one('certificate', docx(body), truthOfCertificate(content));
}

function plainApplication(chance: Chance) {
  const { caregiverExperienceMonths: _, employer, ...content } = someApplication(chance);
  const yesNo = (question: string, answer: boolean) =>
    paragraph([
      run({ text: `${question}  ` }),
      checkControl('yes', answer),
      run({ text: ' Yes   ' }),
      checkControl('no', !answer),
      run({ text: ' No' }),
    ]);
  const body = [
    heading('Peer Support Specialist Training Application'),
    line('Legal name', content.legalName),
    line('Date of birth', written(content.dateOfBirth, 'slashed')),
    line('Email', content.email),
    line('Phone', content.phone),
    line('Parish', content.parish),
    line('Employer', employer),
    line('Highest level of education', content.educationLevel),
    yesNo('Do you identify as a person with lived experience?', content.livedExperience),
    yesNo('Have you been in recovery for at least 12 months?', content.recoveryTwelveMonths),
    line('Signature', content.signaturePresent ? `/s/ ${content.legalName}` : null),
    line('Date signed', content.signatureDate && written(content.signatureDate, 'slashed')),
  ];
  return one('training-application', docx(body), content);
}
