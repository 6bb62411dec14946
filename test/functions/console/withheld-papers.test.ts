import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeCorrect } from '#functions/desk/correct.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import { findFile, saveFile } from '#shared/records/file-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import { aDocument, aField, aFile } from '#test/builders/a-document.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';
import { clear, openCaseDesk } from './case-desk.ts';
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

describe('the evidence pack of a case with a paper that was ordered away', () => {
  const words = ['Helping Someone Plan Ahead', '2026-06-10'];

  async function packed(order: 'restrict' | 'return' | 'destroy', at: string) {
    const desk = await openCaseDesk();
    const reference = await desk.lay(1, (await clear()).slice(0, 3));
    const correction = { what: 'field', document: 2, field: 'hours', value: '7' };
    await desk.app.post(`/cases/${reference}/claim`);
    const mail = submissionIdFor(1);
    const stored = await findSubmission(desk.records, mail);
    if (!stored) throw new Error('no such mail');
    const rawKey = await desk.files.put('raw', new TextEncoder().encode('as it came'));
    await desk.records.write([submissionWrite({ ...stored.submission, rawKey }, { version: stored.version })]);
    const version = stored.version + 1;
    const correct = makeCorrect(desk.deps);
    await correct({ submissionId: mail, who: desk.app.staff.staffId, version, changes: [correction] });
    for (const fileId of [fileIdOf(1), fileIdOf(3)]) {
      const found = await findFile(desk.records, mail, fileId);
      if (!found) throw new Error('no such file');
      await saveFile(
        desk.records,
        { ...found.file, withheld: { order, by: ann, at, reason: 'Private.' } },
        found.version,
      );
    }
    const answer = await desk.as('supervisor').request(`/cases/${reference}/evidence.zip`);
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const text = Object.values(parts)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('\n');
    const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json']));
    return { names: Object.keys(parts), text, leftOut: JSON.stringify(manifest.leftOut) };
  }

  it.each(['return', 'destroy'] as const)(
    '(%s) holds nothing of what stood on it, and names what is left out',
    async (order) => {
      const { names, text, leftOut } = await packed(order, '2026-12-03T15:00:00.000Z');
      for (const word of words) expect(text).not.toContain(word);
      expect(names).not.toContain('findings.json');
      for (const row of ['DOC#0003#001', 'CORRECTION#0001', 'JUDGEMENT', 'findings.json'])
        expect(leftOut).toContain(row);
      expect(text).toContain('Boundaries at Work');
    },
  );

  it('(restrict) is whole: it is for supervisors, as the paper is', async () => {
    const { names, text } = await packed('restrict', '2026-12-03T15:00:00.000Z');
    expect(names).toContain('findings.json');
    expect(text).toContain(words[0]);
  });
});
