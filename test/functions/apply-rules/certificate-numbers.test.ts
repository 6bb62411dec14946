import { describe, expect, test } from 'vitest';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, codesOf, core, ethics, judged, report, row } from '#test/builders/a-judged-mail.ts';

const form = report([row(ethics), row(core)]);
const numbered = (number: string, fields: DocumentRecord['fields'] = {}) =>
  certificate(core, { certificateId: aField(number), ...fields });
const other = (document: DocumentRecord): DocumentRecord => ({ ...document, sha256: '7'.repeat(64) });
/** Another picture of it, on which the title was misread. */
const photo = (document: DocumentRecord): DocumentRecord => ({
  ...other(document),
  reading: 'ocr',
  fields: { ...document.fields, courseTitle: aField('He1p ng Sorneone P an Ahezd', { confidence: 0.6 }) },
});

const hoursOf = ({ credits }: Awaited<ReturnType<typeof judged>>) =>
  credits.filter(({ status }) => status === 'counted').reduce((sum, { hours }) => sum + (hours ?? 0), 0);

describe('a certificate that came twice', () => {
  test('is one where both bear the same number of the same issuer, though its title was misread on the photo', async () => {
    const result = await judged({
      documents: [form, certificate(ethics), numbered('PS-264414'), photo(numbered('PS-264414'))],
    });
    expect([result.outcome, hoursOf(result)]).toEqual(['accepted', 1000]);
    expect(result.credits.map(({ evidence }) => evidence.map(({ document }) => document))).toEqual([
      [1, 0],
      [2, 3, 0],
    ]);
  });

  test('without a number it is left to a person what the photo shows', async () => {
    const result = await judged({
      documents: [form, certificate(ethics), certificate(core), photo(certificate(core))],
    });
    expect(result.outcome).toBe('needs-review');
  });

  test('with two numbers is in doubt: neither taken for one nor counted twice', async () => {
    const result = await judged({
      documents: [form, certificate(ethics), numbered('PS-264414'), other(numbered('PS-981202'))],
    });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toContain('duplicate-training');
    expect(hoursOf(result)).toBe(1000);
    expect(result.credits.map(({ status }) => status)).toEqual(['counted', 'counted', 'undecided']);
  });

  test('with two numbers is in doubt too where its provider is written in two ways', async () => {
    const again = other(numbered('PS-981202', { provider: aField('The Cypress School') }));
    const result = await judged({
      documents: [report([row(ethics), row(core), row(core)]), certificate(ethics), numbered('PS-264414'), again],
    });
    expect(codesOf(result)).toContain('duplicate-training');
    expect(hoursOf(result)).toBe(1000);
  });
});

describe('two trainings whose certificates bear one number', () => {
  const both = [
    certificate(ethics, { certificateId: aField('PS-264414') }),
    certificate(core, { certificateId: aField('PS-264414') }),
  ];

  test('are in doubt where title and day were surely read', async () => {
    const result = await judged({ documents: [form, ...both] });
    expect(result.outcome).toBe('needs-review');
    expect(result.reasons).toMatchObject([
      {
        code: 'duplicate-training',
        text: 'The number of the certificate for "Helping Someone Plan Ahead" is on another certificate too.',
      },
    ]);
  });

  test('count both where two issuers use the same number', async () => {
    const [first, second] = both;
    if (!first || !second) throw new Error('there are two');
    const elsewhere = { ...first, fields: { ...first.fields, provider: aField('Bayou Wellness Center') } };
    const result = await judged({ documents: [form, elsewhere, second] });
    expect(codesOf(result)).not.toContain('duplicate-training');
  });
});

test('two certificates of one template, alike from afar, on one day and for as many hours are two trainings', async () => {
  const likeness = 'a5'.repeat(32);
  const sameDay = { ...core, hours: '3', ethicsHours: '0', day: ethics.day };
  const seen = (document: DocumentRecord): DocumentRecord => ({ ...document, reading: 'ocr', likeness });
  const result = await judged({
    documents: [
      report([row(ethics), row(sameDay)]),
      seen(certificate(ethics, { certificateId: aField('PS-264414') })),
      seen(certificate(sameDay, { certificateId: aField('PS-264415') })),
    ],
    register: [],
  });
  expect(codesOf(result)).not.toContain('duplicate-training');
  expect(result.credits.map(({ evidence }) => evidence[0]?.document)).toEqual([1, 2]);
});
