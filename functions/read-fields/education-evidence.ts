import type { FieldValue } from '#shared/domain/document.ts';
import { type Block, blocksOfPage, partOf } from './blocks-of-page.ts';
import { namesIn } from './certificate-phrases.ts';
import { findDates } from './dates.ts';
import { valueFrom } from './field-values.ts';
import type { Fields } from './form-reading.ts';
import type { PageView } from './page-view.ts';
import { isPersonName, organisationScore } from './person-name.ts';

const types: readonly (readonly [string, RegExp])[] = [
  ['transcript', /\btranscript\b/i],
  ['ged', /\bG\.?E\.?D\b|\bgeneral educational development\b|\bhigh school equivalency\b|\bhiset\b/i],
  ['degree', /\b(?:bachelor|master|associate|doctor)\b.*\b(?:of|in|degree)\b|\bdegree of\b/i],
  ['diploma', /\bdiploma\b|\bgraduat/i],
];

/** A diploma, GED, transcript or degree: whose, from where, of which kind, and when. */
export function readEducationEvidence(views: readonly PageView[]): { fields: Fields } {
  const blocks = views.flatMap(blocksOfPage);
  const fields: Fields = {};
  const put = (field: string, value: FieldValue | null) => {
    if (value) fields[field] = value;
  };
  put('holderName', holderOf(blocks));
  put('institution', institutionOf(blocks));
  put('evidenceType', typeOf(blocks));
  put('awardedOn', dayOf(blocks));
  return { fields };
}

function holderOf(blocks: readonly Block[]): FieldValue | null {
  const [named] = namesIn(blocks);
  if (named) return valueFrom({ ...named, how: 'phrase' }, named.text);
  const line = blocks.find((block) => isPersonName(block.text));
  return line ? valueFrom({ ...partOf(line, 0, line.text.length), how: 'guess' }, line.text, 0.9) : null;
}

function institutionOf(blocks: readonly Block[]): FieldValue | null {
  const parts = blocks.flatMap((block) =>
    block.lines.map((line) => ({ text: line.text, box: line.box, page: block.page, sureness: 1 })),
  );
  const [best] = parts
    .filter(
      ({ text }) =>
        /\b(?:school|college|university|academy|institute|high|education)\b/i.test(text) && !/\bdiploma\b/i.test(text),
    )
    .sort((a, b) => organisationScore(b.text) - organisationScore(a.text));
  return best ? valueFrom({ ...best, how: 'guess' }, best.text) : null;
}

function typeOf(blocks: readonly Block[]): FieldValue | null {
  for (const [type, pattern] of types) {
    const block = blocks.find((one) => pattern.test(one.text));
    if (block) return valueFrom({ ...partOf(block, 0, block.text.length), how: 'phrase' }, type);
  }
  return null;
}

function dayOf(blocks: readonly Block[]): FieldValue | null {
  for (const block of blocks) {
    const [date] = findDates(block.text.replace(/\n/g, ' '));
    if (date?.day) return valueFrom({ ...partOf(block, date.start, date.end), how: 'phrase' }, date.day);
  }
  return null;
}
