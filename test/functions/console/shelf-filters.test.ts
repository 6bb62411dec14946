import { beforeEach, describe, expect, it } from 'vitest';
import { linesLookedThrough } from '#functions/console/queue/look-through-shelf.ts';
import { queueLineOf } from '#shared/domain/queue-line.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { queueLineWrite } from '#shared/records/queue-line-records.ts';
import { aDocument } from '#test/builders/a-document.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { pageText } from './desk.ts';
import { openQueueDesk, type QueueDesk, referencesOn } from './queue-desk.ts';

let desk: QueueDesk;
beforeEach(async () => {
  desk = await openQueueDesk();
});

const wordsOf = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** Lines of accepted mails as the machine files them, one a minute until the given instant; only the oldest was read by OCR. */
async function putLines(records: RecordStore, count: number, newest: string): Promise<void> {
  const writes = Array.from({ length: count }, (_, at): Write => {
    const receivedAt = new Date(Date.parse(newest) - (count - 1 - at) * 60_000).toISOString();
    const submission = aSubmission({ number: at + 1, outcome: 'accepted', receivedAt });
    const document = aDocument({ reading: at === 0 ? 'ocr' : 'text-layer' });
    return queueLineWrite(queueLineOf({ submission, judgement: null, documents: [document] }));
  });
  for (let from = 0; from < count; from += 25) await records.write(writes.slice(from, from + 25));
}

describe('what is done', () => {
  it.each(['accepted', 'duplicate', 'not-a-submission'] as const)(
    'as %s is filtered as the open cases are',
    async (outcome) => {
      const view = { accepted: 'accepted', duplicate: 'duplicates', 'not-a-submission': 'not-submissions' }[outcome];
      const reasons = [{ code: 'missing-certificate' as const, text: 'No certificate.' }];
      await desk.aCase(1, { outcome });
      await desk.aCase(2, { outcome, reasons });
      await desk.aCase(3, { outcome });
      const page = await pageText(desk, `/?view=${view}&reason=missing-certificate`);
      expect(referencesOn(page)).toEqual(['LA-2026-000002']);
      expect(wordsOf(page)).toContain('(1 to 1 of 1 that fit, of 3)');
      expect(wordsOf(page)).not.toContain('looked through');
      const narrowed = `${await pageText(desk, `/?view=${view}`)}`;
      expect(narrowed).toContain('id="filter-reason"');
      expect(referencesOn(narrowed)).toHaveLength(3);
    },
  );

  it('says beside its name how many lie there, whatever is asked for', async () => {
    for (const number of [1, 2, 3]) await desk.aCase(number, { outcome: 'accepted' });
    const page = await pageText(desk, '/?view=accepted&kind=ceu-guidance');
    expect(page).toContain('Accepted <span class="desk-count">3</span>');
    expect(page).toContain('No case here fits the filter.');
  });

  it('is read a page at a time, the newest first, each once', async () => {
    const receivedAt = (number: number) => `2026-11-${String(1 + (number % 20)).padStart(2, '0')}T15:00:00.000Z`;
    for (let number = 1; number <= 40; number += 1) {
      await desk.aCase(number, { outcome: 'accepted', receivedAt: receivedAt(number) });
    }
    const first = await pageText(desk, '/?view=accepted&medium=ocr');
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    // what comes meanwhile stands before the first and moves nobody
    await desk.aCase(41, { outcome: 'accepted', receivedAt: '2026-11-21T15:00:00.000Z' });
    const second = await pageText(desk, next);
    expect(new Set([...referencesOn(first), ...referencesOn(second)]).size).toBe(40);
    expect(wordsOf(second)).toContain('(27 to 41 of 41 that fit, of 41)');
  });

  it('is kept under a name, filter and all', async () => {
    await desk.aCase(1, { outcome: 'accepted' });
    await desk.app.post('/views', { filter: 'view=accepted&medium=ocr&month=2026-11', name: 'Scans of November' });
    expect(await pageText(desk, '/')).toContain('href="/?view=accepted&amp;medium=ocr&amp;month=2026-11"');
  });

  it('is asked for by the month in which it came, by the clock of the programme', async () => {
    // 11 in the evening of 31 October in Louisiana, and half past midnight of 1 November
    await desk.aCase(1, { outcome: 'accepted', receivedAt: '2026-11-01T04:00:00.000Z' });
    await desk.aCase(2, { outcome: 'accepted', receivedAt: '2026-11-01T05:30:00.000Z' });
    expect(referencesOn(await pageText(desk, '/?view=accepted&month=2026-10'))).toEqual(['LA-2026-000001']);
    expect(referencesOn(await pageText(desk, '/?view=accepted&month=2026-11'))).toEqual(['LA-2026-000002']);
  });
});

describe('a shelf with more lines than are looked through', () => {
  it('says how far it was looked through, and how to reach the rest', async () => {
    await putLines(desk.records, linesLookedThrough + 1, '2026-11-20T15:00:00.000Z');
    const page = wordsOf(await pageText(desk, '/?view=accepted&medium=ocr'));
    expect(page).toContain('No case here fits the filter.');
    expect(page).toContain('Only the newest 5,000 cases were looked through; older ones may fit as well.');
    expect(page).toContain('choose the month in which it came, or find the person or the sender by name');
  });

  it('says nothing of the kind where all of it was looked through', async () => {
    await putLines(desk.records, linesLookedThrough, '2026-11-20T15:00:00.000Z');
    const page = await pageText(desk, '/?view=accepted&medium=ocr');
    expect(referencesOn(page)).toEqual(['LA-2026-000001']);
    expect(wordsOf(page)).toContain('(1 to 1 of 1 that fit, of 5000)');
    expect(page).not.toContain('looked through');
  });

  it('is looked through by the month as well', async () => {
    await putLines(desk.records, linesLookedThrough + 1, '2026-11-03T15:00:00.000Z');
    const page = await pageText(desk, '/?view=accepted&medium=ocr&month=2026-10');
    expect(referencesOn(page)).toEqual(['LA-2026-000001']);
    expect(page).not.toContain('looked through');
  });
});
