import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { avoidedInSubject } from '#shared/rules/reminders/avoided-words.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { gradeOfEnglish } from '#test/builders/reading-ease.ts';
import { aBesiegedOffice } from '#test/hostile/a-besieged-office.ts';
import { aFile, aMail, aPdf, aText } from '#test/shared/mail/a-mail.ts';

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

const fixture = (name: string) => readFile(`test/fixtures/mail/${name}.eml`);
const proved = (who: string) => [
  'Received: from out.example.com by mx.peerprograms.example.org with ESMTPS; Sun, 20 Dec 2026 09:00:00 -0600',
  `Authentication-Results: mx.peerprograms.example.org; dmarc=pass header.from=${who.split('@')[1]}`,
  `From: ${who}`,
  'Subject: ',
];
/** Not even a part. */
const nothingIn = (headers: readonly string[]) =>
  Buffer.from([...headers, 'Message-ID: <n@x.test>', 'Content-Type: text/plain', '', ''].join('\r\n'));
const sealed = Buffer.from('MIAGCSqGSIb3DQEHA6CAMIACAQAxggG', 'base64');
const mails: readonly [
  outcome: string,
  mail: () => Promise<Uint8Array> | Uint8Array,
  kind: keyof typeof only,
  also: readonly string[],
  at?: string,
][] = [
  ['received and counted', () => fixture('01-fillable-form'), 'complete', ['You have 10 hours. You need 10.']],
  [
    'hours that are short',
    () => fixture('09-ethics-a-quarter-hour-short'),
    'incomplete',
    ['In short, what is missing: 0.25 hours of ethics.'],
  ],
  [
    'a certificate that is missing',
    () => fixture('10-certificate-missing'),
    'incomplete',
    ['1 certificate', '"Calm in the Storm'],
  ],
  [
    'a statement that is not signed',
    () => fixture('11-attestation-unsigned'),
    'incomplete',
    ['Tick the box, sign the form'],
  ],
  [
    'a file with a password',
    () => fixture('13-password-protected-pdf'),
    'incomplete',
    ['"certificate 2.pdf"', 'Please do not send the password.'],
  ],
  ['a link in place of a file', () => fixture('14-cloud-link-only'), 'nothingToKeep', ['we do not open links']],
  [
    'a file of no use alone',
    () => aMail([aFile(Buffer.from('just words'), 'list.xyz')], proved('a@one.example')),
    'nothingToKeep',
    ['Send it as a PDF, a Word file or a photo.'],
  ],
  [
    'a file that may be unsafe',
    () => aMail([aFile(Buffer.from('MZ\x90\0'), 'form.pdf')], proved('a@six.example')),
    'nothingToKeep',
    ['Send the paper again as a PDF or a photo.'],
  ],
  [
    'what was sent before',
    () => fixture('27-same-files-again'),
    'again',
    ['You do not need to send these papers again.'],
  ],
  [
    'what came after the last day',
    () => fixture('20-past-deadline-on-1-january'),
    'late',
    ['December 31, 2026', 'You can still send papers'],
    '2027-01-01T15:00:00.000Z',
  ],
  [
    'a mail encrypted by S/MIME',
    () =>
      aMail([aFile(sealed, 'smime.p7m', 'application/pkcs7-mime; smime-type=enveloped-data')], proved('a@two.example')),
    'locked',
    ['with the lock turned off'],
  ],
  [
    'a mail encrypted by PGP',
    () => aMail([aFile(Buffer.from('-----BEGIN PGP MESSAGE-----\n'), 'mail.asc')], proved('a@three.example')),
    'locked',
    ['Please do not send a key'],
  ],
  ['a mail with nothing in it', () => nothingIn(proved('a@four.example')), 'empty', ['attach them as files']],
  ['a question', () => aMail([aText('Do webinars count?')], proved('a@five.example')), 'question', []],
  [
    'the form of an applicant',
    () => fixture('30-application-with-a-treatment-letter'),
    'applicant',
    ['Where it goes:'],
  ],
  [
    'a doubt that only a person settles',
    () => fixture('19-governmental-ethics'),
    'lookedAt',
    ['If your job did not require it, tell us.'],
  ],
];

describe('every outcome that deserves an answer has exactly one', () => {
  test.each(mails)('%s', async (_outcome, make, kind, also, at) => {
    const { letters } = await office.take(await make(), at);
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
    expect(new Set(mails.map(([, , kind]) => kind))).toEqual(new Set(Object.keys(only)));
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
