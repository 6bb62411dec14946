import { beforeEach, describe, expect, it } from 'vitest';
import { listCorrections } from '#shared/records/correction-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { findLease } from '#shared/records/lease-records.ts';
import { aField } from '#test/builders/a-document.ts';
import { core } from '#test/builders/a-judged-mail.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { type CaseDesk, certificateOf, inDoubt, openCaseDesk } from './case-desk.ts';
import { pageText } from './desk.ts';
import { hostileCase } from './hostile-case.ts';

const mail = submissionIdFor(1);
let desk: CaseDesk;
let page: string;
beforeEach(async () => {
  desk = await openCaseDesk();
  page = `/cases/${await desk.lay(1, await inDoubt())}`;
});

const wordsOf = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const words = async () => wordsOf(await pageText(desk, page));
/** What stands in a control of a page. */
const standsIn = (text: string, name: string) =>
  new RegExp(`<input[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*value="([^"]*)"`).exec(text)?.[1];
const take = () => desk.app.post(`${page}/claim`);
/** As a browser sends the page: the case as it was shown, and what was typed over it. */
const shown = { version: '3', made: '0' };

async function version(): Promise<string> {
  return standsIn(await pageText(desk, page), 'version') ?? '';
}

describe('whose case it is', () => {
  it('is free until somebody takes it, and then theirs to change', async () => {
    expect(await words()).toContain('Nobody works on this case.');
    expect(await pageText(desk, page)).not.toContain('name="field.2.hours"');

    expect((await take()).headers.get('location')).toBe(`${page}?done=taken`);
    expect(await words()).toContain('This case is yours until 9:15 AM');
    expect(await pageText(desk, page)).toContain('name="field.2.hours"');
  });

  it('is said to everybody else, who may read and not change', async () => {
    await take();
    const other = await (await desk.as('supervisor').request(page)).text();
    expect(wordsOf(other)).toContain('Robin Reviewer works on this case until 9:15 AM');
    expect(other).not.toContain('name="field.2.hours"');

    await desk.as('supervisor').post(`${page}/claim`);
    expect((await findLease(desk.records, mail))?.lease.by).toBe(desk.app.staff.staffId);
  });

  it('stays theirs while their page says that they are there, and is over when it does not', async () => {
    await take();
    desk.minutes(10);
    const beat = await desk.app.post(`${page}/still-here`);
    expect([beat.status, await beat.text()]).toEqual([200, '9:25 AM']);
    desk.minutes(16);
    expect((await desk.app.post(`${page}/still-here`)).status).toBe(409);
    expect(await words()).toContain('Nobody works on this case.');
  });

  it('can be handed to a colleague who works on cases, and to nobody else', async () => {
    for (const role of ['supervisor', 'auditor'] as const) await desk.as(role).request('/');
    await take();
    await desk.app.post(`${page}/hand-over`, { to: desk.as('auditor').staff.staffId });
    expect((await findLease(desk.records, mail))?.lease.by).toBe(desk.app.staff.staffId);
    await desk.app.post(`${page}/hand-over`, { to: desk.as('supervisor').staff.staffId });
    expect((await findLease(desk.records, mail))?.lease.by).toBe(desk.as('supervisor').staff.staffId);
  });
});

