import type { Chance } from '../chance.ts';

/** Forms say the same thing in different words: each layout picks its own by its name. */
const wordings = {
  legalName: [
    'Legal name',
    'Full legal name',
    'Name (as on your credential)',
    'Your name',
    'Peer specialist name',
    'Printed name',
  ],
  reportingYear: ['Reporting year', 'Calendar year reported', 'Year', 'CE year', 'Report for calendar year'],
  email: ['Email', 'E-mail address', 'Email address', 'Preferred email'],
  phone: ['Phone', 'Telephone', 'Daytime phone', 'Cell phone', 'Phone number'],
  credentialType: ['Credential', 'Credential type', 'I hold the credential', 'Type of credential'],
  initialTrainingDate: [
    'Initial training date',
    'Date of initial training',
    'Initial peer training completed',
    'Date you completed initial training',
  ],
  employer: ['Employer', 'Current employer', 'Agency / employer', 'Place of employment'],
  totalHours: ['Total hours', 'Total CE hours', 'Total number of hours', 'Grand total hours', 'Total hours reported'],
  totalEthicsHours: ['Total ethics hours', 'Ethics hours', 'Of these, ethics hours', 'Total hours in ethics'],
  signature: ['Signature', 'Your signature', 'Applicant signature', 'Signature of specialist', 'Signed'],
  signatureDate: ['Date', 'Date signed', "Today's date", 'Signature date'],
  day: ['Date', 'Date completed', 'Completion date', 'Date(s) taken'],
  title: ['Training title', 'Title of training', 'Course title', 'Name of training', 'Training'],
  provider: ['Provider', 'Training provider', 'Sponsor', 'Provided by', 'Organization'],
  hours: ['Hours', 'CE hours', 'Hrs', 'Contact hours', 'No. of hours'],
  category: ['Ethics or core', 'Category', 'Type', 'Ethics / Core'],
  approved: ['Prior approved?', 'Pre-approved', 'Approved in advance?', 'Prior approval'],
  courseTitle: ['Title of training', 'Training title', 'Name of the training', 'Course title'],
  completedOn: ['Date completed', 'Date of training', 'Completion date', 'Date attended'],
  hoursClaimed: ['Hours claimed', 'Number of hours', 'CEU hours requested', 'Total hours'],
  ethicsHours: ['Ethics hours claimed', 'Of which ethics hours', 'Number of ethics hours', 'Ethics hours'],
  competency: [
    'Core competency addressed',
    'Core competency',
    'Competency area',
    'Which core competency does it address?',
  ],
  mandatory: [
    'Was this training mandatory for your job?',
    'Did your employer require this training?',
    'Is this training required by your employer?',
  ],
  dateOfBirth: ['Date of birth', 'Birth date', 'DOB'],
  parish: ['Parish', 'Parish of residence', 'Parish where you live'],
  educationLevel: ['Highest level of education', 'Education level', 'Highest education completed'],
  livedExperience: [
    'Do you identify as a person with lived experience of a mental health or substance use challenge?',
    'I have lived experience with recovery from a mental health or substance use condition.',
  ],
  familyExperience: [
    'Do you have lived experience as a parent or caregiver of a child with behavioral health needs?',
    'I am or was the parent or caregiver of a child who received services. (lived experience)',
  ],
  recovery: [
    'Have you been in recovery for at least 12 months?',
    'I have been in recovery for twelve months or longer.',
  ],
  caregiving: ['Months of caregiver experience', 'Caregiver experience (in months)', 'Number of months as caregiver'],
  attest: [
    'I attest that I have read and will follow the Code of Ethics and that everything above is true.',
    'I have read the Code of Ethics for peer support and agree to abide by it.',
    'By checking this box I attest that the information in this report is correct and that I keep to the code of ethics.',
    'Ethics attestation: I affirm that I completed the trainings listed and follow the ethical standards of my credential.',
  ],
  attestQuestion: [
    'Do you attest that you have read and will follow the Code of Ethics?',
    'I attest that I have read the Code of Ethics and that this report is true.',
  ],
  reportTitle: [
    'Continuing Education Report',
    'Annual CEU Reporting Form',
    'CE Reporting Form and Ethics Attestation',
    'Report of Continuing Education Hours',
    'Peer Specialist Continuing Education Log',
    'Yearly Continuing Education Record',
  ],
  guidanceTitle: [
    'Guidance for CEUs and Record Keeping',
    'CEU Guidance and Record Keeping Form',
    'Record Keeping Form: Training Not Prior Approved',
  ],
  applicationTitle: [
    'Application for Peer Support Specialist Training',
    'Peer Support Specialist Training Application',
    'RPSS Training Application',
  ],
  familyTitle: [
    'Family Peer Support Specialist Training Application',
    'Application for RFPSS Training',
    'RFPSS Training: Application',
  ],
} as const;
export type Wording = keyof typeof wordings;

export function wordsOf(chance: Chance): (wording: Wording) => string {
  const chosen = new Map<Wording, string>();
  return (wording) => {
    const text = chosen.get(wording) ?? chance.pick<string>(wordings[wording]);
    chosen.set(wording, text);
    return text;
  };
}
