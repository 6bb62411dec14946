import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aDocument, aField, aFile } from '#test/builders/a-document.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';
import { openDesk, pageText } from './desk.ts';

describe('a paper that a person ordered to be withheld', () => {
  it.each(['restrict', 'return', 'destroy'] as const)('(%s) shows neither its words nor its values', async (order) => {
    const desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
    const words = [{ text: 'diagnosis', box: [0.1, 0.1, 0.2, 0.02] }];
    const pages = [{ number: 1, width: 612, height: 792, words, checkMarks: [] }];
    const bytes = new TextEncoder().encode(JSON.stringify({ pages }));
    const withheld = { order, by: ann, at: '2026-11-21T10:00:00.000Z', reason: 'Private.' };
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const file = aFile({ mediaType, readingKey: await desk.files.put('reading', bytes) });
    const documents = [aDocument({ fields: { courseTitle: aField('Recovery after relapse') } })];
    await storeCase(desk.records, { submission: aSubmission(), files: [file], documents });
    const before = await pageText(desk, '/cases/LA-2026-000001');
    expect(before).toContain('diagnosis');
    expect(before).toContain('Recovery after relapse');

    const key = { pk: `SUB#${aSubmission().submissionId}`, sk: 'FILE#0001' };
    const row = await desk.records.find(key);
    await desk.records.write([{ put: { ...key, body: { ...Object(row?.body), withheld } }, expect: 'any' }]);
    const page = await pageText(desk, '/cases/LA-2026-000001');
    expect(page).not.toContain('diagnosis');
    expect(page).not.toContain('Recovery after relapse');
    expect(page).toContain('This is a private paper');
  });
});
