import type { FieldValue } from '#shared/domain/document.ts';
import { surenessOf } from '#shared/reading/lines-of-page.ts';
import { type Block, blocksOfPage, partOf } from './blocks-of-page.ts';
import { type DayMention, daysInText } from './certificate-day.ts';
import { certificateLabels } from './certificate-labels.ts';
import { namesIn } from './certificate-phrases.ts';
import { asDate, asName, asText, type Parse, valueFrom } from './field-values.ts';
import { type Fields, type OpenForm, openForm, placesOf, readField } from './form-reading.ts';
import { isProperName, organisationAt, organisationsIn } from './organisation-phrases.ts';
import type { PageView } from './page-view.ts';
import { isPersonName, organisationScore } from './person-name.ts';
import { phrases } from './phrases.ts';

const evidenceLabels = {
  holderName: phrases(
    '[students|student|graduates|examinees|candidates|test takers] [full|legal] name [of] [the] [student|graduate|examinee|candidate|test taker]',
    '(student|graduate|examinee|candidate|test taker|learner|pupil|holder|recipient|estudiante|titular)',
    'record of',
    '[hereby] [is] (issued|awarded|presented|granted|conferred|given) (to|upon)',
    '[credential|diploma|certificate|degree|name of] (holder|recipient|awardee|earner) [name]',
    '[this] [credential|diploma|certificate] belongs to',
    'nombre [del] [estudiante|titular|graduado]',
  ),
  awardedOn: phrases(
    '(degree|diploma|credential|certificate|ged|hiset) [was] (awarded|conferred|earned|issued|granted) [on|date]',
    '(date|dates) [of|degree|diploma|credential] (awarded|conferred|graduated|graduation|conferral|award|earned)',
    '(graduation|conferral|award|completion|passing) date',
    '(graduated|conferred|awarded) [on]',
    'date of graduation',
    'date passed',
  ),
  otherDate: phrases(
    '(date of birth|birth date|birthdate|dob|test date|date of test|enrolled|admitted|admission date|entry date)',
    '(date|dates) [of] (printed|issued|report|enrollment|enrolled|admission|entry|attendance|transcript)',
    '(print|report|issue|transcript|printed|run) date',
  ),
  institution: phrases(
    '[name of] [last] (school|institution|high school|college|university|issuing institution|awarding institution|issuing authority|issuing agency|testing center|test center|adult education program|issuer) [name|attended]',
    '[was] (awarded|issued|conferred|granted|presented) by [the]',
    '(institucion|escuela|colegio|universidad) [que otorga]',
  ),
  signature: certificateLabels.signature,
} as const;

type Form = OpenForm<keyof typeof evidenceLabels>;

const equivalency =
  /\bG\.?\s?E\.?\s?D\b|\bgeneral educational? development\b|\bhigh school equivalency\b|\bhi\s?set\b|\bTASC\b/i;
