import type { FieldValue } from '#shared/domain/document.ts';
import { type Block, partOf } from './blocks-of-page.ts';
import { type CertificatePaper, doubted, foundAs, isSameText, lettersOf } from './certificate-paper.ts';
import { titlesIn } from './certificate-phrases.ts';
import { findDates } from './dates.ts';
import { asText, type Parse, valueFrom } from './field-values.ts';
import { readField } from './form-reading.ts';
import { findHours } from './hours.ts';
import { organisationScore } from './person-name.ts';

const heading =
  /\bcertificate\b|\bcertificado\b|\b(?:proof|record|letter|confirmation|statement)\s+of\b|\b(?:training|course|attendance) record\b|\btranscript\b|\bthank you\b|\bcongratulations\b|\b(?:this|hereby)\b.*\bcertif|\b(?:presented|awarded|granted|given)\s+to\b/i;

/** The training's title: beside its label, after "has completed", or else the largest line that is nothing else. */
export function titleOf(paper: CertificatePaper, name: FieldValue | null): FieldValue | null {
  const { form, blocks, reasons } = paper;
  const isName = (text: string) => typeof name?.value === 'string' && lettersOf(text) === lettersOf(name.value);
  const parse: Parse = (text, context) => {
    const title = asText(withoutQuotes(text), context);
    const isTitle =
      title !== null && /\p{L}{3}/u.test(title.value) && !isName(title.value) && !heading.test(title.value);
    return isTitle && findDates(title.value).length === 0 ? title : null;
  };
  const labelled = readField(form, 'courseTitle', parse);
  if (labelled?.value.value) return labelled.value;
  const isLabelled = (line: string) => form.labels.some((label) => label.from === 0 && label.segment.text === line);
  const titles = titlesIn(blocks, isLabelled).filter((title) => !isName(title.text) && !heading.test(title.text));
  const [best] = titles;
  if (best === undefined) return largestLine(paper, isName);
  const value = valueFrom(foundAs(best, 'phrase'), best.text);
  const differs = titles.some((title) => title.weight === best.weight && !isSameText(title.text, best.text));
  return differs ? doubted(value, 'courseTitle', reasons) : value;
}

const withoutQuotes = (text: string) => text.replace(/^[“"«]|[”"»]$/g, '');

/** A conference prints its own name larger than all that is neither a heading nor the person nor a labelled fact. */
function largestLine({ blocks, form }: CertificatePaper, isName: (text: string) => boolean): FieldValue | null {
  const isLabelled = (block: Block) => block.lines.some((line) => form.labels.some((label) => label.segment === line));
  const possible = blocks.filter((block) => {
    const line = block.text.replace(/\n/g, ' ');
    const words = line.split(' ').length;
    const isPlain = findDates(line).length === 0 && findHours(line).length === 0 && !/:$/.test(line);
    return (
      words >= 2 &&
      words <= 20 &&
      /^\p{Lu}/u.test(line) &&
      isPlain &&
      !isLabelled(block) &&
      !heading.test(line) &&
      !isName(line) &&
      organisationScore(line) < 3
    ); // prettier-ignore
  });
  const [largest, next] = possible.sort((a, b) => heightOf(b) - heightOf(a));
  if (largest === undefined) return null;
  const part = partOf(largest, 0, largest.text.length);
  const isClearly = next === undefined || heightOf(largest) > heightOf(next) * 1.25;
  return valueFrom(foundAs(part, 'guess'), withoutQuotes(part.text), isClearly ? 1 : 0.85);
}

const heightOf = (block: Block) => block.lines[0]?.box[3] ?? 0;
