import { describe, expect, it } from 'vitest';
import { parseOrder } from '#functions/desk/order.ts';
import { parseValue } from '#functions/desk/parse-value.ts';
import { withoutNumbers } from '#functions/open-mail/without-numbers.ts';
import { coverNumbersIn } from '#shared/domain/private-number.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import { aMail } from '#test/builders/a-submission.ts';
import { anOfficeWithMails } from '#test/builders/an-office-with-mails.ts';
import { rowsOf } from '#test/hostile/canaries.ts';

describe('a Social Security number', () => {
  it.each([
    ['My number is 123-45-6789.', 'My number is ***.'],
    ['SSN: 123456789 and hours', 'SSN: *** and hours'],
    ['Social Security Number 123 45 6789', 'Social Security Number ***'],
    ['certificate PSS-204-11-2026.pdf', 'certificate PSS-204-11-2026.pdf'],
    ['scan 123-45-6789.pdf', 'scan ***.pdf'],
    ['Call 504-555-0142, certificate 2026-03-0412', 'Call 504-555-0142, certificate 2026-03-0412'],
    ['Social media and ethics 1.25', 'Social media and ethics 1.25'],
    ['000-12-3456 and 900-12-3456 are none', '000-12-3456 and 900-12-3456 are none'],
  ])('in %j is kept as %j', (text, kept) => {
    expect(coverNumbersIn(text)).toBe(kept);
  });

  it('in the mail itself stands in nothing that is kept beside it: text, subject, sender, name of a file', () => {
    const mail = aMail({ subject: 'Hours, SSN 123-45-6789', bodyText: 'ssn 123456789', fromName: 'Dana 123-45-6789' });
    const file = { attachment: 'id 123-45-6789.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(1) };
    const opened = { outcome: 'opened' as const, mail, files: [{ ...file, isDecoration: false, refused: null }] };
    const kept = withoutNumbers({ ...opened, concerns: [], failures: [] });
    expect(JSON.stringify(kept)).not.toMatch(/6789/);
    expect(kept.mail).toMatchObject({ subject: 'Hours, SSN ***', bodyText: 'ssn ***' });
  });

  it('that came by mail stands in no row of the store', async () => {
    const office = await anOfficeWithMails([]);
    const head = 'From: Dana <dana@example.org>\r\nSubject: my hours 123-45-6789\r\nMessage-ID: <1@x.example>\r\n';
    await office.take(Buffer.from(`${head}\r\nMy social security number is 123-45-6789, thank you.\r\n`));
    expect(rowsOf(office.folder).filter(({ body }) => body.includes('45-6789'))).toEqual([]);
    expect(rowsOf(office.folder).filter(({ body }) => body.includes('my hours ***')).length).toBeGreaterThan(0);
    await office.close();
  });

  it('is not taken from a colleague either: not as a value, a reason or a letter', () => {
    expect(parseValue('certificateNumber', '123-45-6789')).toMatchObject({
      why: expect.stringContaining('Leave it out'),
    });
    const order = {
      action: 'ask-sender',
      rulings: noRulings,
      letter: null,
      reason: null,
    };
    const withNumber = [
      { ...order, reason: 'SSN 123-45-6789' },
      { ...order, letter: { subject: 'x', text: '123-45-6789' } },
    ];
    for (const typed of withNumber)
      expect(parseOrder(typed)).toMatchObject({ why: expect.stringContaining('Leave it out') });
  });
});
