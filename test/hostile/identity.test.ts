import { describe, expect, test } from 'vitest';
import { findPerson } from '#functions/match-person/find-person.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { concernsOf } from '#shared/mail/mail-flag.ts';
import { readHeaders } from '#shared/mail/read-headers.ts';
import { findSpecialist, putSpecialist } from '#shared/records/roster-records.ts';
import { aField } from '#test/builders/a-document.ts';
import {
  certificate,
  codesOf,
  complete,
  core,
  dana,
  ethics,
  judged,
  report,
  row,
} from '#test/builders/a-judged-mail.ts';
import { aFile, aMail, aPdf } from '#test/shared/mail/a-mail.ts';
import { becomes } from './what-becomes.ts';

const read = (...lines: string[]) => readHeaders(Buffer.from(`${lines.join('\r\n')}\r\n\r\nbody`, 'utf8'));
const taken = 'Received: from out.b.test by mx.state.org with ESMTPS; Sun, 6 Dec 2026 12:25:55 -0600';
const says = (verdicts: string) => `Authentication-Results: mx.state.org; ${verdicts}`;
const from = 'From: Dana <dana@example.org>';

describe('whether a mail is from the address that it names', () => {
  test.each([
    [
      'B141: the pass of another domain proves nothing of the one in From',
      'spf=pass smtp.mailfrom=evil.test; dmarc=fail',
      'fail',
    ],
    ['B144: a mail that was forwarded is proved by its signature', 'spf=fail; dkim=pass; dmarc=pass', 'pass'],
    ['B145: a mail that a list changed is not proved', 'spf=pass; dkim=fail; dmarc=fail', 'fail'],
    ['B146: no answer in time is no pass', 'spf=temperror; dkim=temperror; dmarc=temperror', 'unknown'],
    ['B147: a verdict that is not there is no pass', 'spf=pass; dkim=pass', 'unknown'],
    ['B147: a verdict that could not be made is no pass', 'dmarc=GRAY', 'unknown'],
  ])('%s', (_title, verdicts, expected) => {
    expect(read(taken, says(verdicts), from).authentication).toBe(expected);
  });

  test('B142: a name that reads like an address is a name: only the address counts', () => {
    expect(read(taken, says('dmarc=pass'), 'From: "pat@good.test" <a@evil.test>')).toMatchObject({
      from: 'a@evil.test',
      fromName: 'pat@good.test',
    });
  });

  test('B143: letters of another alphabet in a domain make no address that anybody has', () => {
    expect(read(taken, says('dmarc=pass'), 'From: <dana@ex\u0430mple.org>').from).toBeNull();
  });

  test('B143: letters of another alphabet are a doubt that a person settles, also in a domain that is written as xn--', async () => {
    for (const address of ['dana@ex\u0430mple.org', 'dana@xn--exmple-4nf.org']) {
      const { flags } = read(taken, says('dmarc=pass'), `From: Dana <${address}>`);
      expect([...flags]).toEqual(['odd-sender']);
      expect(concernsOf(flags)).toMatchObject([{ code: 'needs-human-decision' }]);
    }
    // proved to come from that address, which is not the one that it looks like
    const proved = read(taken, says('dmarc=pass'), 'From: Dana <dana@xn--exmple-4nf.org>');
    expect([proved.authentication, proved.from]).toEqual(['pass', 'dana@xn--exmple-4nf.org']);
    expect([...read(taken, 'From: Jos\u00e9 <jose@xn--mnchen-3ya.de>').flags]).toEqual([]);
  });

  test('B148: what a mail says of itself further down counts for nothing', () => {
    const forged = [
      'Authentication-Results: mx.state.org; dmarc=pass',
      'X-SES-Virus-Verdict: PASS',
      'X-SES-Spam-Verdict: PASS',
    ];

    expect(read(taken, from, ...forged)).toMatchObject({ authentication: 'unknown', found: [] });
    expect(read(taken, from, 'X-SES-Virus-Verdict: FAIL').found).toEqual([]);
  });

  test.each([
    ['unknown', 'proved nothing'],
    ['fail', 'was proved not to be theirs'],
  ])('B147: %s: nothing counts by itself of a mail whose address %s', async (authentication) => {
    const judgement = await judged({ documents: complete, mail: { authentication } });

    expect(judgement.outcome).toBe('needs-review');
    expect(codesOf(judgement)).toContain('sender-unverified');
    expect(judgement.credits.some(({ status }) => status === 'counted')).toBe(false);
  });
});

