import type { FieldValue, Session } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { bottomOf, topOf } from '#shared/reading/box-geometry.ts';
import { type Block, blocksOfPage, type Part, partOf } from './blocks-of-page.ts';
import { bestDay, type DayMention, daysInText } from './certificate-day.ts';
import { type AmountMention, amountsInText, ethicsOf, totalOf } from './certificate-hours.ts';
import { certificateLabels } from './certificate-labels.ts';
import { namesIn, titlesIn } from './certificate-phrases.ts';
import { providerIn } from './certificate-provider.ts';
import { ethicsOfSessions, readSessions } from './certificate-sessions.ts';
import { findDates, turnedDay } from './dates.ts';
import { asIdentifier, asName, asText, confidenceOf, unclear, unitDoubt, valueFrom } from './field-values.ts';
import { type Fields, type OpenForm, openForm, placesOf, readField } from './form-reading.ts';
import { readHours } from './hours.ts';
import type { PageView } from './page-view.ts';
import { isPersonName, organisationScore } from './person-name.ts';
import { readIssuerSignature } from './signature.ts';
import type { Found } from './value-near-label.ts';

export type CertificateReading = { fields: Fields; sessions: Session[]; reasons: Reason[] };

type Labels = keyof typeof certificateLabels;
type Certificate = {
  form: OpenForm<Labels>;
  views: readonly PageView[];
  blocks: readonly Block[];
  sessions: readonly Session[];
  isDayFirst: boolean;
  reasons: Reason[];
};

/** A certificate of completion in whatever layout: facts with labels, sentences, or lines one below the other. */
export function readCertificate(views: readonly PageView[], isDayFirst: boolean): CertificateReading {
  const { sessions, areas } = readSessions(views);
  const form = openForm(views, certificateLabels, isDayFirst, areas);
  const blocks = views
    .flatMap(blocksOfPage)
    .filter(
      (block) =>
        !areas.some(
          ({ page, box }) =>
            block.page === page && topOf(block.box) >= topOf(box) && bottomOf(block.box) <= bottomOf(box) + 0.005,
        ),
    ); // prettier-ignore
  const paper: Certificate = { form, views, blocks, sessions, isDayFirst, reasons: [] };
  const name = nameOf(paper);
  const title = titleOf(paper, name);
  const fields: Fields = {};
  const put = (field: string, value: FieldValue | null) => {
    if (value) fields[field] = value;
  };
  put('attendeeName', name);
  put('courseTitle', title);
  put('provider', providerOf(paper, name, title));
  putDay(paper, put);
  putHours(paper, put, fields);
  put('certificateId', identifierOf(paper));
  put('signaturePresent', readIssuerSignature(views));
  return { fields, sessions: [...sessions], reasons: paper.reasons };
}

const foundAs = (part: Part, how: Found['how']): Found => ({ ...part, how });

/** A value with its label beats words in a sentence, and those beat a guess. Two that differ leave doubt. */
function nameOf({ form, blocks, reasons }: Certificate): FieldValue | null {
  const labelled = readField(form, 'attendeeName', (text, context) => {
    const name = asName(text, context);
    return name !== null && isPersonName(name.value) ? name : null;
  });
  const [named, ...others] = namesIn(blocks);
  if (labelled?.value.value) {
    const disputed = named !== undefined && named.weight >= 3 && !isSameName(String(labelled.value.value), named.text);
    return disputed ? doubted(labelled.value, 'attendeeName', reasons) : labelled.value;
  }
  if (named === undefined) return labelled?.value.raw ? labelled.value : null;
  const name = asName(named.text, { field: 'attendeeName', label: '', isDayFirst: false });
  const value = valueFrom(foundAs(named, 'phrase'), name?.value ?? named.text, named.weight > 1 ? 1 : 0.92);
  const isDisputed = others.some(
    (other) => other.weight >= Math.min(named.weight, 2) && !isSameName(other.text, named.text),
  );
  return isDisputed ? doubted(value, 'attendeeName', reasons) : value;
}

const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/\b(?:mr|mrs|ms|miss|dr)\b\.?/g, '')
    .replace(/[^\p{L}]+/gu, ''); // prettier-ignore
