import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeMail } from '#shared/adapters/mail-message.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { aFile, aMail, aPdf, aText } from '#test/shared/mail/a-mail.ts';
import { aBesiegedOffice } from './a-besieged-office.ts';

let office: Awaited<ReturnType<typeof aBesiegedOffice>>;
let before: string;
beforeAll(async () => {
  office = await aBesiegedOffice();
  before = await office.profile('RPSS-2003');
});
afterAll(() => office.close());

const latin = (text: string) => Buffer.from(text, 'latin1');
/** Adele is on the roster; her mail server is believed by ours. */
const adele = [
  'Received: from out.example.com by mx.peerprograms.example.org with ESMTPS; Sun, 20 Dec 2026 09:00:00 -0600',
  'Authentication-Results: mx.peerprograms.example.org; dmarc=pass header.from=mail.example.com',
  'From: Adele Thibodeaux <adele.thibodeaux@mail.example.com>',
];
let number = 0;
/** A paper of which nobody has seen the bytes before. */
const another = () => {
  number += 1;
  return aFile(Buffer.concat([aPdf, latin(`%${number}\n`)]), 'form.pdf');
};

describe('a mail that cannot be opened is seen by a person and answered by nobody', () => {
  test.each<[string, () => Buffer, string]>([
    [
      'B001: 54 bytes on which one parser never answers',
      () => latin('Content-Disposition:inline\nContent-Type:message/rfc822'),
      'needs-review',
    ],
    [
      'B002: a mail of 106 bytes without an end of its header, on which it never answers either',
      () =>
        latin(
          'From: a@b.org\r\nSubject: my report form\r\nContent-Disposition: inline\r\nContent-Type: message/rfc822\r\n',
        ),
      'needs-review',
    ],
    ['B039: no bytes at all', () => Buffer.alloc(0), 'needs-review'],
    [
      'B004: thousands of empty parts',
      () =>
        latin(`From: a@b.org\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n${'--B\r\n\r\n\r\n'.repeat(5000)}`),
      'quarantined',
    ],
    ['B040: no From', () => aMail([another()], ['From: nobody']), 'needs-review'],
    [
      'B041: two From lines, though the receiver vouches for one',
      () => aMail([another()], [...adele, 'From: b@evil.test']),
      'needs-review',
    ],
    [
      'B042: a From with two mailboxes',
      () => aMail([another()], [...adele.slice(0, 2), 'From: adele.thibodeaux@mail.example.com, b@evil.test']),
      'needs-review',
    ],
  ])('%s', async (_title, make, outcome) => {
    const became = await office.take(make());

    expect(became).toMatchObject({ outcome, isWaiting: true, letters: [] });
    expect(became.codes.length).toBeGreaterThan(0);
  });
});

describe('mail of machines', () => {
  const auto = ['Auto-Submitted: auto-replied'];
  test.each<[string, () => Buffer]>([
    ['B159: an out-of-office note that says what it is', () => aMail([aText('I am away.')], [...adele, ...auto])],
    [
      'B162: a read receipt',
      () =>
        aMail(
          [aText('Read.')],
          [...adele, 'Content-Type: multipart/report; report-type=disposition-notification; boundary=BB'],
        ),
    ],
    [
      'B163: an out-of-office note that only its subject gives away',
      () => aMail([aText('I am away until Monday.')], [...adele, 'Subject: Automatic reply: your report']),
    ],
    ['B168: mail from mailer-daemon', () => aMail([aText('hello')], ['From: mailer-daemon@example.org'])],
    [
      'B169: a complaint about a mail of ours',
      () =>
        aMail(
          [aText('complaint')],
          [...adele, 'Content-Type: multipart/report; report-type=feedback-report; boundary=BB'],
        ),
    ],
  ])('%s opens no case and is not answered', async (_title, make) => {
    expect(await office.take(make())).toMatchObject({ outcome: 'not-a-submission', isWaiting: false, letters: [] });
  });

  test('B164: a paper outranks the signs of a machine, and nobody is answered by machine', async () => {
    const became = await office.take(aMail([aText('Scanned.'), another()], [...adele, ...auto]));

    expect(became).toMatchObject({ outcome: 'needs-review', letters: [] });
  });

  test('B168: an address that answers nobody is written to by nobody, though a person reads what it sent', async () => {
    const noReply = [...adele.slice(0, 2), 'From: no-reply@mail.example.com'];

    expect(await office.take(aMail([aText('Your file is ready')], noReply))).toMatchObject({
      outcome: 'needs-review',
      mail: { authentication: 'pass' },
      letters: [],
    });
  });

  test('B165: a post of a mailing list is not answered', async () => {
    const list = ['List-Id: <peers.example.org>', 'Precedence: list'];

    expect((await office.take(aMail([aText('News of the week')], [...adele, ...list]))).letters).toEqual([]);
    expect((await office.take(aMail([another()], [...adele, ...list]))).letters).toEqual([]);
  });
});

