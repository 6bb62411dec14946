import { html } from 'hono/html';
import type { FieldValue, Witness } from '#shared/domain/document.ts';
import { type Html, nothing } from './html.ts';
import { said, visibleText } from './said.ts';
import { shortDay } from './time-words.ts';

/** What a form's reader would call each field. */
const labels: Readonly<Record<string, string>> = {
  attendeeName: 'Name on certificate',
  courseTitle: 'Training',
  provider: 'Provider',
  completedOn: 'Finished on',
  startedOn: 'Started on',
  hours: 'Hours',
  ethicsHours: 'Ethics hours',
  creditUnit: 'Unit of hours',
  certificateId: 'Certificate number',
  signaturePresent: 'Signed',
  signatureDate: 'Date signed',
  reportingYear: 'Report year',
  legalName: 'Legal name',
  email: 'E-mail',
  phone: 'Phone',
  credentialType: 'Credential',
  initialTrainingDate: 'First training finished on',
  employer: 'Employer',
  totalHours: 'Total hours',
  totalEthicsHours: 'Total ethics hours',
  attestationChecked: 'Ethics statement ticked',
  competency: 'Core competency',
  mandatoryForJob: 'Required for the job',
  dateOfBirth: 'Date of birth',
  parish: 'Parish',
  educationLevel: 'Education',
  livedExperience: 'Lived experience stated',
  recoveryTwelveMonths: 'Twelve months in recovery stated',
  caregiverExperienceMonths: 'Months as a caregiver',
  unansweredQuestions: 'Questions left open',
  classWished: 'Class wished',
  appliedFor: 'Heading of the form',
  holderName: 'Name on paper',
  institution: 'School',
  evidenceType: 'Kind of evidence',
  awardedOn: 'Awarded on',
};

/** "ethicsHours" → "Ethics hours"; a name that is not in the list is taken apart at its capitals. */
export function fieldLabel(name: string): string {
  if (Object.hasOwn(labels, name)) return labels[name] ?? name;
  const words = visibleText(name, 60)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The value in words, and beneath it the text on the page where that reads differently. */
export function fieldValue(field: FieldValue): Html {
  const words = valueInWords(field.value);
  const shown = words === null ? html`<span class="desk-none">nothing written</span>` : said(words, 500);
  return html`${shown}${onThePage(field)}${secondLook(field)}${asRead(field)}`;
}

/** The text on the page, where it reads differently from the value. */
export function onThePage({ raw, value }: FieldValue): Html {
  const isAlike = raw === null || isSameText(raw, valueInWords(value)) || isSameText(raw, value);
  if (isAlike || isMark(raw)) return nothing;
  return html`<span class="desk-printed">on the page: “${said(raw, 500)}”</span>`;
}

/** What the machine had made of a place, where a person said otherwise. */
function asRead(field: FieldValue): Html {
  if (field.asRead === undefined || field.asRead.value === field.value) return nothing;
  const words = valueInWords(field.asRead.value);
  return html`<span class="desk-printed">the machine read: ${words === null ? 'nothing written' : html`“${said(words, 500)}”`}</span>`;
}

const isNotAlike = ({ verdict }: Witness) => verdict === 'differs' || verdict === 'overruled';
const isMark = (raw: string | null) => raw === '[x]' || raw === '[ ]';

/** What another look at the same place made of it, where that speaks against the value. */
export function secondLook({ witness }: FieldValue): Html {
  if (witness === undefined || witness.raw === null || !isNotAlike(witness)) return nothing;
  const marks: Readonly<Record<string, string>> = { '[x]': 'something written', '[ ]': 'nothing written' };
  const mark = marks[witness.raw];
  const seen = mark === undefined ? html`“${said(witness.raw, 500)}”` : mark;
  return html`<span class="desk-printed desk-second">another look saw: ${seen}</span>`;
}

/** How the page was read, and whether two looks agree: beneath how sure a value is. */
export function sourceWords({ source, witness }: FieldValue): string {
  if (witness?.verdict === 'agrees') return 'seen twice, alike';
  if (witness !== undefined && isNotAlike(witness)) return 'seen twice, not alike';
  const media: Readonly<Record<string, string>> = {
    ocr: 'seen once on a picture',
    'form-fields': 'from a form field',
    'text-layer': 'from the text of the file',
    person: 'said by a person of the office',
  };
  return media[source?.medium ?? ''] ?? '';
}

export function valueInWords(value: FieldValue['value']): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value === 'ethics' || value === 'core') return value === 'ethics' ? 'Ethics' : 'Core';
  return shortDay(value);
}

function isSameText(raw: string, value: FieldValue['value']): boolean {
  return typeof value === 'string' && raw.trim().toLowerCase() === value.trim().toLowerCase();
}
