import type { FieldValue } from '#shared/domain/document.ts';
import type { Box } from '#shared/domain/reading.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { boxAround, holdsCentreOf, topOf } from '#shared/reading/box-geometry.ts';
import { findQuestions, type Questions } from './asked-questions.ts';
import { asDate, asName, asText, type Context, firstValue, type Parse, type Reading, unclear } from './field-values.ts';
import { entriesOfLabels, fieldNamed } from './form-field-labels.ts';
import { type FoundLabel, findLabels, type LabelBook } from './labels.ts';
import type { Entry, PageView } from './page-view.ts';
import { type Found, valuesNear } from './value-near-label.ts';

export type Fields = Record<string, FieldValue>;

/** A form with its labels found and its places to write given to them. */
export type OpenForm<Field extends string> = {
  views: readonly PageView[];
  book: LabelBook<Field>;
  labels: readonly FoundLabel<Field>[];
  entryOf: ReadonlyMap<FoundLabel, Entry>;
  isDayFirst: boolean;
};

/** A part of a page that is read otherwise (a table), so that its headings are not taken for labels. */
export type Area = { page: number; box: Box };

const isInside = (areas: readonly Area[], page: number, box: Box) =>
  areas.some((area) => {
    const middle = topOf(box) + box[3] / 2;
    return area.page === page && middle >= topOf(area.box) && middle <= topOf(area.box) + area.box[3];
  });

export function openForm<Field extends string>(
  views: readonly PageView[],
  book: LabelBook<Field>,
  isDayFirst: boolean,
  without: readonly Area[] = [],
  asked: Questions<Field> | null = null,
): OpenForm<Field> {
  const labels = views.flatMap((view) => {
    const named = findLabels(view, book).filter((label) => !isInside(without, view.number, label.box));
    const isNamed = ({ field, box }: FoundLabel) =>
      named.some((label) => label.field === field && holdsCentreOf(box, label.box));
    const questions = (asked ? findQuestions(view, asked) : []).filter((question) => !isNamed(question));
    const isAsked = ({ box }: FoundLabel) => questions.some((question) => holdsCentreOf(question.box, box));
    return [...questions, ...named.filter((label) => !isAsked(label))];
  });
  const pairs = views.flatMap((view) => {
    const entries = view.entries.filter((entry) => !isInside(without, view.number, entry.box));
    return [...entriesOfLabels(view, labels, entries)];
  });
  return { views, book, labels, entryOf: new Map(pairs), isDayFirst };
}

/** The places that one label points to: its form field, or what is printed around it. */
export function placesOf<Field extends string>(form: OpenForm<Field>, label: FoundLabel<Field>): Found[] {
  const view = form.views.find((one) => one.number === label.page);
  if (view === undefined) return [];
  const entry = form.entryOf.get(label);
  if (entry) return [foundInEntry(view, entry)];
  return valuesNear(view, label, form.labels);
}

function foundInEntry(view: PageView, entry: Entry): Found {
  return { text: entry.text ?? '', box: entry.box, page: view.number, sureness: 1, how: 'field' };
}

/**
 * The value of a field: from its most telling label; two equally telling labels with different values leave it in doubt.
 * Where no label is found, a form field whose name says it clearly is taken.
 */
export function readField<Field extends string>(form: OpenForm<Field>, field: Field, parse: Parse): Reading | null {
  const labels = form.labels
    .filter((label) => label.field === field)
    .sort((a, b) => weightOf(form, b) - weightOf(form, a) || a.page - b.page || topOf(a.box) - topOf(b.box));
  const readings = labels.flatMap((label) => {
    const reading = firstValue(placesOf(form, label), parse, contextOf(form, field, label.text));
    return reading ? [{ reading, weight: weightOf(form, label) }] : [];
  });
  const written = readings.filter(({ reading }) => reading.value.value !== null);
  const [best] = written;
  if (best)
    return agreed(
      field,
      best.reading,
      written.filter(({ weight }) => weight === best.weight).map((one) => one.reading),
    ); // prettier-ignore
  const blank = readings.find(({ reading }) => reading.reasons.length === 0) ?? readings[0];
  return blank?.reading ?? byName(form, field, parse);
}

const weightOf = (form: OpenForm<string>, label: FoundLabel) =>
  Math.min(label.to - label.from, 4) + (label.hasColon ? 1 : 0) + (form.entryOf.has(label) ? 3 : 0);

function contextOf(form: OpenForm<string>, field: string, label: string): Context {
  return { field, label, isDayFirst: form.isDayFirst };
}

function agreed(field: string, best: Reading, rivals: readonly Reading[]): Reading {
  const differs = rivals.some((rival) => plain(rival.value.value) !== plain(best.value.value));
  if (!differs) return best;
  return {
    value: { ...best.value, confidence: Math.min(best.value.confidence, 0.55) },
    reasons: [...best.reasons, unclear(field)],
  };
}

const plain = (value: FieldValue['value']) =>
  String(value)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ''); // prettier-ignore

function byName<Field extends string>(form: OpenForm<Field>, field: Field, parse: Parse): Reading | null {
  const taken = new Set(form.entryOf.values());
  for (const view of form.views) {
    for (const entry of view.entries) {
      if (taken.has(entry) || entry.text === null || fieldNamed(entry.field.name, form.book) !== field) continue;
      const reading = firstValue([foundInEntry(view, entry)], parse, contextOf(form, field, entry.field.name));
      if (reading)
        return { ...reading, value: { ...reading.value, confidence: Math.min(reading.value.confidence, 0.9) } };
    }
  }
  return null;
}

/** Reads several fields at once. */
export function readFieldsOf<Field extends string>(
  form: OpenForm<Field>,
  kinds: Readonly<Partial<Record<Field, Parse>>>,
): { fields: Fields; reasons: Reason[] } {
  const fields: Fields = {};
  const reasons: Reason[] = [];
  for (const field in kinds) {
    const parse: Parse = kinds[field] ?? asDate;
    const reading = readField(form, field, parse);
    if (reading === null) continue;
    fields[field] = reading.value;
    reasons.push(...reading.reasons);
  }
  return { fields, reasons };
}

type NameLabels = 'legalName' | 'firstName' | 'middleName' | 'lastName';

/** The legal name, or its parts where a form asks for them one by one. */
export function readLegalName<Field extends string>(form: OpenForm<Field | NameLabels>): Reading | null {
  const whole = readField(form, 'legalName', asName);
  const first = readField(form, 'firstName', asNamePart);
  const last = readField(form, 'lastName', asNamePart);
  if (whole?.value.value || !first?.value.value || !last?.value.value) return whole ?? last;
  const middle = readField(form, 'middleName', asNamePart);
  const parts = [first.value, middle?.value, last.value].filter((part) => part !== undefined && part.value !== null);
  const boxes = parts.flatMap((part) => (part?.box ? [part.box] : []));
  const value: FieldValue = {
    value: parts.map((part) => part?.value).join(' '),
    confidence: Math.min(...parts.map((part) => part?.confidence ?? 1)),
    page: first.value.page,
    box: boxAround(boxes),
    raw: parts.map((part) => part?.raw).join(' '),
  };
  return { value, reasons: [] };
}

const asNamePart: Parse = (text, context) => {
  const part = asText(text, context);
  return part !== null && /^[\p{L}.'’ -]{1,40}$/u.test(part.value) ? part : null;
};