describe('what is typed on the page of a case', () => {
  it('is kept as a correction; the page shows it beside what the machine read, and what would come of it', async () => {
    await take();
    const typed = { version: await version(), made: '0', 'field.2.hours': '7', 'field.2.courseTitle': core.title };
    const answer = await desk.app.post(`${page}/corrections`, typed);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${page}?done=saved`]);

    const corrections = await listCorrections(desk.records, mail);
    expect(corrections.map(({ change, before }) => [change.what, before])).toEqual([['field', '1']]);
    const text = await pageText(desk, page);
    expect(standsIn(text, 'field.2.hours')).toBe('7');
    expect(wordsOf(text)).toContain('Machine read “ 1 ”. Low, please check 55 %');
    expect(wordsOf(text)).toMatch(/As the page stands now: ✓ ?Accepted/);
    expect(wordsOf(text)).toMatch(/LA-CE-01 : \? ?Cannot tell → becomes ✓ ?Met/);
    expect(wordsOf(text)).toContain('Hours: “ 7 ” (it was read as “ 1 ”) Robin Reviewer');
  });

  it('can be tried before it is saved, on the same page, with nothing written', async () => {
    await take();
    const typed = { version: await version(), made: '0', 'field.2.hours': '7' };
    const tried = await desk.app.post(`${page}/what-if`, typed);
    const text = await tried.text();
    expect(standsIn(text, 'field.2.hours')).toBe('7');
    expect(wordsOf(text)).toMatch(/As the page stands now: ✓ ?Accepted/);
    expect(await listCorrections(desk.records, mail)).toEqual([]);

    const part = await (await desk.app.post(`${page}/what-if`, { ...typed, part: 'outcome' })).text();
    expect(part.trim()).toMatch(/^<div id="outcome-line"/);
    expect(part).not.toContain('<html');
  });

  it('is tried only by who is written down as having opened the case', async () => {
    await desk.app.post(`${page}/what-if`, { version: '3', made: '0' });
    const opened = (await listHistory(desk.records, mail)).filter(({ action }) => action === 'opened-case');
    expect(opened.map(({ who }) => who)).toEqual([desk.app.staff.staffId]);
  });

  it('B235: is not lost when it cannot be, and the page says what to write instead', async () => {
    await take();
    const typed = { version: await version(), made: '0', 'field.2.hours': 'seven' };
    const answer = await desk.app.post(`${page}/corrections`, typed);
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(wordsOf(text)).toContain('"seven" is not an amount of hours. Write it like 1.5.'.replaceAll('"', '&quot;'));
    expect(standsIn(text, 'field.2.hours')).toBe('seven');
  });

  it('is not lost when the time ran out: it can be saved by taking the case again', async () => {
    await take();
    const typed = { version: await version(), made: '0', 'field.2.hours': '7' };
    desk.minutes(16);
    const answer = await desk.app.post(`${page}/corrections`, typed);
    const text = await answer.text();
    expect(answer.status).toBe(409);
    expect(wordsOf(text)).toContain('Nothing was saved: your time with this case ran out.');
    expect(standsIn(text, 'field.2.hours')).toBe('7');
    expect(text).toContain('value="take-and-save"');

    const again = await desk.app.post(`${page}/corrections`, { ...typed, do: 'take-and-save' });
    expect(again.headers.get('location')).toBe(`${page}?done=taken-saved`);
    expect(await listCorrections(desk.records, mail)).toHaveLength(1);
  });

  it('B241: is not lost when somebody else has the case by now, and is not written either', async () => {
    await take();
    const typed = { version: await version(), made: '0', 'field.2.hours': '7', do: 'take-and-save' };
    desk.minutes(16);
    await desk.as('supervisor').post(`${page}/claim`);
    const answer = await desk.app.post(`${page}/corrections`, typed);
    const text = await answer.text();
    expect(answer.status).toBe(409);
    expect(wordsOf(text)).toContain('Robin Supervisor works on this case now, until 9:31 AM');
    expect(standsIn(text, 'field.2.hours')).toBe('7');
    expect(await listCorrections(desk.records, mail)).toEqual([]);
  });

  it('does not bring back what a page from before had shown', async () => {
    await take();
    const old = { version: await version(), made: '0', 'field.2.hours': '1', 'field.2.provider': 'Cypress Learning' };
    await desk.app.post(`${page}/corrections`, { ...old, 'field.2.hours': '7' });
    await desk.app.post(`${page}/corrections`, { ...old, 'field.2.provider': 'Cypress Learning Center' });
    const text = await pageText(desk, page);
    expect(standsIn(text, 'field.2.hours')).toBe('7');
    expect(standsIn(text, 'field.2.provider')).toBe('Cypress Learning Center');
  });

  it('can be taken back, and the machine’s value stands there again', async () => {
    await take();
    const at = { version: await version(), made: '0' };
    await desk.app.post(`${page}/corrections`, { ...at, 'field.2.hours': '7' });
    await desk.app.post(`${page}/corrections`, { ...at, made: '1', do: 'withdrawn:1' });
    const text = await pageText(desk, page);
    expect(standsIn(text, 'field.2.hours')).toBe('1');
    expect(text).not.toContain('value="withdrawn:1"');
  });
});

describe('the rows of a report form', () => {
  it('keep their numbers when one is taken away, and get a new one for a training nobody saw', async () => {
    await take();
    const at = { version: await version(), made: '0' };
    const removed = await desk.app.post(`${page}/corrections`, { ...at, do: 'row-removed:0:0' });
    expect(removed.headers.get('location')).toBe(`${page}?done=saved#document-1`);
    let text = await pageText(desk, page);
    expect(standsIn(text, 'row.0.0.title')).toBeUndefined();
    expect(standsIn(text, 'row.0.1.title')).toBe(core.title);

    const added = { 'add.0.title': 'Peer Rights', 'add.0.hours': '2', 'add.0.completedOn': '5/4/2026' };
    await desk.app.post(`${page}/corrections`, { ...at, made: '1', ...added, 'row.0.1.hours': '7.5' });
    text = await pageText(desk, page);
    expect(standsIn(text, 'row.0.1.hours')).toBe('7.5');
    expect(standsIn(text, 'row.0.2.title')).toBe('Peer Rights');
    expect(standsIn(text, 'row.0.2.completedOn')).toBe('5/4/2026');
  });

  it('stand beside their certificates, with a word where the two differ', async () => {
    const pairs = (await words()).split('Form and certificate, side by side')[1]?.split('Credits of')[0] ?? '';
    expect(pairs).toContain('Hours 7 1 ≠ differs');
    expect(pairs).toContain('Hours 3 3 ✓ alike');
  });
});

