import type { FieldValue, Session } from '#shared/domain/document.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { bottomOf, topOf } from '#shared/reading/box-geometry.ts';
import { type Block, blocksOfPage } from './blocks-of-page.ts';
import { bestDay, type DayMention, daysInText } from './certificate-day.ts';
import { type AmountMention, amountsInText, ethicsOf, totalOf } from './certificate-hours.ts';
import { certificateLabels } from './certificate-labels.ts';
import { modeOf } from './certificate-mode.ts';
import { nameOf } from './certificate-name.ts';
import { numberOf } from './certificate-number.ts';
import { type CertificatePaper, doubted } from './certificate-paper.ts';
import { providerOf } from './certificate-provider.ts';
import { readRecord } from './certificate-record.ts';
import { ethicsOfSessions, readSessionList, readSessions } from './certificate-sessions.ts';
import { titleOf } from './certificate-title.ts';
import { findDates, turnedDay } from './dates.ts';
import { confidenceOf, unitDoubt, valueFrom } from './field-values.ts';
import { type Fields, openForm, placesOf } from './form-reading.ts';
import { readHours } from './hours.ts';
import type { PageView } from './page-view.ts';
import { allDoubted, holdsSeveral } from './several-certificates.ts';
import { readIssuerSignature } from './signature.ts';
import { unlessTorn } from './torn-words.ts';
import type { Found } from './value-near-label.ts';

export type CertificateReading = { fields: Fields; sessions: Session[]; reasons: Reason[] };

/** A certificate of completion in whatever layout: facts with labels, sentences, or lines one below the other. */
export function readCertificate(views: readonly PageView[], isDayFirst: boolean): CertificateReading {
  const { sessions, areas } = readSessions(views);
  const form = withoutWordsOfNames(openForm(views, certificateLabels, isDayFirst, areas));
  const blocks = views
    .flatMap(blocksOfPage)
    .filter(
      (block) =>
        !areas.some(
          ({ page, box }) =>
            block.page === page && topOf(block.box) >= topOf(box) && bottomOf(block.box) <= bottomOf(box) + 0.005,
        ),
    ); // prettier-ignore
  const paper: CertificatePaper = { form, views, blocks, sessions, isDayFirst, reasons: [] };
  const name = nameOf(paper);
  const title = titleOf(paper, name);
  const fields: Fields = {};
  const put = (field: string, value: FieldValue | null) => {
    if (value) fields[field] = value;
  };
  put('attendeeName', unlessTorn(views, name));
  put('courseTitle', unlessTorn(views, title));
  const provider = unlessTorn(views, providerOf(paper, name, title));
  put('provider', provider);
  put('deliveryMode', modeOf(blocks, [title, provider]));
  putDay(paper, put);
  putHours(paper, put, fields);
  put('certificateId', numberOf(paper));
  put('signaturePresent', readIssuerSignature(views));
  const isLabel = (text: string) => form.labels.some((label) => label.text.replace(/[:?]$/, '') === text);
  const record = sessions.length === 0 ? readRecord(views, isDayFirst, isLabel) : { fields: {}, reasons: [] };
  const several = sessions.length === 0 && holdsSeveral(paper) ? allDoubted({ ...fields, ...record.fields }) : null;
  if (several) return { fields: several.fields, sessions: [], reasons: [...paper.reasons, several.reason] };
  return {
    fields: { ...fields, ...record.fields },
    sessions: sessions.length > 0 ? sessions : readSessionList(blocks, textOf(fields.hours)),
    reasons: [...paper.reasons, ...record.reasons],
  };
}

const textOf = (value: FieldValue | undefined) => (typeof value?.value === 'string' ? value.value : null);

/** "Training" in the middle of "Delta Wellness / Training / Network" is a part of a name set in a narrow column, no label. */
function withoutWordsOfNames(form: CertificatePaper['form']): CertificatePaper['form'] {
  const blocks = form.views.flatMap(blocksOfPage);
  const isPartOfName = (label: CertificatePaper['form']['labels'][number]) => {
    const block = blocks.find(({ lines }) => lines.includes(label.segment));
    const own = block ? form.labels.filter((other) => block.lines.includes(other.segment)) : [];
    return (
      !label.hasColon &&
      own.length === 1 &&
      block?.lines[0] !== label.segment &&
      block?.box[2] !== undefined &&
      block.box[2] < 0.3
    );
  };
  return { ...form, labels: form.labels.filter((label) => !isPartOfName(label)) };
}

/** Days with a label count most, unless the label is that of a signature's date. */
function labelledDays({ form }: CertificatePaper): DayMention[] {
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

function putDay(paper: CertificatePaper, put: (field: string, value: FieldValue | null) => void): void {
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

function startOf({ form }: CertificatePaper): string | null {
  const places = form.labels.filter((label) => label.field === 'startedOn').flatMap((label) => placesOf(form, label));
  return places.flatMap((place) => findDates(place.text).slice(0, 1))[0]?.day ?? null;
}

function labelledAmounts({ form }: CertificatePaper): AmountMention[] {
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

function putHours(
  paper: CertificatePaper,
  put: (field: string, value: FieldValue | null) => void,
  fields: Fields,
): void {
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
