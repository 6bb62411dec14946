import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { aDocument, aField, aFile, aSession } from '#test/builders/a-document.ts';
import { aCredit, aFinding, aJudgement } from '#test/builders/a-judgement.ts';
import { aMatchedPerson } from '#test/builders/a-person.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aMail, aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { type Desk, openDesk, pageText } from './desk.ts';
import { exampleReference, storeExampleCases } from './example-cases.ts';

let desk: Desk;
beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
});

const onlyCase = '/cases/LA-2026-000001';
/** What a reader sees: no tags, one blank between words. */
const wordsOf = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the page of a case', () => {
  it('shows what a rule in shadow would say apart from the rules', async () => {
    const shadow = [aFinding({ rule: 'LA-CE-90', verdict: 'not-met', why: 'You would need 4 hours.' })];
    await storeCase(desk.records, { submission: aSubmission(), judgement: aJudgement({ shadow }) });
    const words = wordsOf(await pageText(desk, onlyCase));
    expect(words).toMatch(/In shadow for .*tried out only, without any effect.*LA-CE-90.*You would need 4 hours\./);
    expect(words.indexOf('LA-CE-90')).toBeGreaterThan(words.indexOf('LA-CE-02'));
  });

  it('tells the mail, the outcome and the reasons with links to their documents', async () => {
    await storeExampleCases(desk);
    const page = await pageText(desk, `/cases/${exampleReference}`);
    expect(wordsOf(page)).toContain('Received Nov 19, 2026, 10:42 AM CST');
    expect(wordsOf(page)).toContain('dana.fontenot@example.org');
    expect(wordsOf(page)).toContain('Checked: the mail comes from this address');
    expect(page).toContain('<a class="usa-link desk-where" href="#document-2">Document 2, Hours</a>');
    expect(wordsOf(page)).toContain('Dana R. Fontenot RPSS-0042 Certain match');
  });

  it('B143: puts a badge where a name, an address or a file is written in letters of two alphabets, and spells them', async () => {
    const mail = aMail({ from: 'dana@xn--exmple-4nf.org', fromName: 'D\u0430na Fontenot' });
    const judgement = aJudgement({ people: [aMatchedPerson({ name: 'Dan\u0430 Fontenot' })] });
    const files = [aFile({ attachment: '\u0441ertificate.pdf' })];
    await storeCase(desk.records, { submission: aSubmission({ mail }), judgement, files });
    const words = wordsOf(await pageText(desk, onlyCase));
    expect([...new Set(words.match(/Letters of two alphabets \S+/g))]).toEqual([
      'Letters of two alphabets Dan[U+0430]',
      'Letters of two alphabets D[U+0430]na',
      'Letters of two alphabets ex[U+0430]mple',
      'Letters of two alphabets [U+0441]ertificate',
    ]);
  });

  it('B156: shows a tag behind our address as the sender’s own, which proves nothing', async () => {
    const { envelope } = aSubmission();
    const tagged = { ...envelope, recipients: ['ce+RPSS-0042@office.example'] };
    await storeCase(desk.records, { submission: aSubmission({ envelope: tagged }) });
    await storeCase(desk.records, { submission: aSubmission({ number: 2 }) });
    expect(wordsOf(await pageText(desk, onlyCase))).toContain(
      'Sent to ce+RPSS-0042@office.example (what stands behind',
    );
    expect(wordsOf(await pageText(desk, '/cases/LA-2026-000002'))).not.toContain('Sent to');
  });

  it('joins each field to its place on the page, in both directions', async () => {
    await storeExampleCases(desk);
    const page = await pageText(desk, `/cases/${exampleReference}`);
    const boxes = [...page.matchAll(/<a id="(d\d+-place-\w+)"[^>]*href="#(d\d+-value-\w+)"/g)];
    expect(boxes.length).toBe(7 + 3 + 6);
    for (const [, box, row] of boxes) {
      expect(page).toContain(`href="#${box}"`);
      expect(page).toContain(`<tr id="${row}">`);
    }
  });

  it('draws a place as a share of the page, so that it fits at every size', async () => {
    const fields = { hours: aField('3', { box: [0.5, 0.25, 0.1, 0.02] }) };
    await storeCase(desk.records, { submission: aSubmission(), files: [aFile()], documents: [aDocument({ fields })] });
    const page = await pageText(desk, onlyCase);
    expect(page).toMatch(/<rect x="49\.60%" y="24\.70%" width="10\.80%"\s+height="2\.60%"/);
  });

  it('says how sure each value is in words and in percent, and never rounds up to certainty', async () => {
    const fields = {
      attendeeName: aField('Dana', { confidence: 0.999 }),
      courseTitle: aField('Ethics', { confidence: 0.85 }),
      hours: aField('3', { confidence: 0.4 }),
    };
    await storeCase(desk.records, { submission: aSubmission(), documents: [aDocument({ fields })] });
    const words = wordsOf(await pageText(desk, onlyCase));
    expect(words).toContain('Name on certificate Dana High 99 %');
    expect(words).toContain('Training Ethics Medium 85 %');
    expect(words).toContain('Hours 3 Low, please check 40 %');
  });

  it('shows what stands on the page where the value reads differently, and says when nothing is written', async () => {
    const fields = {
      completedOn: aField('2026-03-04', { raw: '03/04/26' }),
      hours: aField('3', { raw: '3' }),
      phone: aField(null, { box: null }),
      signaturePresent: aField(true),
    };
    await storeCase(desk.records, { submission: aSubmission(), documents: [aDocument({ fields })] });
    const words = wordsOf(await pageText(desk, onlyCase));
    expect(words).toContain('Finished on Mar 4, 2026 on the page: “ 03/04/26 ”');
    expect(words).not.toContain('on the page: “ 3 ”');
    expect(words).toContain('Phone nothing written');
    expect(words).toContain('Signed Yes');
  });

  it('shows each session of a conference certificate', async () => {
    const sessions = [aSession(), aSession({ title: aField('Peer ethics'), ethics: true })];
    await storeCase(desk.records, { submission: aSubmission(), documents: [aDocument({ sessions })] });
    const words = wordsOf(await pageText(desk, onlyCase));
    expect(words).toContain('Sessions on this certificate');
    expect(words).toContain('Peer ethics 1.5 Ethics');
  });

  it('adds up counted hours exactly, and only those', async () => {
    const credits = [
      aCredit({ hours: 275 }),
      aCredit({ hours: 10, bucket: 'core' }),
      aCredit({ hours: 500, status: 'undecided', bucket: null }),
    ];
    await storeCase(desk.records, { submission: aSubmission(), judgement: aJudgement({ credits }) });
    expect(wordsOf(await pageText(desk, onlyCase))).toContain('Counted here 2.85 2.75 ethics, 0.1 core');
  });

  it('gives each person of a mail a table of credits and one of rules', async () => {
    const people = [aMatchedPerson(), aMatchedPerson({ name: 'Marcus T. Guidry', specialistId: 'RPSS-0050' })];
    const judgement = aJudgement({
      people,
      credits: [aCredit(), aCredit({ person: 1, title: 'Peer Leadership' })],
      findings: [aFinding(), aFinding({ person: 1 })],
    });
    await storeCase(desk.records, { submission: aSubmission(), judgement });
    const words = wordsOf(await pageText(desk, onlyCase));
    for (const name of ['Dana R. Fontenot', 'Marcus T. Guidry']) {
      expect(words).toContain(`Credits of ${name}`);
      expect(words).toContain(`The rules for ${name}`);
    }
  });

  it('puts the rules that need a person first, with citation, facts in hours and what is missing', async () => {
    const findings = [
      aFinding(),
      aFinding({ rule: 'LA-CE-01', verdict: 'cannot-tell', missing: ['hours in review'] }),
      aFinding({ rule: 'LA-CE-03', verdict: 'not-met', value: '2.5', required: '7' }),
    ];
    await storeCase(desk.records, { submission: aSubmission(), judgement: aJudgement({ findings }) });
    const page = await pageText(desk, onlyCase);
    const words = wordsOf(page);
    const order = ['LA-CE-03', 'LA-CE-01', 'LA-CE-02'].map((rule) => page.indexOf(`${rule}</bdi>, report year`));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(words).toContain('Not met proposed; a person decides');
    expect(words).toContain('2.5 / 7');
    expect(words).toContain('ethics hours 3 hours');
    expect(words).toContain('hours in review not known');
    expect(words).toContain('bbbbbbbbbbbb');
  });

  it('names every file of the mail and why it was not read', async () => {
    const refused = { code: 'encrypted-file' as const, text: 'This file needs a password.' };
    await storeCase(desk.records, { submission: aSubmission(), files: [aFile({ attachment: 'locked.pdf', refused })] });
    expect(wordsOf(await pageText(desk, onlyCase))).toContain('Not read. This file needs a password.');
  });

  it('shows no page of a private paper', async () => {
    const documents = [aDocument({ isSensitive: true, kind: 'other', fields: {} })];
    await storeCase(desk.records, { submission: aSubmission(), files: [aFile()], documents });
    const page = await pageText(desk, onlyCase);
    expect(page).not.toContain('<img');
    expect(page).toContain('This is a private paper');
  });

  it('shows a Word file by its words and ticks, each at its place', async () => {
    const word = { text: '<b>Fontenot', box: [0.1, 0.2, 0.3, 0.02], confidence: 1 };
    const tick = { box: [0.1, 0.5, 0.02, 0.01], checked: true, confidence: 1 };
    const reading = JSON.stringify({
      engine: 'x',
      pages: [{ number: 1, width: 600, height: 800, words: [word], checkMarks: [tick] }],
    });
    const readingKey = await desk.files.put('reading', new TextEncoder().encode(reading));
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const files = [aFile({ mediaType, readingKey })];
    await storeCase(desk.records, { submission: aSubmission(), files, documents: [aDocument()] });
    const page = await pageText(desk, onlyCase);
    expect(page).not.toContain('<img');
    expect(page).toMatch(
      /<text x="60\.0" y="172\.8" font-size="12\.8"\s+textLength="180\.0" [^>]+>&lt;b&gt;Fontenot<\/text>/,
    );
    expect(page).toContain('d="M60.0 400.0H72.0V408.0H60.0ZM60.0 400.0L72.0 408.0M72.0 400.0L60.0 408.0"');
  });

  it('says so where no picture of a file can be drawn', async () => {
    const files = [aFile({ mediaType: 'image/jpeg' })];
    await storeCase(desk.records, { submission: aSubmission(), files, documents: [aDocument()] });
    const page = await pageText(desk, onlyCase);
    expect(page).not.toContain('<img');
    expect(page).toContain('No picture can be drawn of this file yet.');
  });

  it('links a repeated mail to the case it repeats', async () => {
    await storeCase(desk.records, { submission: aSubmission() });
    const repeat = aSubmission({ number: 2, outcome: 'duplicate', duplicateOf: submissionIdFor(1) });
    await storeCase(desk.records, { submission: repeat });
    expect(await pageText(desk, '/cases/LA-2026-000002')).toContain(`href="${onlyCase}"`);
  });

  it('shows links of the mail as text only', async () => {
    const mail = aMail({ fileLinks: ['https://files.example.com/share/1'] });
    await storeCase(desk.records, { submission: aSubmission({ mail }) });
    const page = await pageText(desk, onlyCase);
    expect(page).toContain('https://files.example.com/share/1');
    expect(page).not.toContain('href="https://');
  });

  it('can be read while the mail is still being opened', async () => {
    const fresh = aSubmission({ state: 'received', mail: null, outcome: null, decidedAt: null, filedAt: null });
    await storeCase(desk.records, { submission: fresh });
    const words = wordsOf(await pageText(desk, onlyCase));
    expect(words).toContain('Being read');
    expect(words).toContain('No answer was written.');
  });

  it.each([
    '/cases/LA-2026-ZZZZZZ',
    '/cases/..%2F..%2Fetc',
    '/cases/%00',
    '/cases/',
    '/nothing',
    '/cases/la-2026-000001',
  ])('B209: answers an address without a case with a page that says so: %s', async (address) => {
    const answer = await desk.app.request(address);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Page not found');
  });
});
