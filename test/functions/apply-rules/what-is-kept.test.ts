import { describe, expect, it } from 'vitest';
import { missingInWords, missingOf } from '#shared/rules/nearest-miss.ts';
import { aDeskOfMails } from '#test/builders/a-desk-of-mails.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, codesOf, core, dana, ethics, judged, report, row } from '#test/builders/a-judged-mail.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const louisiana = await programmeNamed('louisiana-rpss');
const little = { ...ethics, hours: '1.75', ethicsHours: '1.75' };
const more = { ...core, hours: '7' };
const short = [
  report([row(little), row(more)], { signaturePresent: aField(false) }),
  certificate(little),
  certificate(more),
];

describe('what a year still needs', () => {
  it('is kept with the judgement and in the ledger, the smallest first, in the smallest terms', async () => {
    const desk = await aDeskOfMails();
    const judgement = await desk.take(1, { documents: short });
    const ledger = await desk.ledger();
    expect(judgement.missing?.map(({ inWords, person }) => [inWords, person])).toEqual([
      ['your signature under the ethics statement', 0],
      ['1.25 hours of ethics', 0],
    ]);
    expect(ledger?.missing?.map(({ inWords, amount }) => [inWords, amount])).toEqual([
      ['your signature under the ethics statement', null],
      ['1.25 hours of ethics', '1.25'],
    ]);
  });

  it('is read from the row as it was found then, whatever the pages say today; of an older row by its facts', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, { documents: short });
    const ledger = await desk.ledger();
    if (!ledger) throw new Error('nothing was stored');
    const { missing: _, ...older } = ledger;
    expect(missingOf({ ...louisiana, rules: [] }, ledger)).toEqual(ledger.missing);
    expect(missingOf(louisiana, older)).toEqual(ledger.missing);
    expect(missingInWords(missingOf(louisiana, older))).toBe(
      'your signature under the ethics statement and 1.25 hours of ethics',
    );
  });

  it('is nothing once all is in, and changes with the next mail', async () => {
    const desk = await aDeskOfMails();
    await desk.take(1, { documents: [report([row(ethics), row(core)]), certificate(ethics)] });
    expect((await desk.ledger())?.missing?.map(({ inWords }) => inWords)).toContain('1 certificate');
    await desk.take(2, { documents: [certificate(core)] });
    expect((await desk.ledger())?.missing).toEqual([]);
  });
});

describe('a certificate of last year that is sent again', () => {
  const unlisted = { ...core, title: 'A Course Nobody Approved', day: '2025-06-10' };

  it('is out of the period; no guidance form is asked for, since none could help', async () => {
    const judgement = await judged({
      documents: [report([row(ethics), row(unlisted)]), certificate(ethics), certificate(unlisted)],
    });
    expect(codesOf(judgement)).toContain('out-of-period');
    expect(codesOf(judgement)).not.toContain('missing-guidance-form');
    expect(judgement.requests.join('\n')).not.toContain('guidance form');
    expect(judgement.missing?.map(({ inWords }) => inWords).join()).not.toContain('guidance form');
  });

  it('of this year is asked for its guidance form as ever', async () => {
    const current = { ...unlisted, day: '2026-06-10' };
    const judgement = await judged({
      documents: [report([row(ethics), row(current)]), certificate(ethics), certificate(current)],
    });
    expect(codesOf(judgement)).toContain('missing-guidance-form');
  });
});

describe('what is known of a credit besides its hours', () => {
  it('is that it was listed, and that the employer of the roster gave it', async () => {
    const desk = await aDeskOfMails();
    const { credits } = await desk.take(1, { documents: [report([row(ethics)]), certificate(ethics)] });
    expect(credits[0]?.traits).toEqual({ approval: 'listed' });
    const own = certificate(ethics, { provider: aField('The Cypress Learning, Inc.') });
    const person = { employer: 'Cypress Learning LLC' };
    const inHouse = await judged({ documents: [report([row(ethics)]), own], person: { ...dana, ...person } });
    expect(inHouse.credits[0]?.traits).toMatchObject({ isInService: true });
  });

  it('is how it was held where the certificate says so, and nothing where it does not', async () => {
    const said = (mode: string, sureness = 0.95) => ({ deliveryMode: { ...aField(mode), confidence: sureness } });
    const traitsWith = async (fields: ReturnType<typeof said>) =>
      (await judged({ documents: [report([row(ethics)]), certificate(ethics, fields)] })).credits[0]?.traits;
    expect(await traitsWith(said('live online'))).toMatchObject({ mode: 'live online' });
    expect(await traitsWith(said('live online', 0.7))).not.toHaveProperty('mode');
    expect(await traitsWith(said('by balloon'))).not.toHaveProperty('mode');
  });
});
