import { beforeEach, describe, expect, it } from 'vitest';
import { type CaseDesk, inDoubt, openCaseDesk } from './case-desk.ts';
import { pageText } from './desk.ts';

const plain = (text: string) =>
  text
    .replace(/<\/?(?:bdi|strong|span)[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
let desk: CaseDesk;
let page: string;
let at: Record<string, string>;
let fresh: string;
beforeEach(async () => {
  desk = await openCaseDesk();
  page = `/cases/${await desk.lay(1, await inDoubt())}`;
  await desk.app.post(`${page}/claim`);
  fresh = await pageText(desk, page);
  at = { version: /name="version" value="(\d+)"/.exec(fresh)?.[1] ?? '', made: '0' };
});

const nameOf = (pattern: RegExp) => pattern.exec(fresh)?.[1] ?? 'none';
const live = async (typed: Record<string, string>) =>
  (await desk.app.post(`${page}/what-if`, { ...at, part: 'outcome', ...typed })).text();
const partOf = (text: string, id: string) => text.slice(text.indexOf(`id="${id}"`));

describe('what comes back while somebody types', () => {
  it('has the trainings as they would be then, with what was chosen about them still chosen', async () => {
    const ruled = nameOf(/name="(credit\.[^"]+)\.counts"/);
    const text = await live({ 'field.2.hours': '7', [`${ruled}.counts`]: 'no', [`${ruled}.reason`]: 'not ours' });
    const credits = partOf(text, 'credits-part');
    expect(plain(credits)).toMatch(/Helping Someone Plan Ahead.* 7 Core ✓ ?Counted/);
    expect(credits).toContain('<option value="no" selected>Does not count</option>');
    expect(credits).toMatch(/name="credit\.[^"]+\.reason"[^>]* value="not ours"/);
  });

  it('names the same lines as the page where no training came or went, so that nothing in hand is moved', async () => {
    const linesOf = (text: string) => /id="credits-part" data-lines="([^"]+)"/.exec(text)?.[1];
    expect(linesOf(await live({ 'field.2.hours': '7' }))).toBe(linesOf(fresh));
    expect(linesOf(await live({ 'add.0.title': 'Another one', 'add.0.hours': '1' }))).not.toBe(linesOf(fresh));
  });

  it('leaves trainings and rules alone where what is typed cannot be tried, such as half a number', async () => {
    const text = await live({ 'field.2.hours': 'sev' });
    expect(plain(text)).toContain('Cannot be tried:');
    expect(text).not.toContain('id="credits-part"');
  });

  it('keeps a doubt that was put aside in sight, to be brought back, and decides with it', async () => {
    const doubt = nameOf(/name="(doubt\.low-confidence\.[^"]+)\.settled"/);
    const typed = { [`${doubt}.settled`]: 'yes', [`${doubt}.reason`]: 'clear to the eye' };
    const text = await live(typed);
    expect(partOf(text, 'doubts-part')).toMatch(/name="doubt\.low-confidence\.[^"]+" value="yes" form="work" checked/);
    expect(text).not.toContain('Not part of it:');
  });

  it('keeps what was ruled on a training that is not there as it is typed now, and says that it is no part of it', async () => {
    const ruled = nameOf(/name="(credit\.[^"]+)\.counts"/).replace('credit.', 'credit.x');
    const text = await live({ [`${ruled}.counts`]: 'no' });
    expect(partOf(text, 'rulings-kept')).toContain(
      `<input type="hidden" name="${ruled}.counts" value="no" form="work">`,
    );
    expect(plain(partOf(text, 'rulings-kept'))).toContain('you ruled on something that the case');
  });
});
