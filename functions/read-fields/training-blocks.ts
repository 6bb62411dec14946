import type { FieldValue, TrainingRow } from '#shared/domain/document.ts';
import type { Box } from '#shared/domain/reading.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { leftOf, topOf } from '#shared/reading/box-geometry.ts';
import { hangsOver, lineAbove } from './caption-lines.ts';
import { asYesNo, markValue, optionOf } from './check-groups.ts';
import { asDate, asHours, asText, type Parse } from './field-values.ts';
import { openForm, readField } from './form-reading.ts';
import { type FoundLabel, findLabels } from './labels.ts';
import type { PageView } from './page-view.ts';
import { type Phrases, phrases } from './phrases.ts';
import { trainingColumns } from './report-labels.ts';
import { categoryIn } from './training-rows.ts';
import type { Trainings } from './training-table.ts';

const numbers = '1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|one|two|three|four|five|six|seven|eight|nine|ten|uno|dos|tres';
const entry = 'training|course|entry|activity|workshop|ceu|ce|item|class|event|capacitacion';

/** "Training #2 Title" and the like. */
const numbered = (...names: string[]) => phrases(...names.map((name) => `(${entry}) [number] (${numbers}) ${name}`));

const both = (column: Phrases, ...names: string[]): Phrases => {
  const more = numbered(...names);
  return {
    patterns: [...column.patterns, ...more.patterns],
    vocabulary: new Set([...column.vocabulary, ...more.vocabulary]),
  };
};

const blockLabels = {
  title: both(trainingColumns.title, '[training|course] (title|name|topic)'),
  provider: both(trainingColumns.provider, '(provider|sponsor|organization|presenter|provided by|presented by)'),
  completedOn: both(
    trainingColumns.completedOn,
    '[completion] (date|dates) [completed|attended|taken]',
    'completed on',
  ),
  hours: both(trainingColumns.hours, '[number of|ce|ceu|contact] (hours|ceus|hrs|credits)'),
  category: both(trainingColumns.category, '(category|type|ethics or core)'),
  priorApproved: both(trainingColumns.priorApproved, '(prior|pre) approved', 'preapproved'),
};

const heading = phrases(`(${entry}) [number] (${numbers})`);

/** A part of a page: between two heights and two sides. */
type Block = { view: PageView; from: number; to: number; left: number; right: number };

/** Forms that give each training a block of lines ("Training 1", then title, provider, date, hours). */
export function readTrainingBlocks(views: readonly PageView[], isDayFirst: boolean): Trainings {
  const found: Trainings = { trainings: [], reasons: [], areas: [] };
  for (const block of views.flatMap(blocksOf)) {
    const reading = readBlock(block, isDayFirst);
    found.areas.push({ page: block.view.number, box: [0, block.from, 1, block.to - block.from] });
    if (reading === null) continue;
    found.trainings.push(reading.row);
    found.reasons.push(...reading.reasons);
  }
  return found;
}

/** Blocks begin at their headings; without headings, at a label for the title that occurs again and again. */
function blocksOf(view: PageView): Block[] {
  const labels = findLabels(view, { ...blockLabels, heading });
  const headings = labels.filter((label) => label.field === 'heading' && label.from === 0);
  const titles = labels.filter(
    (label) =>
      label.field === 'title' &&
      label.from === 0 &&
      (label.hasColon || label.segment.words.length === label.to - label.from),
  );
  const starting = headings.length > 0 ? headings : titles.length > 1 ? titles : [];
  const columns = columnsOf(starting.map(({ box }) => box));
  const blocks = columns.flatMap(({ left, right }) => {
    const own = starting.filter(({ box }) => leftOf(box) >= left && leftOf(box) < right);
    return blocksOfColumn(
      view,
      own.map((label) => startOf(view, labels, label)),
    ).map(([from, to]): Block => ({ view, from, to, left, right }));
  });
  return blocks.sort((a, b) => (Math.abs(a.from - b.from) < levelMax ? a.left - b.left : a.from - b.from));
}

/** Headings closer than this to one height stand side by side. */
const levelMax = 0.012;

