import { describe, expect, test } from 'vitest';
import { reviewWrite } from '#shared/records/review-records.ts';
import { aDeskOfMails, codesIn, countedIn } from '#test/builders/a-desk-of-mails.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, complete, core, dana, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const unproved = { authentication: 'unknown' as const };
const twoRows = { ...report([row(ethics), row(core)]), sha256: '1'.repeat(64) };

describe('a report that comes over several mails', () => {
  test('is completed by the mail that brings the missing certificate, and counts once', async () => {
    const desk = await aDeskOfMails();
    const first = await desk.take(1, { documents: [twoRows, certificate(ethics)] });
    const second = await desk.take(2, { documents: [certificate(core)] });
    expect([first.outcome, second.outcome]).toEqual(['needs-sender', 'accepted']);
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
  });

  test('papers of an address that proved nothing do not count when a proved mail follows', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, { documents: [certificate(ethics), certificate(core)], mail: unproved });
    const second = await desk.take(2, { documents: [twoRows] });
    expect(second.outcome).toBe('needs-review');
    expect(codesIn(second)).toContain('sender-unverified');
    expect(countedIn(second.credits)).toBe(0);
    expect(countedIn((await desk.ledger())?.credits)).toBe(0);
  });

  test('a form of an address that proved nothing does not stand in for the form of the person', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, { documents: [twoRows], mail: unproved });
    const second = await desk.take(2, { documents: [certificate(ethics), certificate(core)] });
    expect(second.outcome).toBe('needs-review');
    expect(countedIn(second.credits)).toBe(0);
  });

  test('a mail that proved nothing changes nothing in a year that was accepted', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, { documents: complete });
    const before = await desk.ledger();
    const second = await desk.take(2, { documents: [{ ...twoRows, trainings: [row(core)] }], mail: unproved });
    const after = await desk.ledger();
    expect(second.outcome).toBe('needs-review');
    expect(after).toMatchObject({ credits: before?.credits, findings: before?.findings });
    expect(after?.submissions).toHaveLength(2);
  });

  test('what a stranger sent in the name of a person does not hold up the person’s own papers', async () => {
    const desk = await aDeskOfMails();
    const forged = { ...certificate({ ...core, title: 'Something Else' }), sha256: 'f'.repeat(64) };
    await desk.take(1, { documents: [{ ...report([row(ethics)]), sha256: '2'.repeat(64) }, forged], mail: unproved });
    const second = await desk.take(2, { documents: complete });
    expect(second.outcome).toBe('accepted');
    expect(countedIn(second.credits)).toBe(2);
  });

  test('B180: a paper more in January does not make a year late that was complete in December', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, { documents: complete });
    const again = { ...certificate(ethics), sha256: 'c'.repeat(64) };
    const late = await desk.take(2, { documents: [again], receivedAt: '2027-01-05T15:00:00.000Z' });
    expect(late.outcome).toBe('needs-review');
    const onTime = (await desk.ledger())?.findings.find(({ rule }) => rule === 'LA-CE-05');
    expect(onTime).toMatchObject({ verdict: 'met' });
  });

  test('a corrected certificate takes the place of the one without hours', async () => {
    const desk = await aDeskOfMails();
    const without = { ...certificate(core, { hours: aField(null) }), sha256: '3'.repeat(64) };
    const first = await desk.take(1, { documents: [twoRows, certificate(ethics), without] });
    expect(codesIn(first)).toEqual(['hours-missing']);
    const second = await desk.take(2, { documents: [certificate(core)] });
    expect(second.reasons).toEqual([]);
    expect(second.outcome).toBe('accepted');
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
  });

  test('an older form that is judged later does not replace the newer one', async () => {
    const desk = await aDeskOfMails();
    const older = { ...report([row(ethics)]), sha256: '4'.repeat(64) };
    await desk.layIn(1, { documents: [older] });
    await desk.take(2, { documents: [twoRows, certificate(ethics), certificate(core)] });
    await desk.judge(1);
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
  });

  test('B178: the same certificate as another picture in a second mail counts once', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, { documents: complete });
    const photo = { ...certificate(core), sha256: '5'.repeat(64) };
    const second = await desk.take(2, { documents: [photo] });
    expect(second.outcome).toBe('accepted');
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
  });

  test('a form that is ticked in one mail and signed in another is neither', async () => {
    const desk = await aDeskOfMails();
    const ticked = report([row(ethics), row(core)], { signaturePresent: aField(false) });
    const signed = report([row(ethics), row(core)], { attestationChecked: aField(false) });
    await desk.take(1, { documents: [{ ...ticked, sha256: '6'.repeat(64) }, certificate(ethics), certificate(core)] });
    const second = await desk.take(2, { documents: [{ ...signed, sha256: '7'.repeat(64) }] });
    expect(second.outcome).toBe('needs-sender');
    expect(codesIn(second)).toEqual(['attestation-unsigned']);
  });
});

describe('mails that meet', () => {
  test('B181, B243: two mails of one person at once both reach an outcome, and nothing counts twice', async () => {
    const desk = await aDeskOfMails();
    await desk.layIn(1, { documents: complete });
    await desk.layIn(2, { documents: complete });
    const results = await Promise.allSettled([desk.judge(1), desk.judge(2)]);
    for (const [i, result] of results.entries()) if (result.status === 'rejected') await desk.judge(i + 1);
    expect((await desk.submission(1))?.outcome).toBe('accepted');
    expect((await desk.submission(2))?.outcome).toBe('accepted');
    expect(countedIn((await desk.ledger())?.credits)).toBe(2);
  });

  test('a mail that was set aside is left to the person who finds it', async () => {
    const desk = await aDeskOfMails();
    await desk.layIn(1, {
      documents: complete,
      submission: { state: 'set-aside', outcome: 'needs-review' },
    });
    await desk.judge(1);
    expect(await desk.submission(1)).toMatchObject({ state: 'set-aside', outcome: 'needs-review' });
    expect(await desk.ledger()).toBeNull();
  });

  test('a mail about many people that somebody has on their desk is judged as one case, whatever its size', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `Pat ${'abcdefghijklmnopqrstuvwxyz1234'[i]}ogan Landry`);
    const roster = names.map((legalName, i) => ({ ...dana, specialistId: `M-${i}`, legalName, email: `${i}@x.org` }));
    const desk = await aDeskOfMails(roster);
    const documents = names.map((name, i) => ({
      ...report([row(ethics), row(core)], { legalName: aField(name) }),
      sha256: String(i).padStart(64, '8'),
    }));
    const task = {
      submissionId: submissionIdFor(1),
      reference: 'LA-2026-000001',
      openedAt: '2026-12-01T15:00:05.000Z',
    };
    await desk.records.write([reviewWrite({ ...task, reasons: [], state: 'open' })]);
    const result = await desk.take(1, { documents, mail: { from: '0@x.org' } });
    expect(result.outcome).toBe('needs-review');
    expect(result.people).toHaveLength(30);
    expect(codesIn(result)).toContain('several-people');
  });
});
