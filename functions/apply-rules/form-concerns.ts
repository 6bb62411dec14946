import { likenessToAny } from '#shared/domain/name-match.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { agreeingFrom } from '#shared/domain/unsure-name.ts';
import { credentialOf, type Programme } from '#shared/rules/programme.ts';
import { attestationOf, type CaseClaims } from './case-claims.ts';
import { type ClaimDocument, fieldOf, isSeenOnly, readingsOf, type Training, textOf, yesNoOf } from './claim.ts';
import { type Concern, concern } from './concern.ts';
import { formBefore, secondPageConcerns } from './second-pages.ts';

type About = { person: Specialist; programme: Programme; unread: number };

/** What stands against a certificate while no form is there that could list its training; null when one is. */
export function noFormConcern({ forms }: CaseClaims, unread: number): Concern | null {
  if (forms.length > 0) return null;
  return unread > 0
    ? concern('low-confidence', 'The form that lists your trainings is not read yet.')
    : concern('missing-report', 'Your continuing education report form is missing.');
}

/** What is wrong with the report forms of the year: the newest ones speak, older ones are only looked at for a signature. */
export function formConcerns(claims: CaseClaims, about: About): Concern[] {
  const { forms } = claims;
  const elsewhere = claims.otherYears.map((report) =>
    concern(
      'out-of-period',
      'A form in this e-mail is about another year; a person will look.',
      report,
      'reportingYear',
    ),
  );
  const missing = elsewhere.length === 0 && about.unread === 0 ? noFormConcern(claims, about.unread) : null;
  if (missing) return [missing];
  const doubts = forms.flatMap(({ doubt }) => (doubt ? [doubt] : []));
  if (forms.length === 0 || doubts.length > 0) return [...elsewhere, ...doubts];
  return [
    ...elsewhere,
    ...forms.flatMap(readingConcerns),
    ...forms.flatMap((form) => whoseConcerns(form, forms, about)),
    ...attestationConcerns(claims),
  ];
}

/** The name stands on the first page; a page that came as a photo of its own goes with the only form of the mail. */
function whoseConcerns(form: ClaimDocument, forms: readonly ClaimDocument[], about: About): Concern[] {
  const first = formBefore(form, forms);
  if (first) return secondPageConcerns(form, first);
  return [...nameConcerns(form, about), ...credentialConcerns(form, about)];
}

/** What the office has on file already need not be legible on a form: nothing is judged by it. */
const onFile: ReadonlySet<string> = new Set(['email', 'phone', 'employer', 'initialTrainingDate']);

function readingConcerns(form: ClaimDocument): Concern[] {
  const needed = form.document.reasons.filter(
    ({ code, field }) => !(code === 'low-confidence' && isSeenOnly(form) && field !== undefined && onFile.has(field)),
  );
  return needed.map(({ code, text, field }) => concern(code, text, form, field));
}

function attestationConcerns(claims: CaseClaims): Concern[] {
  const [form] = claims.forms;
  const { ticked, signed } = attestationOf(claims);
  const [box, line] = ['attestationChecked', 'signaturePresent'];
  const concerns: Concern[] = [];
  if (ticked === false)
    concerns.push(concern('attestation-unsigned', 'The ethics statement on your form is not ticked.', form, box));
  if (signed === false) concerns.push(concern('signature-missing', 'Your form is not signed.', form, line));
  if (ticked === undefined)
    concerns.push(concern('low-confidence', 'The ethics statement on the form cannot be read.', form, box));
  if (signed === undefined)
    concerns.push(concern('low-confidence', 'The signature on the form cannot be read.', form, line));
  return concerns;
}

/** An address on file may bring a form to the right person; only the name on the form says whose report it is. */
function nameConcerns(form: ClaimDocument, { person }: About): Concern[] {
  const names = readingsOf(fieldOf(form, 'legalName'));
  if (names.length === 0) return [concern('name-mismatch', 'No name can be read on the form.', form, 'legalName')];
  const known = [person.legalName, ...person.otherNames];
  const isKnown = names.some((name) => likenessToAny(name, known) !== 'different');
  return isKnown ? [] : [concern('name-mismatch', 'The name on the form is not the name on file.', form, 'legalName')];
}

function credentialConcerns(form: ClaimDocument, { person, programme }: About): Concern[] {
  const field = fieldOf(form, 'credentialType');
  const written = textOf(field);
  if (written === null || (field?.confidence ?? 0) < agreeingFrom) return [];
  // the words on the form themselves: the reader knows one family of credentials, an office may have its own
  const stated = [written, field?.raw?.trim() ?? ''].flatMap((each) => credentialOf(programme, each) ?? []);
  const onFileNow = credentialOf(programme, person.credentialType);
  if (onFileNow === null ? stated.length === 0 : stated.includes(onFileNow)) return [];
  const why = 'The form is for another credential than the one on file; a person will look.';
  return [concern('needs-human-decision', why, form, 'credentialType')];
}

/** A guidance form that fits no training may hold a no that nobody would hear. */
export function guidanceConcerns({ guidances }: CaseClaims, trainings: readonly Training[]): Concern[] {
  const used = new Set(trainings.map(({ guidance }) => guidance));
  return guidances
    .filter((guidance) => !used.has(guidance) && guidance.doubt === null)
    .filter((guidance) => guidance.isThisMail || yesNoOf(fieldOf(guidance, 'mandatoryForJob')) === true)
    .map((guidance) => concern('needs-human-decision', 'A guidance form fits none of the trainings.', guidance));
}
