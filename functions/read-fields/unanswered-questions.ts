import type { FieldValue } from '#shared/domain/document.ts';
import type { Box } from '#shared/domain/reading.ts';
import {
  bottomOf,
  boxAround,
  centreOf,
  holdsCentreOf,
  leftOf,
  rightOf,
  sharedHeight,
  sharedWidth,
  topOf,
} from '#shared/reading/box-geometry.ts';
import { linesOfQuestion } from './asked-questions.ts';
import { type OpenForm, placesOf } from './form-reading.ts';
import type { FoundLabel } from './labels.ts';
import type { Entry, Mark, PageView } from './page-view.ts';

const numbering = /^(?:\(?\d{1,2}[.)]+|Q\d{1,2}[.:)]?|[•*▪])\s*/;
const mayStayEmpty =
  /\bif (?:any|applicable|none|different|known|yes|so)\b|\boptional\b|\b(?:office|staff|agency) use\b|\bmiddle\b|\bsuffix\b|\bfax\b|\bapt\b|\bsignature\b|\bsigned\b|^date$/i;
/** A form with fewer places found has been seen too little of to say what is missing. */
const placesMin = 3;
const listedMax = 20;
/** The search around each question takes its time; no form has more on a page. */
const questionsMax = 60;

type Question = { text: string; isAnswered: boolean; page: number; box: Box };

/**
 * The questions of a form that were left empty, by their printed words; null where every place that was found is filled.
 * What may stay empty ("if any"), and the signature with its date, which have fields of their own, are not counted.
 */
export function findUnanswered<Field extends string>(form: OpenForm<Field>): FieldValue | null {
  const questions = form.views.flatMap((view) => questionsOf(form, view));
  const open = questions.filter(({ isAnswered }) => !isAnswered);
  const [first] = open;
  if (first === undefined || questions.length < placesMin) return null;
  const here = open.filter(({ page }) => page === first.page).map(({ box }) => box);
  const value = open
    .slice(0, listedMax)
    .map(({ text }) => text)
    .join('; ');
  return { value, confidence: 0.85, page: first.page, box: boxAround(here), raw: null };
}

function questionsOf<Field extends string>(form: OpenForm<Field>, view: PageView): Question[] {
  const known = form.labels.filter((label) => label.page === view.number);
  const others = view.segments.flatMap((segment): FoundLabel<Field>[] => {
    const isKnown = known.some((label) => label.segment === segment);
    const [field] = Object.keys(form.book) as Field[];
    if (isKnown || field === undefined || !/[?:]$/.test(segment.text) || segment.words.length < 2) return [];
    const [page, box, text] = [segment.page, segment.box, segment.text];
    return [{ field, page, segment, from: 0, to: segment.words.length, box, hasColon: text.endsWith(':'), text }];
  });
  const all = { ...form, labels: [...known, ...others.slice(0, questionsMax)] };
  return all.labels.slice(0, questionsMax).flatMap((label) => questionAt(all, view, label));
}

function questionAt<Field extends string>(form: OpenForm<Field>, view: PageView, label: FoundLabel<Field>): Question[] {
  const text = wordsOf(view, label);
  if (mayStayEmpty.test(text) || mayStayEmpty.test(label.segment.text)) return [];
  const asked = (isAnswered: boolean): Question[] => [{ text, isAnswered, page: view.number, box: label.box }];
  const marks = marksOf(form, view, label);
  if (marks.length > 1) return asked(marks.some((mark) => mark.checked));
  const entry = form.entryOf.get(label) ?? entryOf(form, view, label);
  if (entry) return asked(entry.text !== null);
  const [place] = placesOf(form, label);
  if (place === undefined) return isFollowedByAnother(form, view, label) ? asked(false) : [];
  return asked(place.text !== '' || view.ink.some((ink) => holdsCentreOf(place.box, ink)));
}

/** The form field of a question that is read into no field of ours: beside it or right below, and no other question's. */
function entryOf(form: OpenForm<string>, view: PageView, label: FoundLabel): Entry | undefined {
  const taken = new Set(form.entryOf.values());
  const gap = (box: Box) => leftOf(box) - rightOf(label.box);
  const isBeside = (box: Box) => gap(box) > -0.01 && gap(box) < 0.15 && sharedHeight(box, label.box) > 0.4;
  const isBelow = (box: Box) =>
    topOf(box) > topOf(label.box) &&
    topOf(box) - bottomOf(label.box) < label.box[3] * 2 &&
    sharedWidth(box, label.box) > 0;
  const free = view.entries.filter((one) => !taken.has(one));
  return free.find(({ box }) => isBeside(box)) ?? free.find(({ box }) => isBelow(box));
}

/** The next thing below a question is the next question: nobody wrote anything in between. */
function isFollowedByAnother(form: OpenForm<string>, view: PageView, label: FoundLabel): boolean {
  const isBelow = (box: Box) =>
    topOf(box) > bottomOf(label.box) - 0.002 && Math.abs(leftOf(box) - leftOf(label.box)) < 0.3;
  const [next] = view.segments.filter(({ box }) => isBelow(box)).sort((a, b) => topOf(a.box) - topOf(b.box));
  if (next === undefined || view.ink.some((ink) => isBelow(ink) && topOf(ink) < bottomOf(next.box))) return false;
  return form.labels.some(({ segment, from }) => segment === next && from <= 1);
}

/** The words of the question without its number; one that runs over two lines is said whole. */
function wordsOf(view: PageView, label: FoundLabel): string {
  const before = view.segments.find((segment) => {
    const lines = segment === label.segment ? [] : linesOfQuestion(view, segment);
    return label.from === 0 && lines.length > 1 && lines.at(-1) === label.segment;
  });
  const text = before ? `${before.text} ${label.text}` : label.text;
  return text.replace(numbering, '').replace(/[\s:_.]+$/, '');
}

/** The boxes behind a question or in the lines just below it, up to the next question. */
function marksOf(form: OpenForm<string>, view: PageView, label: FoundLabel): Mark[] {
  const isOther = (other: FoundLabel) => other !== label && other.segment !== label.segment;
  const beside = form.labels.filter(
    (other) => isOther(other) && leftOf(other.box) > rightOf(label.box) && sharedHeight(other.box, label.box) > 0.3,
  );
  const until = Math.min(1, ...beside.map((other) => leftOf(other.box)));
  const level = view.marks.filter(
    ({ box }) => leftOf(box) > rightOf(label.box) - 0.01 && rightOf(box) < until && sharedHeight(box, label.box) > 0.4,
  );
  if (level.length > 0) return level;
  const below = form.labels.filter((other) => isOther(other) && topOf(other.box) > bottomOf(label.box));
  const end = Math.min(1, ...below.map((other) => topOf(other.box)));
  return listFrom(
    bottomOf(label.box),
    label.box[3] * 2.4,
    view.marks.filter(
      ({ box }) => centreOf(box) < end && leftOf(box) < until && leftOf(box) > leftOf(label.box) - 0.03,
    ),
  );
}

/** Boxes line after line below `top`, with no gap between the lines wider than `gapMax`. */
function listFrom(top: number, gapMax: number, marks: readonly Mark[]): Mark[] {
  const list: Mark[] = [];
  let reached = top;
  for (const mark of marks.filter(({ box }) => centreOf(box) > top).sort((a, b) => centreOf(a.box) - centreOf(b.box))) {
    if (topOf(mark.box) - reached > gapMax) break;
    list.push(mark);
    reached = Math.max(reached, bottomOf(mark.box));
  }
  return list;
}