describe('a mail inside a mail', () => {
  test('names a sender that nobody proved: whoever forwarded it is who wrote to us', async () => {
    const inner = aMail([aFile(aPdf, 'form.pdf')], [taken, says('dmarc=pass'), 'From: Dana <dana@example.org>']);
    const forwarded = { headers: ['Content-Type: message/rfc822'], body: inner.toString('latin1') };
    const outer = aMail([forwarded], [taken, says('dmarc=fail'), 'From: Boss <boss@evil.test>'], 'OUTER');
    const became = await becomes(outer);

    expect(became.mail).toMatchObject({ from: 'boss@evil.test', fromName: 'Boss', authentication: 'fail' });
    expect(became.files.join()).toContain('form.pdf');
  });
});

describe('what SES found', () => {
  const ses =
    'Received: from a.test by inbound-smtp.us-east-1.amazonaws.com with SMTP id x; Tue, 01 Dec 2026 15:00:00 +0000';
  const mail = (...found: string[]) => aMail([aFile(aPdf, 'form.pdf')], [ses, ...found]);

  test('B138: a virus makes the mail one for security, and no parser opens it', async () => {
    const became = await becomes(mail('X-SES-Virus-Verdict: FAIL'));

    expect(became).toMatchObject({ word: 'QUARANTINE', codes: ['unsafe-file'], files: [] });
  });

  test('B139: what looks like spam is not dropped: a person looks at it', async () => {
    const became = await becomes(mail('X-SES-Spam-Verdict: FAIL', 'X-SES-Virus-Verdict: PASS'));

    expect(became).toMatchObject({ word: 'REVIEW', flags: ['spam'], files: ['form.pdf'] });
  });
});

describe('whose papers they are', () => {
  test('B150: the certificate of somebody else counts for nobody, and a person looks', async () => {
    const theirs = certificate(core, { attendeeName: aField('Ruth Broussard') });
    const judgement = await judged({
      documents: [report([row(ethics), row(core)]), certificate(ethics), theirs],
      strays: [2],
    });

    expect(judgement.outcome).toBe('needs-review');
    expect(codesOf(judgement)).toContain('name-mismatch');
  });

  test('B153: from another address than the one on file nothing counts by itself, whatever the papers say', async () => {
    const judgement = await judged({ documents: complete, mail: { from: 'dana.new@example.net' } });

    expect(judgement.outcome).toBe('needs-review');
    expect(codesOf(judgement)).toContain('sender-unverified');
  });

  test('B157: a name that looks like a command is a name', async () => {
    const records = openSqliteRecordStore(':memory:');
    const legalName = "Robert'); DROP TABLE records;--";
    await putSpecialist(records, { ...dana, legalName });

    expect((await findSpecialist(records, dana.specialistId))?.legalName).toBe(legalName);
    records.close();
  });

  test('B158: a name of ten thousand letters is nobody’s, and a person looks', async () => {
    const endless = certificate(core, { attendeeName: aField('Dana '.repeat(2000)) });
    const judgement = await judged({
      documents: [report([row(ethics), row(core)]), certificate(ethics), endless],
      strays: [2],
    });

    expect(judgement.outcome).toBe('needs-review');
    expect(Math.max(...judgement.reasons.map(({ text }) => text.length))).toBeLessThan(2000);
    expect(findPerson({ name: `${dana.legalName} ${'x'.repeat(200)}`, addresses: [] }, [dana])).toMatchObject({
      match: 'none',
      specialist: null,
    });
  });
});
