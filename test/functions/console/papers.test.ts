import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileIdOf } from '#shared/domain/ids.ts';
import { listCorrections } from '#shared/records/correction-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { findSorting } from '#shared/records/sorting-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { openReadingDesk, type ReadingDesk } from './a-reading-desk.ts';
import { pageText } from './desk.ts';

const mail = submissionIdFor(1);
const scan = fileIdOf(2);
let desk: ReadingDesk;
let page: string;
beforeEach(async () => {
  desk = await openReadingDesk();
  page = `/cases/${await desk.layTwoTakenForOne(1)}`;
  await desk.app.post(`${page}/claim`);
});
afterEach(() => desk.idle());

const plain = (text: string) =>
  text
    .replace(/<\/?(?:bdi|span)[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const version = async () => String((await findSubmission(desk.records, mail))?.version);
const send = async (fields: Record<string, string>, do_ = 'sorted') =>
  desk.app.post(`${page}/papers`, { version: await version(), do: do_, ...fields });
const papersOfScan = async () =>
  (await listDocuments(desk.records, mail))
    .filter(({ fileId }) => fileId === scan)
    .map(({ kind, pages, fields }) => [kind, ...pages, fields.courseTitle?.value]);

describe('the page on which papers are split, joined and sorted', () => {
  it('shows each page of each file small, with what it is part of now', async () => {
    const text = await pageText(desk, `${page}/papers`);
    expect(text).toContain(`src="${page}/files/${scan}/pages/2.png"`);
    expect(plain(text)).toContain('Now: document 2, certificate (goes on)');
    expect(text).toMatch(/name="page\.file_0002\.2"[\s\S]*?<option value="on" selected>/);
    // a first page goes on with nothing
    expect(text).toMatch(/name="page\.file_0002\.1"[^>]*>\s*<option value="begin" selected>/);
  });

  it('splits one paper into two, which are read again; the case stays with the reviewer', async () => {
    const answer = await send({ [`page.${scan}.2`]: 'begin:certificate' });
    expect(answer.headers.get('location')).toBe(`${page}?done=sent-to-read`);
    await desk.idle();
    expect(await papersOfScan()).toEqual([
      ['certificate', 1, 1, 'Boundaries at Work'],
      ['certificate', 2, 2, 'Helping Someone Plan Ahead'],
    ]);
    expect(plain(await pageText(desk, page))).toContain('This case is yours');
    // what was said stands in the page when it is opened again
    const again = await pageText(desk, `${page}/papers`);
    expect(again).toMatch(/name="page\.file_0002\.2"[\s\S]*?<option value="begin:certificate" selected>/);
  });

  it('joins two papers into one again', async () => {
    await send({ [`page.${scan}.2`]: 'begin' });
    await desk.idle();
    expect(await papersOfScan()).toHaveLength(2);
    await send({ [`page.${scan}.2`]: 'on' });
    await desk.idle();
    expect((await papersOfScan()).map(([kind, from, to]) => [kind, from, to])).toEqual([['certificate', 1, 2]]);
  });

  it('says nothing of files in which nothing was chosen anew', async () => {
    await send({ [`page.${fileIdOf(1)}.1`]: 'begin', [`page.${scan}.2`]: 'begin' });
    await desk.idle();
    expect(await findSorting(desk.records, mail, fileIdOf(1))).toBeNull();
    expect(await findSorting(desk.records, mail, scan)).toMatchObject({ parts: [{ kind: null }, { kind: null }] });
  });

  it('reads the papers again as they are, when that alone is asked', async () => {
    expect((await send({}, 'as-it-is')).status).toBe(303);
    await desk.idle();
    expect(await findSorting(desk.records, mail, scan)).toBeNull();
    // the machine by itself sees that these are two
    expect(await papersOfScan()).toHaveLength(2);
  });

  it('does nothing, says why and keeps what was chosen, where it cannot be', async () => {
    const nothing = await send({});
    expect([nothing.status, plain(await nothing.text())]).toEqual([
      422,
      expect.stringContaining('You changed nothing'),
    ]);
    const old = await desk.app.post(`${page}/papers`, { version: '1', [`page.${scan}.2`]: 'begin:other' });
    const text = await old.text();
    expect(old.status).toBe(409);
    expect(text).toMatch(/name="page\.file_0002\.2"[\s\S]*?<option value="begin:other" selected>/);
    expect(await findSorting(desk.records, mail, scan)).toBeNull();
  });

  it('is only to be looked at by whoever does not have the case', async () => {
    const text = await (await desk.as('supervisor').request(`${page}/papers`)).text();
    expect(text).not.toContain('<select class="usa-select desk-control" id="page');
    expect(plain(text)).toContain('Robin Reviewer works on this case');
    const answer = await desk
      .as('supervisor')
      .post(`${page}/papers`, { version: await version(), [`page.${scan}.2`]: 'begin' });
    expect(answer.status).toBe(409);
    expect(await findSorting(desk.records, mail, scan)).toBeNull();
  });
});

describe('a case whose papers are being read again', () => {
  it('says so, lets nothing be typed, and comes back when the machine is through', async () => {
    const letGo = desk.hold();
    await send({ [`page.${scan}.2`]: 'begin' });
    const meanwhile = await pageText(desk, `${page}?done=read-again`);
    expect(plain(meanwhile)).toContain('The papers of this mail are being read.');
    expect(plain(meanwhile)).not.toContain('The papers were read again.');
    expect(meanwhile).not.toContain('name="field.');
    expect(await pageText(desk, `${page}/being-read`)).toBe('being read');

    letGo();
    await desk.idle();
    expect(await pageText(desk, `${page}/being-read`)).toBe('read');
    const back = await pageText(desk, `${page}?done=read-again`);
    expect(plain(back)).toContain('The papers were read again.');
    expect(back).toContain('name="field.2.hours"');
  });

  it('shows what people had said of papers that are no longer the same, until it is done with', async () => {
    const typed = { version: await version(), made: '0', 'field.1.hours': '4' };
    await desk.app.post(`${page}/corrections`, typed);
    await send({ [`page.${scan}.2`]: 'begin' });
    await desk.idle();
    const text = plain(await pageText(desk, page));
    expect(text).toContain('Said of papers that are no longer the same (1)');
    expect(text).toContain('Hours: “4” (it was read as “3”) on scan of both.pdf, pages 1 to 2; Robin Reviewer');
    expect(plain(await (await desk.as('supervisor').request(page)).text())).toContain(
      '1 of what people said no longer fits',
    );

    await desk.app.post(`${page}/corrections`, { version: await version(), made: '1', do: 'withdrawn:1' });
    expect((await listCorrections(desk.records, mail)).map(({ change }) => change.what)).toEqual([
      'field',
      'withdrawn',
    ]);
    expect(plain(await pageText(desk, page))).not.toContain('no longer the same');
  });
});