const degree =
  /\b(?:bachelor|associate|master|doctor)(?:['’]?s)?\b(?:\s+(?:of|in)\b|.*\bdegree\b)|\bdegree of\b|\b(?:juris doctor|baccalaureate)\b/i;
const school = /\b(?:school|college|university|academy|institute|lyceum|universidad|colegio|escuela|instituto)\b/i;
const office = /\b(?:education|regents|testing service|ged)\b/i;
const notSchool =
  /\bdiploma\b|\bequivalency\b|\bschool board\b|\b(?:has|have|having|who|is|was|completed?|prescribed|awards?|confers?)\b|:|\d{4}/i;

/** "Awarded by Opelousas Senior High School": the name begins behind it. */
const leadIn =
  /^.*?\b(?:by|from|through|graduate of|student (?:at|of)|attended|upon the recommendation of)\s+(?=(?:the\s+)?\p{Lu})/u;

/** A diploma, GED, transcript or degree: whose, from where, of which kind, and when. */
export function readEducationEvidence(views: readonly PageView[], isDayFirst = false): { fields: Fields } {
  const blocks = views.flatMap(blocksOfPage);
  const form = openForm(views, evidenceLabels, isDayFirst);
  const fields: Fields = {};
  const put = (field: string, value: FieldValue | null) => {
    if (value) fields[field] = value;
  };
  put('holderName', holderOf(form, blocks));
  put('institution', institutionOf(form, blocks));
  put('evidenceType', typeOf(blocks));
  put('awardedOn', dayOf(form, blocks));
  return { fields };
}

const asHolder: Parse = (text, context) => {
  const name = asName(text, context);
  return name !== null && isPersonName(name.value) ? name : null;
};

function holderOf(form: Form, blocks: readonly Block[]): FieldValue | null {
  const labelled = readField(form, 'holderName', asHolder);
  if (labelled?.value.value) return labelled.value;
  const [named] = namesIn(blocks);
  if (named) return valueFrom({ ...named, how: 'phrase' }, named.text);
  const lines = blocks.filter((block) => isPersonName(block.text));
  const [line] = lines;
  // of several lines that could be names one is the principal's
  return line
    ? valueFrom({ ...partOf(line, 0, line.text.length), how: 'guess' }, line.text, lines.length > 1 ? 0.6 : 0.9)
    : null;
}

/** Beside its label, or the line that names a school; a board or department only where no school is named. */
function institutionOf(form: Form, blocks: readonly Block[]): FieldValue | null {
  const labelled = readField(form, 'institution', asText);
  if (typeof labelled?.value.value === 'string' && school.test(labelled.value.value)) return labelled.value;
  const said = organisationsIn(blocks).filter(({ text }) => school.test(text));
  const lines = blocks.flatMap((block) =>
    block.lines.map((line) => {
      const text = organisationAt(line.text.replace(leadIn, '')).text;
      return { text, box: line.box, page: block.page, sureness: surenessOf(line.words) };
    }),
  );
  const named = [...said, ...lines].filter(
    ({ text }) => !notSchool.test(text) && /\p{Lu}/u.test(text) && text.split(' ').length <= 10,
  );
  const scored = named.map((part) => ({
    part,
    score:
      (school.test(part.text) ? 4 : office.test(part.text) ? 2 : 0) +
      organisationScore(part.text) / 5 +
      part.box[3] * 10,
  }));
  const [best] = scored
    .filter(({ part }) => school.test(part.text) || office.test(part.text))
    .sort((a, b) => b.score - a.score);
  const isSure = best !== undefined && school.test(best.part.text) && isProperName(best.part.text);
  return best ? valueFrom({ ...best.part, how: 'guess' }, best.part.text, isSure ? 1 : 0.6) : null;
}

/** The paper's own name counts before what is mentioned in it: a transcript may tell of a degree, a degree of a GED. */
function typeOf(blocks: readonly Block[]): FieldValue | null {
  const types: readonly (readonly [string, (text: string) => boolean])[] = [
    ['transcript', (text) => /\btranscript\b/i.test(text) && !equivalency.test(text)],
    ['ged', (text) => equivalency.test(text)],
    ['degree', (text) => degree.test(text)],
    ['diploma', (text) => /\bdiploma\b|\bgraduat/i.test(text)],
  ];
  const isCollege = blocks.some(
    ({ text }) => /\b(?:GPA|credits?|semester|course|hrs)\b/.test(text) && /\btranscript\b/i.test(text),
  );
  for (const [type, fits] of types) {
    const block = blocks.find((one) => fits(one.text.replace(/\n/g, ' ')));
    if (block === undefined || (type === 'transcript' && !isCollege && blocks.some(({ text }) => passed.test(text))))
      continue;
    return valueFrom({ ...partOf(block, 0, block.text.length), how: 'phrase' }, type);
  }
  return null;
}

const passed =
  /\b(?:passed|passing|tests? of)\b.*\b(?:ged|hiset|general educational? development|equivalency)\b|\bscore report\b/i;

/** Beside its label; else the day that is no birthday and no day of printing. */
function dayOf(form: Form, blocks: readonly Block[]): FieldValue | null {
  const labelled = readField(form, 'awardedOn', asDate);
  if (labelled?.value.value) return labelled.value;
  const others = form.labels
    .filter(({ field }) => field === 'otherDate')
    .flatMap((label) => placesOf(form, label).slice(0, 1));
  const isOther = (day: DayMention) => others.some(({ page, text }) => page === day.page && text.includes(day.raw));
  const days = daysInText(blocks).filter((day) => day.day !== null && !isOther(day));
  // "issued" is how an office says "awarded"; only birthdays, expiry and printing stay out
  const [best, next] = days.filter(({ weight }) => weight > -4).sort((a, b) => b.weight - a.weight);
  if (best === undefined) return null;
  const isDisputed = next !== undefined && next.day !== best.day && next.weight === best.weight;
  return valueFrom({ ...best, text: best.raw }, best.day, isDisputed ? 0.55 : 1);
}