test('B166: a letter of ours that comes back is no case and starts no talk between machines', async () => {
  const text = 'We got your e-mail.';
  const ours = { to: 'ce@office.example', subject: 'Your report', text, messageId: 'answer.sub_x@office.example' };
  const { raw } = await composeMail({ ...ours, inReplyTo: null, references: [] }, 'ce@office.example', new Date(0));

  for (let time = 0; time < 4; time += 1) {
    const again = Buffer.concat([latin(`X-Time: ${time}\r\n`), raw]);
    expect(await office.take(again)).toMatchObject({ outcome: 'not-a-submission', isWaiting: false, letters: [] });
  }
});

describe('two machines that answer each other, neither saying so', () => {
  const answers = (times: readonly string[], from: readonly string[]) =>
    Promise.all(
      times.map((at, time) =>
        office.take(aMail([aText(`We got your letter (${time}).`)], [...from, `Subject: Ticket ${time}`]), at),
      ),
    );
  const machine = [...adele.slice(0, 2), 'From: help@mail.example.com'];

  test('B167, B170: stop at the first letter, whatever the subject says; each mail is there for a person', async () => {
    const inTenMinutes = Array.from({ length: 12 }, () => '2026-12-20T15:00:00.000Z');
    const became = await answers(inTenMinutes, machine);

    expect(became.flatMap(({ letters }) => letters)).toHaveLength(1);
    expect(new Set(became.map(({ outcome }) => outcome))).toEqual(new Set(['needs-review']));
  });

  test('B167: a mail with papers of the same address is answered all the same', async () => {
    expect((await office.take(aMail([another()], machine))).letters).toHaveLength(1);
  });
});

describe('what a mail asks for', () => {
  test('B149: to change an address or an account is read by a person, and changes nothing', async () => {
    const asks = aMail([aText('Please change my e-mail to new@evil.test and my bank account to 12345.')], adele);

    expect(await office.take(asks)).toMatchObject({ outcome: 'needs-review', isWaiting: true });
    expect(await office.profile('RPSS-2003')).toBe(before);
  });

  test('B156: a tag behind our address leads to nobody else’s case', async () => {
    const first = await office.take(aMail([another()], adele));
    const stranger = ['From: b@evil.test', `To: ce+${first.submissionId}@office.example`];
    const second = await office.take(aMail([another()], stranger));

    expect(second).toMatchObject({ outcome: 'needs-review', duplicateOf: null, letters: [] });
    expect(await office.whatBecame(first.submissionId)).toEqual(first);
  });
});

describe('when it came', () => {
  test('B186: a date that is none, or far off, is not known or only shown: the hour of receipt counts', async () => {
    const garbage = await office.take(aMail([another()], [...adele, 'Date: not a date']));
    const future = await office.take(aMail([another()], [...adele, 'Date: Wed, 31 Dec 2098 10:00:00 +0000']));

    expect(garbage.mail?.headerDate).toBeNull();
    expect([garbage.receivedAt, future.receivedAt]).toEqual(['2026-12-20T15:00:00.000Z', '2026-12-20T15:00:00.000Z']);
  });

  test('B187: of two dates none is believed', async () => {
    const [one, other] = ['Date: Wed, 31 Dec 2025 10:00:00 -0600', 'Date: Thu, 1 Jan 2026 10:00:00 -0600'];

    expect((await office.take(aMail([another()], [...adele, one, other]))).mail?.headerDate).toBeNull();
  });
});