const isSameName = (a: string, b: string) => letters(a).includes(letters(b)) || letters(b).includes(letters(a));

function doubted(value: FieldValue, field: string, reasons: Reason[]): FieldValue {
  reasons.push(unclear(field));
  return { ...value, confidence: Math.min(value.confidence, 0.55) };
}

function titleOf({ form, blocks, reasons }: Certificate, name: FieldValue | null): FieldValue | null {
  const labelled = readField(form, 'courseTitle', (text, context) => {
    const title = asText(text.replace(/^[“"]|[”"]$/g, ''), context);
    const isTitle =
      title !== null &&
      /\p{L}{3}/u.test(title.value) &&
      !isPersonName(title.value) &&
      findDates(title.value).length === 0;
    return isTitle ? title : null;
  });
  if (labelled?.value.value) return labelled.value;
  const isLabelled = (line: string) => form.labels.some((label) => label.from === 0 && label.segment.text === line);
  const titles = titlesIn(blocks, isLabelled).filter((title) => title.text !== name?.value);
  const [best] = titles;
  if (best === undefined) return largestLine(blocks, name);
  const value = valueFrom(foundAs(best, 'phrase'), best.text);
  const differs = titles.some((title) => title.weight === best.weight && !isSameTitle(title.text, best.text));
  return differs ? doubted(value, 'courseTitle', reasons) : value;
}

const isSameTitle = (a: string, b: string) => letters(a).includes(letters(b)) || letters(b).includes(letters(a));

const heading =
  /\bcertificate\b|\bcertificado\b|\b(?:proof|record|letter|confirmation|statement)\s+of\b|\bthank you\b|\bcongratulations\b/i;

/** A conference prints its own name largest of all that is neither the heading nor the person. */
function largestLine(blocks: readonly Block[], name: FieldValue | null): FieldValue | null {
  const possible = blocks.filter(({ text }) => {
    const line = text.replace(/\n/g, ' ');
    const isFit = line.split(' ').length >= 2 && line.split(' ').length <= 20 && /^\p{Lu}/u.test(line);
    return (
      isFit &&
      !heading.test(line) &&
      !isPersonName(line) &&
      line !== name?.value &&
      organisationScore(line) < 3 &&
      findDates(line).length === 0
    );
  });
  const [largest] = possible.sort((a, b) => (b.lines[0]?.box[3] ?? 0) - (a.lines[0]?.box[3] ?? 0));
  if (largest === undefined) return null;
  const part = partOf(largest, 0, largest.text.length);
  return valueFrom(foundAs(part, 'guess'), part.text.replace(/^[“"]|[”"]$/g, ''), 0.98);
}

function providerOf(
  { form, blocks, reasons }: Certificate,
  name: FieldValue | null,
  title: FieldValue | null,
): FieldValue | null {
  const labelled = readField(form, 'provider', (text, context) =>
    isPersonName(text) && organisationScore(text) === 0 ? null : asText(text, context),
  );
  if (labelled?.value.value) return labelled.value;
  const taken = [name, title].flatMap((value) => (typeof value?.value === 'string' ? [value.value] : []));
  const found = providerIn(blocks, taken);
  if (found === null) return labelled?.value ?? null;
  const value = valueFrom(foundAs(found, found.how), found.text);
  return found.rivals > 0 ? doubted(value, 'provider', reasons) : value;
}

/** Days with a label count most, unless the label is that of a signature's date. */
function labelledDays({ form }: Certificate): DayMention[] {
  return form.labels
    .filter((label) => label.field === 'completedOn')
    .flatMap((label) =>
      placesOf(form, label)
        .slice(0, 1)
        .map((place) => ({ place, label })),
    ) // prettier-ignore
    .flatMap(({ place, label }) => {
      const [date] = findDates(place.text);
      const isCertain = label.to - label.from > 1 || label.hasColon || place.how !== 'above';
      return date
        ? [
            {
              ...date,
              weight: isCertain ? 6 : 2,
              page: place.page,
              box: place.box,
              sureness: place.sureness,
              how: place.how,
            },
          ]
        : [];
    });
}

