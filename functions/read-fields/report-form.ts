import type { FieldValue, TrainingRow } from '#shared/domain/document.ts';
import type { Box } from '#shared/domain/reading.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { bottomOf, leftOf, topOf } from '#shared/reading/box-geometry.ts';
import { hasStatement, readAttestation } from './attestation.ts';
import { markValue, optionOf } from './check-groups.ts';
import {
  asCredential,
  asDate,
  asEmail,
  asHours,
  asPhone,
  asText,
  asYear,
  firstValue,
  unclear,
} from './field-values.ts';
import {
  type Fields,
  type OpenForm,
  openForm,
  placesOf,
  readField,
  readFieldsOf,
  readLegalName,
} from './form-reading.ts';
import type { PageView } from './page-view.ts';
import { reportLabels } from './report-labels.ts';
import { findYear } from './reporting-year.ts';
import { readSignature } from './signature.ts';
import { readTrainingBlocks } from './training-blocks.ts';
import { readTrainingTable } from './training-table.ts';

export type ReportReading = { fields: Fields; trainings: TrainingRow[]; reasons: Reason[] };

type Form = OpenForm<keyof typeof reportLabels>;

/** A continuing education report: who, which year, what was taken, and whether it is attested and signed. */
export function readReportForm(views: readonly PageView[], isDayFirst: boolean): ReportReading {
  const table = readTrainingTable(views, isDayFirst);
  const rows = table.trainings.length > 0 ? table : readTrainingBlocks(views, isDayFirst);
  const areas = rows.areas.length > 0 ? rows.areas : table.areas;
  const form = openForm(views, reportLabels, isDayFirst, areas);
  const { fields, reasons } = readFieldsOf(form, {
    reportingYear: asYear,
    email: asEmail,
    phone: asPhone,
    initialTrainingDate: asDate,
    employer: asText,
    totalHours: asHours,
    totalEthicsHours: asHours,
  });
  const name = readLegalName(form);
  if (name) {
    fields.legalName = name.value;
    reasons.push(...name.reasons);
  }
  const signature = readSignature(form, 'signature');
  const others: Record<string, FieldValue | null> = {
    reportingYear: fields.reportingYear?.value
      ? fields.reportingYear
      : (findYear(views) ?? fields.reportingYear ?? null),
    credentialType: credentialOf(form, reasons),
    attestationChecked: attestationOf(views, signature),
    signaturePresent: signature,
    signatureDate: signatureDateOf(form, reasons),
  };
  for (const [name, value] of Object.entries(others)) if (value) fields[name] = value;
  return { fields, trainings: rows.trainings, reasons: [...rows.reasons, ...reasons] };
}

/** Where the statement has no box, signing below it is attesting. */
function attestationOf(views: readonly PageView[], signature: FieldValue | null): FieldValue | null {
  const ticked = readAttestation(views);
  if (ticked !== null || signature === null || !hasStatement(views)) return ticked;
  return { ...signature, confidence: Math.min(signature.confidence, 0.9) };
}

/** A ticked box for the one or the other, or what is written beside the label. */
function credentialOf(form: Form, reasons: Reason[]): FieldValue | null {
  for (const view of form.views) {
    const options = view.marks.map((mark) => optionOf(view, mark)).filter(({ text }) => text.split(' ').length <= 8);
    const offered = options.flatMap(({ mark, text }) => {
      const meant = asCredential(text, { field: 'credentialType', label: '', isDayFirst: false });
      return meant ? [{ mark, value: meant.value }] : [];
    });
    if (new Set(offered.map((option) => option.value)).size < 2) continue;
    const [ticked, ...more] = offered.filter(({ mark }) => mark.checked);
    if (ticked && more.length === 0) return markValue(view, ticked.mark, ticked.value);
    if (ticked) reasons.push(unclear('credentialType'));
    const [first] = offered;
    if (first) return { ...markValue(view, first.mark, null), confidence: ticked ? 0.5 : 0.95 };
  }
  const written = readField(form, 'credentialType', asCredential);
  reasons.push(...(written?.reasons ?? []));
  return written?.value ?? null;
}

/** Of all labels "Date" the one that goes with the signature: level with it, or next below. */
function signatureDateOf(form: Form, reasons: Reason[]): FieldValue | null {
  const signatures = form.labels.filter((label) => label.field === 'signature');
  const dates = form.labels
    .filter((label) => label.field === 'signatureDate')
    .flatMap((label) =>
      signatures.filter((one) => one.page === label.page).map((one) => ({ label, cost: costOf(one.box, label.box) })),
    )
    .filter(({ cost }) => cost < 0.3)
    .sort((a, b) => a.cost - b.cost);
  for (const { label } of dates) {
    const reading = firstValue(placesOf(form, label), asDate, {
      field: 'signatureDate',
      label: label.text,
      isDayFirst: form.isDayFirst,
    });
    if (reading === null) continue;
    reasons.push(...reading.reasons);
    return reading.value;
  }
  return readField(form, 'signatureDate', asDate)?.value ?? null;
}

function costOf(signature: Box, date: Box): number {
  const down = Math.abs(topOf(date) - topOf(signature));
  const isBefore = bottomOf(date) < topOf(signature) - 0.02;
  return down + Math.abs(leftOf(date) - leftOf(signature)) * 0.05 + (isBefore ? 0.3 : 0);
}