/** Where two blocks begin level with each other the page has columns of blocks; else it is one column. */
function columnsOf(starts: readonly Box[]): { left: number; right: number }[] {
  const isBeside = starts.some((one) =>
    starts.some((other) => Math.abs(topOf(one) - topOf(other)) < levelMax && leftOf(other) - leftOf(one) > 0.15),
  );
  if (!isBeside) return [{ left: 0, right: 1 }];
  const lefts = starts
    .map(leftOf)
    .sort((a, b) => a - b)
    .filter((left, i, all) => i === 0 || left - (all[i - 1] ?? 0) > 0.1);
  const edges = lefts.map((left, i) => (i === 0 ? 0 : left - 0.02));
  return edges.map((left, i) => ({ left, right: edges[i + 1] ?? 1 }));
}

/** A caption under its line has what it names above it; a heading stands over its block, close to the frame or not. */
function startOf(view: PageView, labels: readonly FoundLabel[], label: FoundLabel): number {
  const isOver = label.field === 'heading' || label.hasColon || hangsOver(view, labels);
  const line = isOver ? null : lineAbove(view, label.box);
  return line ? topOf(line.box) - label.box[3] * 2.4 : topOf(label.box) - 0.002;
}

function blocksOfColumn(view: PageView, tops: readonly number[]): [from: number, to: number][] {
  const starts = [...tops].sort((a, b) => a - b);
  const rows = starts.filter((start, i) => i === 0 || start - (starts[i - 1] ?? 0) > levelMax);
  const usual = Math.max(0, ...rows.slice(1).map((start, i) => start - (rows[i] ?? 0)));
  return rows.map((from, i) => [from, rows[i + 1] ?? endOfLast(view, from, usual)]);
}

const closing =
  /^(?:grand |sub)?total|^sum\b|attest|^signature|^signed|^i (?:certify|affirm|declare)|^(?:section|part)\b/i;

function endOfLast(view: PageView, from: number, usual: number): number {
  const ends = view.segments
    .filter((segment) => topOf(segment.box) > from + 0.02 && closing.test(segment.text))
    .map((segment) => topOf(segment.box));
  return Math.min(1, usual > 0 ? from + usual : 1, ...ends.map((end) => end - 0.001));
}

function readBlock(
  { view, from, to, left, right }: Block,
  isDayFirst: boolean,
): { row: TrainingRow; reasons: Reason[] } | null {
  const isIn = ({ box }: { box: Box }) =>
    topOf(box) + box[3] / 2 >= from && topOf(box) + box[3] / 2 < to && leftOf(box) >= left && leftOf(box) < right;
  const part: PageView = {
    ...view,
    segments: view.segments.filter(isIn),
    entries: view.entries.filter(isIn),
    marks: view.marks.filter(isIn),
  };
  const form = openForm([part], blockLabels, isDayFirst);
  const empty: FieldValue = {
    value: null,
    confidence: 0.9,
    page: view.number,
    box: [left, from, right - left, to - from],
    raw: null,
  };
  const reasons: Reason[] = [];
  const read = (field: keyof typeof blockLabels, parse: Parse) => {
    const reading = readField(form, field, parse);
    reasons.push(...(reading?.reasons ?? []));
    return reading?.value ?? empty;
  };
  const row: TrainingRow = {
    title: read('title', asText),
    provider: read('provider', asText),
    completedOn: read('completedOn', asDate),
    hours: read('hours', asHours),
    category: tickedOr(part, (text) => categoryIn(text), read('category', asCategory)),
    priorApproved: yesNoOf(tickedOr(part, asYesNo, read('priorApproved', asText))),
  };
  const isTraining = row.title.value !== null && (row.completedOn.raw !== null || row.hours.raw !== null);
  return isTraining ? { row, reasons } : null;
}

const asCategory: Parse = (text) => {
  const value = categoryIn(text);
  return value === null ? null : { value };
};

/** A ticked box whose words answer, or else what is written. */
function tickedOr(view: PageView, meaning: (text: string) => string | boolean | null, written: FieldValue): FieldValue {
  const answers = view.marks.map((mark) => optionOf(view, mark)).filter(({ text }) => meaning(text) !== null);
  const [ticked, ...more] = answers.filter(({ mark }) => mark.checked);
  if (ticked === undefined || more.length > 0) return answers.length > 0 ? { ...written, value: null } : written;
  return markValue(view, ticked.mark, meaning(ticked.text));
}

function yesNoOf(value: FieldValue): FieldValue {
  return typeof value.value === 'string' ? { ...value, value: asYesNo(value.value) } : value;
}
