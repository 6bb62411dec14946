import { describe, expect, test } from 'vitest';
import { missingPageConcerns } from '#functions/apply-rules/missing-pages.ts';
import { sortFile } from '#functions/sort-documents/sort-documents.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { aFile } from '#test/builders/a-document.ts';
import { aPageOfWords } from '#test/builders/a-page-of-words.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const filler = 'We talked about boundaries, listening and recovery. | May 2026\n'.repeat(28);
const title =
  '# Certificate of Completion\nThis certifies that Dana Fontenot completed Ethics in Practice, 3 hours, March 4, 2026';

/** A page whose last line is its number, as it is printed at the foot. */
const page = (number: number, foot: string, head = title) =>
  aPageOfWords(`${head}\n\n${filler}\n${foot}`, { number, within: [0.08, 0.03, 0.84, 0.9] });

const documentsOf = (attachment: string, ...feet: string[]): DocumentRecord[] =>
  sortFile(aFile({ attachment, readingKey: 'reading/x' }), {
    engine: 'made-up',
    pages: feet.map((foot, at) => page(at + 1, foot, at === 0 ? title : 'More of what was taught')),
  });

function missingIn(...files: DocumentRecord[][]): string[] {
  const claims = files.flat().map((document, at) => {
    return { document, submissionId: submissionIdFor(1), at, isThisMail: true, doubt: null };
  });
  return missingPageConcerns(claims).map(({ why }) => why);
}

describe('pages that a paper says it has', () => {
  test('B107: are missed when one did not come, and a person is told which', () => {
    expect(missingIn(documentsOf('form.pdf', 'Page 1 of 3', 'Page 3 of 3'))).toEqual([
      'Page 2 of 3 of the paper in "form.pdf" did not come.',
    ]);
  });

  test('are told together when several did not come', () => {
    expect(missingIn(documentsOf('form.pdf', 'Report of 2026 | Page 2 of 4'))).toEqual([
      'Pages 1, 3, 4 of 4 of the paper in "form.pdf" did not come.',
    ]);
  });

  test('are all there, in one file or one by one', () => {
    expect(missingIn(documentsOf('form.pdf', 'Page 1 of 2', 'Page 2 of 2'))).toEqual([]);
    expect(missingIn(documentsOf('one.jpg', 'Page 1 of 2'), documentsOf('two.jpg', 'page 2/2'))).toEqual([]);
    expect(missingIn(documentsOf('uno.pdf', 'Página 1 de 2', 'Página 2 de 2'))).toEqual([]);
  });

  test('are counted for each of two papers', () => {
    const two = [documentsOf('a.pdf', 'Page 1 of 2', 'Page 2 of 2'), documentsOf('b.pdf', 'Page 1 of 2')];

    expect(missingIn(...two)).toEqual(['Page 2 of 2 of the paper in "a.pdf" did not come.']);
  });

  test('are not missed where a page has lost its number', () => {
    expect(missingIn(documentsOf('form.pdf', 'Page 1 of 2', 'smudge'))).toEqual([]);
  });

  test('are not missed because a sentence speaks of another paper, or by a number that makes no sense', () => {
    const spoken = 'See page 2 of 9 of the handbook for more.';
    const inside = [aPageOfWords(`${title}\n${spoken}\nPage 2 of 9\n${filler}`)];

    expect(missingIn(sortFile(aFile({ readingKey: 'reading/x' }), { engine: 'made-up', pages: inside }))).toEqual([]);
    expect(missingIn(documentsOf('form.pdf', spoken))).toEqual([]);
    expect(missingIn(documentsOf('form.pdf', 'Page 5 of 2'))).toEqual([]);
    expect(missingIn(documentsOf('form.pdf', 'Page 1 of 1'))).toEqual([]);
  });
});
