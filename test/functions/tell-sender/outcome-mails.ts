import { readFile } from 'node:fs/promises';
import { mailLimits } from '#shared/mail/pre-scan.ts';
import { aFile, aMail, aText } from '#test/shared/mail/a-mail.ts';

/** `words`: what somebody writes who has no language on file. */
type Make = (words: string) => Promise<Uint8Array> | Uint8Array;

export const fixture = (name: string) => readFile(`test/fixtures/mail/${name}.eml`);
export const proved = (who: string) => [
  'Received: from out.example.com by mx.peerprograms.example.org with ESMTPS; Sun, 20 Dec 2026 09:00:00 -0600',
  `Authentication-Results: mx.peerprograms.example.org; dmarc=pass header.from=${who.split('@')[1]}`,
  `From: ${who}`,
  'Subject: ',
];

/** Not even a part. */
const nothingIn = (headers: readonly string[]) =>
  Buffer.from([...headers, 'Message-ID: <n@x.test>', 'Content-Type: text/plain', '', ''].join('\r\n'));
const sealed = Buffer.from('MIAGCSqGSIb3DQEHA6CAMIACAQAxggG', 'base64');
const words = (said: string) => (said === '' ? [] : [aText(said)]);

/** One mail for every outcome that deserves an answer. */
export const outcomeMails = {
  'received and counted': () => fixture('01-fillable-form'),
  'hours that are short': () => fixture('09-ethics-a-quarter-hour-short'),
  'a certificate that is missing': () => fixture('10-certificate-missing'),
  'a statement that is not signed': () => fixture('11-attestation-unsigned'),
  'a file with a password': () => fixture('13-password-protected-pdf'),
  'a link in place of a file': () => fixture('14-cloud-link-only'),
  'a file of no use alone': (said) =>
    aMail([...words(said), aFile(Buffer.from('just words'), 'list.xyz')], proved('a@one.example')),
  'a file that may be unsafe': (said) =>
    aMail([...words(said), aFile(Buffer.from('MZ\x90\0'), 'form.pdf')], proved('a@six.example')),
  'a mail that is too large': () => {
    const head = [...proved('a@nine.example'), 'Message-ID: <large@x.test>', 'Content-Type: text/plain', '', ''];
    // one line over what a mail may have, which the mail service still hands on
    const line = `${'x'.repeat(76)}\r\n`;
    return Buffer.concat([
      Buffer.from(head.join('\r\n')),
      Buffer.from(line.repeat(Math.ceil(mailLimits.bytes / 78) + 1)),
    ]);
  },
  'what was sent before': () => fixture('27-same-files-again'),
  'what came after the last day': () => fixture('20-past-deadline-on-1-january'),
  'a mail encrypted by S/MIME': () =>
    aMail([aFile(sealed, 'smime.p7m', 'application/pkcs7-mime; smime-type=enveloped-data')], proved('a@two.example')),
  'a mail encrypted by PGP': () =>
    aMail([aFile(Buffer.from('-----BEGIN PGP MESSAGE-----\n'), 'mail.asc')], proved('a@three.example')),
  'a mail with nothing in it': () => nothingIn(proved('a@four.example')),
  'a question': (said) => aMail([aText(said || 'Do webinars count?')], proved('a@five.example')),
  'the form of an applicant': async (said) => {
    const raw = (await fixture('30-application-with-a-treatment-letter')).toString('latin1');
    const own = 'I would like to take part in the next class. My papers are attached.';
    return Buffer.from(said === '' ? raw : raw.replace(`Good afternoon,\r\n\r\n${own}`, said), 'latin1');
  },
  'a doubt that only a person settles': () => fixture('19-governmental-ethics'),
} satisfies Record<string, Make>;
export type OutcomeMail = keyof typeof outcomeMails;

/** Those that came late. */
export const cameAt: Partial<Record<OutcomeMail, string>> = {
  'what came after the last day': '2027-01-01T15:00:00.000Z',
};
