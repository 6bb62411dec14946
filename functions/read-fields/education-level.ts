import type { FieldValue } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { bottomOf, centreOf, leftOf, topOf } from '#shared/reading/box-geometry.ts';
import { markValue, optionOf } from './check-groups.ts';
import { asText } from './field-values.ts';
import { type OpenForm, readField } from './form-reading.ts';
import type { PageView } from './page-view.ts';

const level =
  /\b(?:high school|g\.?e\.?d|hi\s?set|equivalen\w*|diploma|grade|some college|college|associate\S*|bachelor\S*|master\S*|doctor\w*|graduate|degree|vocational|technical|trade|certificate|secundaria|licenciatura)\b/i;
/** Of the page's height: choices stand in the lines below the question. */
const reach = 0.2;

/** The level of education: the ticked one of several choices, or what is written beside the label. */
export function readEducationLevel<Field extends string>(
  form: OpenForm<Field | 'educationLevel'>,
): { value: FieldValue; reasons: Reason[] } | null {
  for (const label of form.labels.filter(({ field }) => field === 'educationLevel')) {
    const view = form.views.find(({ number }) => number === label.page);
    const choices = view
      ? choicesBelow(view, topOf(label.box) - 0.01, bottomOf(label.box) + reach, leftOf(label.box))
      : [];
    if (view === undefined || choices.length < 2) continue;
    const [ticked, ...more] = choices.filter(({ mark }) => mark.checked);
    const [first] = choices;
    if (ticked && more.length === 0) return { value: markValue(view, ticked.mark, ticked.text), reasons: [] };
    if (first) return { value: { ...markValue(view, first.mark, null), confidence: ticked ? 0.5 : 0.9 }, reasons: [] };
  }
  return readField(form, 'educationLevel', asText);
}

function choicesBelow(view: PageView, top: number, bottom: number, left: number) {
  return view.marks
    .filter(({ box }) => centreOf(box) > top && centreOf(box) < bottom && leftOf(box) > left - 0.05)
    .map((mark) => optionOf(view, mark))
    .map(({ mark, text }) => ({ mark, text: text.replace(/[\s,;:_]+$/, '') }))
    .filter(({ text }) => level.test(text) && text.split(' ').length <= 9);
}