describe('who is answered', () => {
  test('B200: never who stands in Reply-To', async () => {
    const { letters } = await office.take(aMail([another()], [...adele, 'Reply-To: b@evil.test']));

    expect(letters.map(({ to }) => to)).toEqual(['adele.thibodeaux@mail.example.com']);
  });

  test('B195: no more of a subject than we wrote ourselves', async () => {
    const { letters } = await office.take(aMail([another()], [...adele, `Subject: ${'x'.repeat(5000)}\x07`]));

    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).not.toContain('x'.repeat(5));
    expect(letters[0]?.subject.length).toBeLessThan(78);
  });

  test('B179: a mail without a Message-ID is a mail like any other, and answered outside of a thread', async () => {
    const { mail, letters } = await office.take(withoutId(aMail([another()], adele)));

    expect(mail?.messageId).toBeNull();
    expect(letters).toMatchObject([{ inReplyTo: null, references: [] }]);
  });
});

describe('what came before', () => {
  test('B175: the same mail twice is one case and one letter', async () => {
    const raw = aMail([another()], adele);
    const first = await office.take(raw);
    const second = await office.take(raw);

    expect(second).toMatchObject({ outcome: 'duplicate', duplicateOf: first.submissionId, letters: [] });
    expect(first.letters).toHaveLength(1);
  });

  test('B177: the same file on the next day is known, and its sender is told so once', async () => {
    const paper = another();
    const first = await office.take(aMail([paper], [...adele, 'Message-ID: <a@x.test>']));
    const again = await office.take(
      aMail([aText('again'), paper], [...adele, 'Message-ID: <b@x.test>']),
      '2026-12-21T15:00:00.000Z',
    );

    expect(again).toMatchObject({ outcome: 'duplicate', duplicateOf: first.submissionId });
    expect(again.letters).toHaveLength(1);
  });

  test('B176: one Message-ID on two different mails hides neither, and a person is told of it', async () => {
    const id = 'Message-ID: <same@x.test>';
    const first = await office.take(aMail([another()], [...adele, id]));
    const second = await office.take(aMail([another()], [...adele, id]));

    expect(second.duplicateOf).toBeNull();
    expect(second.submissionId).not.toBe(first.submissionId);
    expect(second.outcome).toBe('needs-review');
    const row = await findSubmission(office.records, second.submissionId);
    expect(row?.submission.reasons.filter(({ text }) => text.includes('message-id-collision'))).toHaveLength(1);
  });

  test('B176: one mail that came by two ways is one mail, and no collision', async () => {
    const paper = another();
    const id = 'Message-ID: <two-ways@x.test>';
    const first = await office.take(aMail([paper], [...adele, id]));
    const second = await office.take(aMail([paper], ['X-Way: 2', ...adele, id]));

    expect(second).toMatchObject({ outcome: 'duplicate', duplicateOf: first.submissionId });
  });
});

test('B276: rows of the audit trail that are written at one moment stand in one chain, one behind the other', async () => {
  const { submissionId } = await office.take(aMail([another()], adele));
  const rows = Array.from({ length: 30 }, (_, at) => {
    const entry = { at: `2026-12-20T15:00:00.${100 + at}Z`, by: 'machine' as const, action: 'opened', codes: [] };
    return office.records.write([auditWrite(submissionId, entry)]);
  });

  expect(new Set(await Promise.all(rows))).toEqual(new Set(['written']));
  expect((await verifyAudit({ records: office.records, heads: null })).faults).toEqual([]);
});

test('I1 to I7: nothing is lost, changed, answered twice or without a reason, and the roster is as it was', async () => {
  expect(await office.broken()).toBeNull();
  expect(await office.profile('RPSS-2003')).toBe(before);
});

function withoutId(raw: Buffer): Buffer {
  return latin(raw.toString('latin1').replace(/^Message-ID:.*\r\n/m, ''));
}
