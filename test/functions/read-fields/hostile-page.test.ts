import { describe, expect, it } from 'vitest';
import { extractDocument } from '#functions/read-fields/extract-document.ts';
import { splitFile } from '#functions/sort-documents/split-file.ts';
import type { Box, PageReading, Word } from '#shared/domain/reading.ts';

const texts = [
  'Name:',
  'Date',
  'hours',
  '3',
  '2026-01-01',
  'certificate',
  'of',
  'completion',
  'certify',
  'that',
  'training',
];

/** Twenty thousand words and three thousand lines strewn over a page; the same every time. */
function strewnPage(): PageReading {
  let seed = 7;
  const next = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const words = Array.from(
    { length: 20_000 },
    (_, i): Word => ({ text: texts[i % texts.length] ?? '', box: [next(), next(), 0.02, 0.01], confidence: 1 }),
  );
  const rules = Array.from({ length: 3000 }, (_, i) => {
    const box: Box = i % 2 === 0 ? [next(), next(), 0.3, 0.001] : [next(), next(), 0.001, 0.3];
    return { box, direction: i % 2 === 0 ? ('horizontal' as const) : ('vertical' as const) };
  });
  const checkMarks = Array.from({ length: 500 }, () => ({
    box: [next(), next(), 0.01, 0.01] as Box,
    checked: true,
    confidence: 1,
  }));
  return {
    number: 1,
    width: 612,
    height: 792,
    medium: 'text-layer',
    words,
    rules,
    checkMarks,
    ink: [],
    formFields: [],
  };
}

/** A page whose few words are of absurd length. */
function endlessWords(): PageReading {
  const words = ['1'.repeat(100_000), 'certify that '.repeat(20_000), '__a'.repeat(30_000)].map(
    (text, i): Word => ({ text, box: [0.1, i / 10, 0.5, 0.01], confidence: 1 }),
  );
  return {
    number: 1,
    width: 612,
    height: 792,
    medium: 'text-layer',
    words,
    rules: [],
    checkMarks: [],
    ink: [],
    formFields: [],
  };
}

describe('a page made to take for ever', () => {
  it.each([
    ['strewn with words and lines', strewnPage()],
    ['with words without end', endlessWords()],
  ])('%s is sorted and read in a few seconds', (_name, page) => {
    const started = process.threadCpuUsage();
    splitFile({ engine: 'test', pages: [page] });
    for (const kind of [
      'certificate',
      'ce-report',
      'ceu-guidance',
      'training-application',
      'education-evidence',
    ] as const) {
      expect(extractDocument([page], kind).trainings.length).toBeLessThan(500);
    }
    // of this thread alone: a busy machine takes nothing from it
    expect(process.threadCpuUsage(started).user / 1000).toBeLessThan(15_000);
  });
});