function putDay(paper: Certificate, put: (field: string, value: FieldValue | null) => void): void {
  const others = paper.form.labels
    .filter((label) => label.field === 'otherDate')
    .flatMap((label) => placesOf(paper.form, label).map((place) => place.text));
  const inText = daysInText(paper.blocks).map((day) =>
    others.some((text) => text.includes(day.raw)) ? { ...day, weight: -3 } : day,
  );
  const chosen = bestDay([...labelledDays(paper), ...inText]);
  if (chosen === null) return;
  const { best, isDisputed } = chosen;
  const found: Found = { text: best.raw, box: best.box, page: best.page, sureness: best.sureness, how: best.how };
  if (best.day === null) {
    paper.reasons.push({
      code: 'low-confidence',
      text: 'The date printed here is not a day of the calendar.',
      field: 'completedOn',
    });
    put('completedOn', valueFrom(found, null, 0.5));
    return;
  }
  const isTurned = paper.isDayFirst && best.order === 'either';
  if (isTurned)
    paper.reasons.push({
      code: 'date-ambiguous',
      text: 'The day and the month of a date could be the other way round.',
      field: 'completedOn',
    }); // prettier-ignore
  const value = valueFrom(found, isTurned ? turnedDay(best.day) : best.day, isTurned ? 0.5 : 1);
  put('completedOn', isDisputed ? doubted(value, 'completedOn', paper.reasons) : value);
  const started = best.startedOn ?? startOf(paper);
  if (started !== null && started < best.day)
    put('startedOn', { ...value, value: isTurned ? turnedDay(started) : started });
}

function startOf({ form }: Certificate): string | null {
  const places = form.labels.filter((label) => label.field === 'startedOn').flatMap((label) => placesOf(form, label));
  return places.flatMap((place) => findDates(place.text).slice(0, 1))[0]?.day ?? null;
}

function labelledAmounts({ form }: Certificate): AmountMention[] {
  return form.labels
    .filter((label) => label.field === 'hours' || label.field === 'duration' || label.field === 'ethicsHours')
    .flatMap((label) => {
      const [place] = placesOf(form, label);
      const amount = place && readHours(place.text, label.text);
      if (!place || !amount) return [];
      const { page, box, sureness, how } = place;
      return [{ ...amount, isEthics: label.field === 'ethicsHours', weight: 6, page, box, sureness, how }];
    });
}

/** More hours than two thirds of a day cannot have been taken in a day. */
const hoursADayMax = 16;

function putHours(paper: Certificate, put: (field: string, value: FieldValue | null) => void, fields: Fields): void {
  const amounts = [...labelledAmounts(paper), ...amountsInText(paper.blocks)];
  const total = totalOf(amounts);
  const ethics = ethicsOf(amounts);
  if (total) {
    const { mention } = total;
    const found: Found = {
      text: mention.raw,
      box: mention.box,
      page: mention.page,
      sureness: mention.sureness,
      how: mention.how,
    };
    const isTooMuch = Number(total.value) > hoursADayMax * daysOf(fields);
    if (total.isDoubtful || isTooMuch || total.value === null || isAcademic(paper.blocks))
      paper.reasons.push(unitDoubt('hours'));
    const value = valueFrom(found, total.value, total.isDoubtful || isTooMuch ? 0.8 : 1);
    put('hours', total.isDisputed ? doubted(value, 'hours', paper.reasons) : value);
    if (mention.unit !== null) put('creditUnit', { ...value, value: mention.unit, confidence: confidenceOf(found) });
  }
  if (ethics)
    put(
      'ethicsHours',
      valueFrom(
        { text: ethics.raw, box: ethics.box, page: ethics.page, sureness: ethics.sureness, how: ethics.how },
        ethics.value,
      ),
    );
  else put('ethicsHours', ethicsOfSessions(paper.sessions));
}

function daysOf(fields: Fields): number {
  const [from, to] = [fields.startedOn?.value, fields.completedOn?.value];
  if (typeof from !== 'string' || typeof to !== 'string') return 1;
  return Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1);
}

const isAcademic = (blocks: readonly Block[]) =>
  blocks.some(({ text }) => /\b(?:semester|quarter|college|academic)\s+(?:credit|hour)/i.test(text));

function identifierOf({ form }: Certificate): FieldValue | null {
  const reading = readField(form, 'certificateId', asIdentifier);
  return reading?.value.value ? reading.value : null;
}
