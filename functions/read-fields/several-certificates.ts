import type { FieldValue } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { daysInText } from './certificate-day.ts';
import { amountsInText } from './certificate-hours.ts';
import { type CertificatePaper, lettersOf } from './certificate-paper.ts';
import { namesIn } from './certificate-phrases.ts';
import { asName } from './field-values.ts';
import { type Fields, placesOf } from './form-reading.ts';
import { isPersonName } from './person-name.ts';

const title = /^(?:certificate|certificado|constancia|diploma)\s+(?:of|de)\s+\p{L}+(?:\s+\p{L}+){0,2}$/iu;
/** A day or an amount less telling than this may be of something else. */
const weightMin = 3;

/**
 * A page that names two persons or bears two titles, and tells two days or two amounts of hours as well, holds more than
 * one certificate. Read as one, each value may be of the other.
 */
export function holdsSeveral(paper: CertificatePaper): boolean {
  const { blocks } = paper;
  const titles = blocks.flatMap(({ lines }) => lines.filter((line) => title.test(line.text.trim()))).length;
  const days = daysInText(blocks).filter(({ weight, day }) => weight >= weightMin && day !== null);
  const hours = amountsInText(blocks).filter(({ isEthics, weight }) => !isEthics && weight >= weightMin - 1);
  const isOfTwo = titles > 1 || countOf(namesOn(paper)) > 1;
  return isOfTwo && (countOf(days.map(({ day }) => day)) > 1 || countOf(hours.map(({ value }) => value)) > 1);
}

const countOf = (values: readonly unknown[]) => new Set(values).size;

/** Whom the page says it is awarded to: in sentences and beside labels. */
function namesOn({ form, blocks }: CertificatePaper): string[] {
  const said = namesIn(blocks).flatMap(({ text, weight }) => (weight >= weightMin ? [text] : []));
  const labelled = form.labels
    .filter(({ field }) => field === 'attendeeName')
    .flatMap((label) => placesOf(form, label).slice(0, 1))
    .flatMap(({ text }) => asName(text, { field: 'attendeeName', label: '', isDayFirst: false })?.value ?? [])
    .filter(isPersonName);
  const names = [...said, ...labelled].map(lettersOf);
  return names.filter(
    (name, at) => !names.some((other, i) => i < at && (other.includes(name) || name.includes(other))),
  );
}

/** Kept for the person who takes the page apart, but believed by nobody. */
export function allDoubted(fields: Fields): { fields: Fields; reason: Reason } {
  const doubt = (value: FieldValue): FieldValue => ({ ...value, confidence: Math.min(value.confidence, 0.55) });
  return {
    fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, doubt(value)])),
    reason: {
      code: 'needs-human-decision',
      text: 'There seem to be several certificates on this page. A person will enter them one by one.',
    },
  };
}
