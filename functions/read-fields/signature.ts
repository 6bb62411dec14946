import type { FieldValue } from '#shared/domain/document.ts';
import type { Box } from '#shared/domain/reading.ts';
import {
  bottomOf,
  boxAround,
  centreOf,
  leftOf,
  rightOf,
  sharedHeight,
  sharedWidth,
  topOf,
} from '#shared/reading/box-geometry.ts';
import { lineAbove, lineBeside } from './caption-lines.ts';
import { type OpenForm, placesOf } from './form-reading.ts';
import type { FoundLabel } from './labels.ts';
import { cellAround, type PageView } from './page-view.ts';

/**
 * Whether the place for a signature is signed: a signed field, a name typed there (a typed name with intent counts,
 * R.S. 9:2607), or ink. False when it is there and empty, null when no such place is found.
 */
export function readSignature<Field extends string>(form: OpenForm<Field>, field: Field): FieldValue | null {
  const labels = form.labels.filter((label) => label.field === field);
  const readings = labels.flatMap((label) => signedAt(form, label) ?? []);
  return readings.find((reading) => reading.value === true) ?? readings[0] ?? signatureField(form.views);
}

/** A field made for signing says so by itself, wherever its label stands. */
function signatureField(views: readonly PageView[]): FieldValue | null {
  for (const view of views) {
    const entry = view.entries.find(({ field }) => field.kind === 'signature');
    if (entry)
      return { value: entry.text !== null, confidence: 0.95, page: view.number, box: entry.box, raw: entry.text };
  }
  return null;
}

function signedAt<Field extends string>(form: OpenForm<Field>, label: FoundLabel<Field>): FieldValue | null {
  const view = form.views.find((one) => one.number === label.page);
  if (view === undefined) return null;
  const place = form.entryOf.get(label)?.box ?? placeOf(view, form.labels, label);
  const result = (value: boolean, confidence: number, box: Box, raw: string | null): FieldValue => ({
    value,
    confidence,
    page: view.number,
    box,
    raw,
  });
  const ink = view.ink.filter((box) => isOn(place, box));
  if (ink.length > 0) return result(true, 0.95, boxAround(ink), null);
  const [written] = placesOf(form, label);
  if (written?.how === 'below' && !isSignatureLike(written.text)) return result(false, 0.8, place, null);
  if (written && written.text !== '')
    return result(true, 0.96 * written.sureness, written.box, written.text.slice(0, 200));
  return result(false, written ? 0.96 : 0.85, place, null);
}

const isSignatureLike = (text: string) => /^\/?s?\/?\s*\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]*){1,4}$/u.test(text);

/** Where one would sign: on the line beside or above the label, or to its right up to the next label. */
function placeOf(view: PageView, labels: readonly FoundLabel[], label: FoundLabel): Box {
  const height = Math.max(label.box[3] * 3, 0.035);
  const line = lineBeside({ view }, label) ?? (label.hasColon ? null : lineAbove(view, label.box));
  if (line) return [leftOf(line.box), centreOf(line.box) - height, line.box[2], height + label.box[3]];
  const cell = cellAround(view, label.box);
  if (cell.isClosed && cell.box[3] < 0.15 && cell.box[2] < 0.9) return cell.box;
  const next = labels
    .filter(
      (other) =>
        other.page === label.page && leftOf(other.box) > rightOf(label.box) && sharedHeight(other.box, label.box) > 0.3,
    )
    .map((other) => leftOf(other.box));
  const until = Math.min(rightOf(label.box) + 0.45, ...next);
  return [rightOf(label.box), bottomOf(label.box) - height, until - rightOf(label.box), height + label.box[3]];
}

/** Ink counts when most of it stands in the place; a stamp over half the page does not. */
export function isOn(place: Box, ink: Box): boolean {
  if (ink[2] > 0.6 || ink[3] > 0.15 || ink[2] < 0.02) return false;
  const wide = Math.min(rightOf(ink), rightOf(place)) - Math.max(leftOf(ink), leftOf(place));
  const high = Math.min(bottomOf(ink), bottomOf(place)) - Math.max(topOf(ink), topOf(place));
  return wide > ink[2] * 0.4 && high > ink[3] * 0.35;
}

const role =
  /\b(?:director|manager|coordinator|chair|president|instructor|trainer|presenter|registrar|facilitator|officer|administrator|authorized|signature|signed|supervisor|ceo|secretary|dean|firma)\b/i;

/** A certificate is signed by whoever issued it: ink or "/s/" at a line or beside a role such as "Director". */
export function readIssuerSignature(views: readonly PageView[]): FieldValue | null {
  for (const view of views) {
    const typed = view.segments.find((segment) => /^\/s\/\s*\S+/.test(segment.text));
    if (typed) return { value: true, confidence: 0.93, page: view.number, box: typed.box, raw: typed.text };
    const places = signingPlaces(view);
    const ink = view.ink.find((box) => places.some((place) => isOn(place, box)));
    if (ink) return { value: true, confidence: 0.93, page: view.number, box: ink, raw: null };
    const [place] = places;
    if (place) return { value: false, confidence: 0.7, page: view.number, box: place, raw: null };
  }
  return null;
}

function signingPlaces(view: PageView): Box[] {
  const roles = view.segments.filter((segment) => role.test(segment.text) && segment.words.length <= 8);
  const lines = view.level.filter((rule) => rule.box[2] > 0.1 && rule.box[2] < 0.5 && rule.box[3] < 0.006);
  const overLines = lines
    .filter((rule) => roles.some((segment) => isUnder(segment.box, rule.box)))
    .map((rule): Box => [leftOf(rule.box), centreOf(rule.box) - 0.08, rule.box[2], 0.09]);
  const overRoles = roles.map(
    ({ box }): Box => [leftOf(box) - 0.05, topOf(box) - 0.14, Math.max(box[2], 0.3) + 0.1, 0.15],
  );
  const greetings = view.segments.filter((segment) =>
    /^(?:sincerely|respectfully|regards|with kind regards|atentamente)\b/i.test(segment.text),
  );
  return [...overLines, ...overRoles, ...greetings.map(({ box }): Box => [leftOf(box) - 0.02, topOf(box), 0.4, 0.14])];
}

const isUnder = (text: Box, rule: Box) =>
  topOf(text) - centreOf(rule) > -0.01 && topOf(text) - centreOf(rule) < 0.07 && sharedWidth(text, rule) > 0.3;