describe('a paper as a whole', () => {
  it('can be given to somebody who is found on the roster by a part of their name', async () => {
    await take();
    const at = { version: await version(), made: '0' };
    const asked = { ...at, 'find.1': 'guidry marcus', do: 'find:1', 'field.2.hours': '7' };
    const found = await (await desk.app.post(`${page}/what-if`, asked)).text();
    expect(wordsOf(found)).toContain('Marcus Guidry , RPSS-2, RPSS, active');
    expect(found).toContain('<option value="RPSS-2">Marcus Guidry (RPSS-2)</option>');
    expect(standsIn(found, 'field.2.hours')).toBe('7');

    await desk.app.post(`${page}/corrections`, { ...at, 'person.1': 'RPSS-2' });
    expect(await words()).toContain('It is the paper of Marcus Guidry');
    await desk.app.post(`${page}/corrections`, { ...at, made: '1', 'person.1': 'nobody' });
    expect(await words()).toContain('Set aside: this paper counts for nobody.');
  });

  it('can be said to be in order from top to bottom, or another paper once more', async () => {
    await take();
    const at = { version: await version(), made: '0' };
    await desk.app.post(`${page}/corrections`, { ...at, do: 'confirmed:2' });
    expect(await words()).toContain('✓ A person has looked at this paper.');
    await desk.app.post(`${page}/corrections`, { ...at, made: '1', 'duplicate.2': `${mail}:1` });
    const changes = (await listCorrections(desk.records, mail)).map(({ change }) => change.what);
    expect(changes).toEqual(['confirmed', 'duplicate-of']);
  });
});

describe('the rules beside it', () => {
  it('stand in words, with the pages’ hash, the facts, how each is worked out and where it can be looked at', async () => {
    const text = await pageText(desk, page);
    expect(wordsOf(text)).toContain('At least 3 of the year');
    expect(wordsOf(text)).toMatch(
      /attestation signed yes Yes when the ethics statement on the form is ticked and signed/,
    );
    expect(text).toContain(
      '<a class="usa-link desk-see" href="#d1-value-3">See document 1, Ethics statement ticked</a>',
    );
    expect(text).toContain('href="#credits">See the trainings below</a>');
  });
});

it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '" autofocus onfocus=alert(1) x="'])(
  'a stranger’s words stay words in the controls of a case that is worked on: %s',
  async (payload) => {
    await storeCase(desk.records, hostileCase(payload, { number: 666 }));
    const hostile = '/cases/LA-2026-000666';
    await desk.app.post(`${hostile}/claim`);
    const typed = { ...shown, 'find.0': payload, do: `find:0`, [`field.0.${payload}`]: `${payload} typed` };
    const texts = [
      await pageText(desk, hostile),
      await (await desk.app.post(`${hostile}/what-if`, typed)).text(),
      await (await desk.app.post(`${hostile}/corrections`, { ...typed, 'field.0.hours': payload })).text(),
    ];
    for (const text of texts) {
      const bare = text.replace('<script type="module" src="/assets/desk/case.js"></script>', '');
      expect(bare).not.toContain(payload);
      expect(bare).not.toMatch(/<script|<img src=x/);
      expect(bare.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]+\s(?:on[a-z]+|autofocus|style)\b/i);
    }
  },
);

it('two papers of one training stand side by side, of one mail or of two, with a word where they differ', async () => {
  const [report, first, second] = await inDoubt();
  if (!report || !first || !second) throw new Error('the case has papers');
  const again = await certificateOf(core, { hours: aField('7') });
  page = `/cases/${await desk.lay(2, [report, first, second, again])}`;
  const text = await pageText(desk, page);
  const twins = wordsOf(text).split('Perhaps the same paper twice')[1]?.split('Form and certificate')[0] ?? '';
  expect(twins).toContain('Document 3 and Document 4: ');
  expect(twins).toContain('Hours 1 7 ≠ differs');
  expect(twins).toContain('✓ alike');
  expect(twins).not.toContain('Document 2 and');
  expect(text).toContain(`<img src="${page}/files/file_0004/pages/1.png" alt="First page of ${core.title}.pdf"`);
});

it('two papers whose pictures are alike stand side by side where only one value says that they are two, and nothing is decided by it', async () => {
  const [report] = await inDoubt();
  if (!report) throw new Error('the case has papers');
  const looks = ({ paper, document }: Awaited<ReturnType<typeof certificateOf>>) => {
    return { paper, document: { ...document, likeness: 'f0'.repeat(32) } };
  };
  const looked = looks(await certificateOf(core));
  const misread = looks(await certificateOf({ ...core, day: '2026-08-09' }));
  page = `/cases/${await desk.lay(2, [report, looked, misread])}`;
  const text = wordsOf(await pageText(desk, page));

  expect(text).toContain('two files whose pictures are alike; so are two papers of one course');
});
