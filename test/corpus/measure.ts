import type { FieldValue } from '#shared/domain/document.ts';
import type { FileReading } from '#shared/domain/reading.ts';
import { compareFile, type FileScore } from './compare-file.ts';
import type { Made } from './corpus-folder.ts';
import { processorSeconds } from './processor-time.ts';
import type { CorpusReader } from './read-corpus.ts';

export type Measured = { readonly made: Made; readonly score: FileScore; readonly pages: number };
export type Cost = { readonly medium: string; readonly pages: number; readonly seconds: number | null };

const filesAtOnce = 3;

/** Medium after medium, so that the processor time between two looks belongs to one of them. */
export async function measureAll(
  reader: CorpusReader,
  corpus: readonly Made[],
  onRead: (done: number, all: number) => void,
): Promise<{ measured: Measured[]; costs: Cost[] }> {
  const measured: Measured[] = [];
  const costs: Cost[] = [];
  for (const medium of [...new Set(corpus.map((made) => made.medium))]) {
    const before = processorSeconds();
    const left = corpus.filter((made) => made.medium === medium);
    const own: Measured[] = [];
    const work = async (): Promise<void> => {
      for (let made = left.shift(); made !== undefined; made = left.shift()) {
        own.push(await measureOne(reader, made));
        onRead(measured.length + own.length, corpus.length);
      }
    };
    await Promise.all(Array.from({ length: filesAtOnce }, work));
    measured.push(...own);
    const after = processorSeconds();
    const pages = own.reduce((sum, one) => sum + one.pages, 0);
    costs.push({ medium, pages, seconds: before === null || after === null ? null : after - before });
  }
  return { measured, costs };
}

async function measureOne(reader: CorpusReader, made: Made): Promise<Measured> {
  const { documents, reading } = await reader.read(made);
  const score = compareFile(made, documents, (page, box) => leastSure(reading, page, box));
  return { made, score, pages: reading?.pages.length ?? 1 };
}

/** The engine's own confidence in the words of a place: the lowest, as one wrong word makes a value wrong. */
function leastSure(reading: FileReading | null, page: number, box: FieldValue['box']): number | null {
  const words = reading?.pages.find(({ number }) => number === page)?.words ?? [];
  if (box === null) return null;
  const [left, top, width, height] = box;
  const inside = words.filter(({ box: [x, y, w, h] }) => {
    const [middleX, middleY] = [x + w / 2, y + h / 2];
    return middleX >= left && middleX <= left + width && middleY >= top && middleY <= top + height;
  });
  return inside.length === 0 ? null : Math.min(...inside.map(({ confidence }) => confidence));
}
