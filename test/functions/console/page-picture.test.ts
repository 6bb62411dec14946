import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { aDocument, aFile } from '#test/builders/a-document.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { type Desk, onePixelPng, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
});

const pageOne = '/cases/LA-2026-000001/files/file_0001/pages/1.png';

type Paper = Parameters<typeof aDocument>[0];

async function storeOneFile(own: Parameters<typeof aFile>[0] = {}, paper: Paper = {}): Promise<void> {
  const fileKey = await desk.files.put('document', new TextEncoder().encode('the bytes of a stranger'));
  const documents = [aDocument({ pages: [1, 2], ...paper })];
  await storeCase(desk.records, { submission: aSubmission(), files: [aFile({ fileKey, ...own })], documents });
}

describe('the picture of a page', () => {
  it('is drawn by us, as a PNG that nobody keeps', async () => {
    await storeOneFile();
    const answer = await desk.app.request(pageOne);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(onePixelPng);
  });

  it('is drawn once, however often and by however many it is asked for', async () => {
    await storeOneFile();
    await Promise.all(Array.from({ length: 5 }, () => desk.app.request(pageOne)));
    await desk.app.request(pageOne);
    expect(desk.drawn).toEqual([1]);
  });

  it('is never drawn of a file that was refused', async () => {
    await storeOneFile({ refused: { code: 'unsafe-file', text: 'This file is not safe.' } });
    expect((await desk.app.request(pageOne)).status).toBe(404);
    expect(desk.drawn).toEqual([]);
  });

  it('of a photo is the sheet as it was read, where the places of its values fit', async () => {
    const shown: number[] = [];
    const draw = async () => null;
    const drawAsRead = async (_file: unknown, page: number) => {
      shown.push(page);
      return onePixelPng;
    };
    desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { documentReader: { draw, drawAsRead } });
    await storeOneFile({ mediaType: 'image/jpeg' }, { reading: 'ocr' });
    expect((await desk.app.request(pageOne)).status).toBe(200);
    expect(shown).toEqual([1]);
  });

  it('is never drawn of a private paper', async () => {
    await storeOneFile({}, { isSensitive: true });
    expect((await desk.app.request(pageOne)).status).toBe(404);
    expect(desk.drawn).toEqual([]);
  });

  it.each([
    '/cases/LA-2026-000001/files/file_0002/pages/1.png',
    '/cases/LA-2026-000002/files/file_0001/pages/1.png',
    '/cases/LA-2026-000001/files/file_0001/pages/0.png',
    '/cases/LA-2026-000001/files/file_0001/pages/9999.png',
    '/cases/LA-2026-000001/files/file_0001/pages/1.pdf',
    '/cases/LA-2026-000001/files/file_0001',
  ])('is not there for another file, case, page or form: %s', async (address) => {
    await storeOneFile();
    expect((await desk.app.request(address)).status).toBe(404);
    expect(desk.drawn).toEqual([]);
  });

  it('is asked of the renderer two at a time', async () => {
    let [running, most] = [0, 0];
    const draw = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return onePixelPng;
    };
    desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { documentReader: { draw } });
    await storeOneFile();
    const pages = Array.from({ length: 8 }, (_, index) => pageOne.replace('1.png', `${index + 1}.png`));
    const answers = await Promise.all(pages.map((page) => desk.app.request(page)));
    expect(answers.map((answer) => answer.status)).toEqual(pages.map(() => 200));
    expect(most).toBe(2);
  });
});
