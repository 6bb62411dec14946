import { describe, expect, test } from 'vitest';
import { asCertificateNumber } from '#functions/read-fields/certificate-number.ts';
import { openSheet } from '#test/fixtures/make/sheet.ts';
import { readPaper } from './reading-of.ts';

const context = { field: 'certificateId', label: '', isDayFirst: false };
const parsed = (text: string) => asCertificateNumber(text, context)?.value ?? null;

describe('what stands beside "Certificate No."', () => {
  test.each([
    ['PS-264414', 'PS-264414'],
    ['is 88/123.4, kept by the office', '88/123.4'],
    ['# 2026 0042', '2026 0042'],
    ['TR 92-12026 Date', 'TR 92-12026'],
    ['example.org/verify with code 77-AB-12', '77-AB-12'],
    ['(K7267209)', 'K7267209'],
    ['CR-HDGJZEL', 'CR-HDGJZEL'],
  ])('%s is the number %s', (text, number) => {
    expect(parsed(text)).toBe(number);
  });

  test.each([
    ['a day', '03/04/2026'],
    ['a telephone', '225-555-0143'],
    ['an amount', '2.5'],
    ['an address to look it up at', 'https://example.org/verify/AB-1234'],
    ['words with a figure behind them', 'of hours 12345'],
    ['a heading in capitals', 'CERTIFICATE OF COMPLETION'],
    ['too short', 'A1'],
    ['words set together', 'SELF-DIRECTED'],
    ['a word that stands for a number to come', 'TBD-PENDING'],
  ])('%s is none: %s', (_what, text) => {
    expect(parsed(text)).toBeNull();
  });
});

/** A certificate with these lines below its own. */
async function numberOn(lines: readonly string[]): Promise<unknown> {
  const sheet = await openSheet('Certificate', { landscape: true });
  const own = ['Certificate of Completion', 'This certifies that', 'Jane A. Doe', 'has completed the training'];
  const facts = ['Hearing Voices: A Peer Approach', 'on 3/4/2026 for 1.5 contact hours', 'Provided by Delta Learning'];
  [...own, ...facts].forEach((text, at) => {
    sheet.write(text, { x: sheet.width / 2, y: 60 + at * 28 }, { size: at === 0 ? 24 : 13, align: 'centre' });
  });
  lines.forEach((text, at) => {
    sheet.write(text, { x: 60, y: 320 + at * 22 }, { size: 10 });
  });
  return (await readPaper(await sheet.save())).values.certificateId ?? null;
}

describe('the number of a certificate', () => {
  test.each([
    ['Certificate No: PS-264414'],
    ['Certificate #: PS-264414'],
    ['Cert. ID PS-264414'],
    ['Credential ID: PS-264414'],
    ['Verification code: PS-264414'],
    ['Certificate of Completion No. PS-264414'],
    ['Confirmation number: PS-264414'],
  ])('is read beside "%s"', async (line) => {
    expect(await numberOn(['NAADAC Provider #: 104552', line, 'Course ID: BH-22-4410'])).toBe('PS-264414');
  });

  test('is not taken from what gives the numbers of others: provider, approval, course, licence, member, order', async () => {
    const others = ['NAADAC Approved Provider Number: 104552', 'Approval #: 2026-14', 'Activity number: BH-22-4410'];
    const more = ['Participant license #: L55120', 'Member ID: 7751204', 'Order # 55120098', 'Course No. 4410'];
    expect(await numberOn([...others, ...more])).toBeNull();
  });

  test('is not taken where somebody nobody knows has an "ID Number"', async () => {
    expect(await numberOn(['Kenner Guild ID Number: 55120'])).toBeNull();
  });
});
