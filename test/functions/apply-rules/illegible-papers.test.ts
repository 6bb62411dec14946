import { expect, test } from 'vitest';
import { sortFile } from '#functions/sort-documents/sort-documents.ts';
import type { UnreadCause } from '#shared/domain/reading.ts';
import { aFile } from '#test/builders/a-document.ts';
import { certificate, core, ethics, judged, report, row } from '#test/builders/a-judged-mail.ts';
import { aPageOfWords } from '#test/builders/a-page-of-words.ts';

/** A photo as it comes out of sorting when its picture could not be read. */
function photo(unreadCause: UnreadCause, unreadBecause: string) {
  const page = { ...aPageOfWords(''), medium: 'unread' as const, unreadCause, unreadBecause };
  return sortFile(aFile({ attachment: 'IMG_5577.jpg', sha256: 'u'.repeat(64) }), { engine: 'test', pages: [page] });
}
const papers = [report([row(ethics), row(core)]), certificate(ethics)];

test.each(['blurred', 'too-small', 'cut-off', 'too-dark'] as const)(
  'a photo that is %s goes back to the sender, who is told which one and what to do',
  async (cause) => {
    const documents = [...papers, ...photo(cause, 'The picture cannot be read. Please take it again.')];
    const judgement = await judged({ documents });
    expect(judgement.outcome).toBe('needs-sender');
    expect(judgement.reasons.map(({ code }) => code)).toEqual(['illegible']);
    expect(judgement.requests.join(' ')).toContain('"IMG_5577.jpg": The picture cannot be read. Please take it again.');
    // it may be the certificate that seems to be missing
    expect(judgement.findings.every(({ verdict }) => verdict !== 'not-met')).toBe(true);
  },
);

test.each(['noise', 'no-words', 'damaged', 'not-tried'] as const)(
  'a page that could not be read for another cause (%s) is looked at by a person: it may be handwriting',
  async (cause) => {
    const judgement = await judged({ documents: [...papers, ...photo(cause, 'Not clear enough.')] });
    expect(judgement.outcome).toBe('needs-review');
    expect(judgement.reasons.map(({ code }) => code)).toContain('low-confidence');
  },
);
