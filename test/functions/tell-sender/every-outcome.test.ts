import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { avoidedInSubject } from '#shared/rules/reminders/avoided-words.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { gradeOfEnglish } from '#test/builders/reading-ease.ts';
import { aBesiegedOffice } from '#test/hostile/a-besieged-office.ts';
import { aFile, aMail, aPdf, aText } from '#test/shared/mail/a-mail.ts';
import { cameAt, fixture, type OutcomeMail, outcomeMails, proved } from './outcome-mails.ts';

const louisiana = await programmeNamed('louisiana-rpss');
let office: Awaited<ReturnType<typeof aBesiegedOffice>>;
beforeAll(async () => {
  office = await aBesiegedOffice();
});
afterAll(() => office.close());

/** What a letter says that no other kind of letter says. */
const only = {
  complete: 'Everything we need is here',
  incomplete: 'Some things are still needed before your report is complete',
  lookedAt: 'A person will look at some of them before we can say more',
  again: 'It has the same papers as your e-mail',
  nothingToKeep: 'no papers came with it that we can keep',
  locked: 'it is locked (encrypted)',
  empty: 'we see no words and no file in it',
  question: 'A person will read it and answer you',
  late: 'That is after the last day',
  applicant: 'A person of the office reads everything you sent',
};

const mails: readonly [outcome: OutcomeMail, kind: keyof typeof only, also: readonly string[]][] = [
  ['received and counted', 'complete', ['You have 10 hours. You need 10.']],
  ['hours that are short', 'incomplete', ['In short, what is missing: 0.25 hours of ethics.']],
  ['a certificate that is missing', 'incomplete', ['1 certificate', '"Calm in the Storm']],
  ['a statement that is not signed', 'incomplete', ['Tick the box, sign the form']],
  ['a file with a password', 'incomplete', ['"certificate 2.pdf"', 'Please do not send the password.']],
  ['a link in place of a file', 'nothingToKeep', ['we do not open links']],
  ['a file of no use alone', 'nothingToKeep', ['Send it as a PDF, a Word file or a photo.']],
  ['a file that may be unsafe', 'nothingToKeep', ['Send the paper again as a PDF or a photo.']],
  ['a mail that is too large', 'nothingToKeep', ['Send the papers in smaller parts, over two or more e-mails.']],
  ['what was sent before', 'again', ['You do not need to send these papers again.']],
  ['what came after the last day', 'late', ['December 31, 2026', 'You can still send papers']],
  ['a mail encrypted by S/MIME', 'locked', ['with the lock turned off']],
  ['a mail encrypted by PGP', 'locked', ['Please do not send a key']],
  ['a mail with nothing in it', 'empty', ['attach them as files']],
  ['a question', 'question', []],
  ['the form of an applicant', 'applicant', ['Where it goes:']],
  ['a doubt that only a person settles', 'lookedAt', ['If your job did not require it, tell us.']],
];

describe('every outcome that deserves an answer has exactly one', () => {
  test.each(mails)('%s', async (outcome, kind, also) => {
    const { letters } = await office.take(await outcomeMails[outcome](''), cameAt[outcome]);
    expect(letters).toHaveLength(1);
    const [{ text, subject } = { text: '', subject: '' }] = letters;
    expect(
      Object.entries(only)
        .filter(([, says]) => text.includes(says))
        .map(([name]) => name),
    ).toEqual([kind]);
    for (const words of also) expect(text).toContain(words);
    expect(text).toMatch(/Your reference is LA-20\d\d-[0-9A-Z]{6}\./);
    expect(avoidedInSubject(louisiana, subject)).toEqual([]);
    expect(gradeOfEnglish(text)).toBeLessThanOrEqual(8);
    // 3.4: to somebody who is not on file nothing says what kind of programme this is
    if (letters[0]?.to.endsWith('.example')) expect(avoidedInSubject(louisiana, text)).toEqual([]);
  });

  test('every kind of letter was asked for by one of them', () => {
    expect(new Set(mails.map(([, kind]) => kind))).toEqual(new Set(Object.keys(only)));
  });

  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['a machine', () => fixture('28-out-of-office')],
    ['an address that failed its proof', () => fixture('26-sender-fails-dmarc')],
    ['somebody who proved nothing', () => aMail([aFile(aPdf, 'form.pdf')], ['From: a@seven.example'])],
  ])('%s has none', async (_what, make) => {
    expect((await office.take(await make())).letters).toEqual([]);
  });
});

test('B036: a mail whose parts could not be found is never said to be empty', async () => {
  const { letters, codes } = await office.take(aMail([aText('')], proved('a@eight.example')));

  expect(codes).toContain('needs-human-decision');
  expect(letters[0]?.text).toContain(only.question);
  expect(letters[0]?.text).not.toContain(only.empty);
});
