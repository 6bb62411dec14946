import type { Box, Medium, PageReading, Word } from '#shared/domain/reading.ts';
import { misreadWords } from './misread-words.ts';

const page = { width: 612, height: 792 };
const sizes = { '# ': 28, '## ': 17, '= ': 12 } as const;

type Look = {
  number?: number;
  medium?: Medium;
  /** a seed: the words come as a recogniser would read them from a poor scan */
  misread?: number;
  /** the part of the page that the print stands in */
  within?: Box;
};

/**
 * A page as a reader sees it, from lines of text. "# " and "## " are set large, "= " stands in the middle, " | " divides
 * columns, an empty line leaves a gap. Pure: no PDF is made.
 */
export function aPageOfWords(text: string, look: Look = {}): PageReading {
  const { number = 1, misread, within = [0.08, 0.05, 0.84, 0.9] } = look;
  const words = wordsOf(text, within);
  return {
    ...{ number, ...page, medium: look.medium ?? (misread === undefined ? 'text-layer' : 'ocr') },
    words: misread === undefined ? words : misreadWords(words, misread),
    ...{ checkMarks: [], rules: [], ink: [], formFields: [] },
  };
}

function wordsOf(text: string, within: Box): Word[] {
  const words: Word[] = [];
  let y = within[1] * page.height;
  for (const line of text
    .trim()
    .split('\n')
    .map((one) => one.trim())) {
    const mark = (Object.keys(sizes) as (keyof typeof sizes)[]).find((one) => line.startsWith(one));
    const size = (mark ? sizes[mark] : 11) * Math.min(1, within[2] / 0.6);
    const cells = (mark ? line.slice(mark.length) : line).split(' | ');
    const rows = cells.map((cell) => wrapped(cell, size, (within[2] * page.width) / cells.length));
    const depth = Math.max(1, ...rows.map((row) => row.length));
    rows.forEach((row, column) => {
      const left = within[0] + (within[2] * column) / cells.length;
      row.forEach((part, down) => {
        const offset = mark ? Math.max(0, (within[2] * page.width - widthOf(part, size)) / 2) / page.width : 0;
        words.push(...set(part, { left: left + offset, y: y + down * size * 1.3, size }));
      });
    });
    y += line === '' ? 10 : depth * size * 1.3 + 4;
  }
  return words;
}

const widthOf = (text: string, size: number) => text.length * size * 0.5;

function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function set(text: string, { left, y, size }: { left: number; y: number; size: number }): Word[] {
  let x = left * page.width;
  return text.split(' ').flatMap((word) => {
    const box: Box = [x / page.width, y / page.height, widthOf(word, size) / page.width, size / page.height];
    x += widthOf(`${word} `, size);
    return word === '' ? [] : [{ text: word, box, confidence: 1 }];
  });
}
