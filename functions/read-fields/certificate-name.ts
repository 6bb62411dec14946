import type { FieldValue } from '#shared/domain/document.ts';
import { type CertificatePaper, doubted, foundAs, isSameText } from './certificate-paper.ts';
import { namesIn } from './certificate-phrases.ts';
import { asName, valueFrom } from './field-values.ts';
import { readField } from './form-reading.ts';
import { isPersonName } from './person-name.ts';

/** A value with its label beats words in a sentence, and those beat a guess. Two that differ leave doubt. */
export function nameOf({ form, blocks, reasons }: CertificatePaper): FieldValue | null {
  const labelled = readField(form, 'attendeeName', (text, context) => {
    const name = asName(text, context);
    return name !== null && isPersonName(name.value) ? name : null;
  });
  const [named, ...others] = namesIn(blocks);
  if (labelled?.value.value) {
    const disputed = named !== undefined && named.weight >= 3 && !isSameText(String(labelled.value.value), named.text);
    return disputed ? doubted(labelled.value, 'attendeeName', reasons) : labelled.value;
  }
  if (named === undefined) return labelled?.value.raw ? labelled.value : null;
  const name = asName(named.text, { field: 'attendeeName', label: '', isDayFirst: false });
  const value = valueFrom(foundAs(named, 'phrase'), name?.value ?? named.text, named.weight > 1 ? 1 : 0.92);
  const isDisputed = others.some(
    (other) => other.weight >= Math.min(named.weight, 2) && !isSameText(other.text, named.text),
  );
  return isDisputed ? doubted(value, 'attendeeName', reasons) : value;
}
