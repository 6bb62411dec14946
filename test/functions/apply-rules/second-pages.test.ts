import { describe, expect, test } from 'vitest';
import { splitFile } from '#functions/sort-documents/split-file.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';
import { certificate, core, ethics, judged, report, row } from '#test/builders/a-judged-mail.ts';
import { aPageOfWords } from '#test/builders/a-page-of-words.ts';

const certificates = [certificate(ethics), certificate(core)];
/** The first page of a form whose statement and signature are on the second. */
const firstPage: DocumentRecord = {
  ...report([row(ethics), row(core)], { attestationChecked: aField(null), signaturePresent: aField(null) }),
  attachment: 'IMG_1.jpg',
};
const secondPage = (own: Partial<DocumentRecord> = {}) =>
  aDocument({
    ...{ kind: 'ce-report', attachment: 'IMG_2.jpg', sha256: 's'.repeat(64), isRest: true },
    fields: { attestationChecked: aField(true), signaturePresent: aField(true) },
    ...own,
  });

describe('a form whose two pages came as files of their own', () => {
  test('is one form: the statement and the signature on the second page complete it', async () => {
    const result = await judged({ documents: [firstPage, ...certificates, secondPage()] });
    expect(result.reasons).toEqual([]);
    expect(result.outcome).toBe('accepted');
  });

  test('lists what both pages list', async () => {
    const first = { ...firstPage, trainings: [row(ethics)] };
    const result = await judged({ documents: [first, secondPage({ trainings: [row(core)] }), ...certificates] });
    expect(result.outcome).toBe('accepted');
  });

  test('waits for a person, and for nobody else, while nothing can be read on the second page', async () => {
    const result = await judged({ documents: [firstPage, secondPage({ fields: {} }), ...certificates] });
    expect(result.outcome).toBe('needs-review');
    expect(result.reasons.map(({ text }) => text)).toContain(
      'This looks like another page of the form in "IMG_1.jpg"; a person will look at it.',
    );
    expect(result.requests).toEqual([]);
  });

  test('is shown to a person where the second page is of no kind that is known', async () => {
    const unknown = secondPage({ kind: 'other', fields: {}, reasons: [] });
    const result = await judged({ documents: [firstPage, unknown, ...certificates] });
    expect(result.outcome).toBe('needs-review');
    expect(result.reasons.map(({ text }) => text)).toContain(
      'This looks like another page of the form in "IMG_1.jpg"; a person will look at it.',
    );
    expect(result.requests).toEqual([]);
  });

  test('is not made of pages of two people', async () => {
    const others = { ...firstPage, sha256: 'o'.repeat(64) };
    const result = await judged({ documents: [firstPage, others, secondPage(), ...certificates] });
    expect(result.outcome).toBe('needs-review');
    expect(result.reasons.map(({ code }) => code)).toContain('name-mismatch');
  });

  test('is not made of a page that asks for a name of its own', async () => {
    const named = secondPage({
      fields: { legalName: aField(null), signaturePresent: aField(true), attestationChecked: aField(true) },
    });
    const result = await judged({ documents: [firstPage, named, ...certificates] });
    expect(result.reasons.map(({ code }) => code)).toContain('name-mismatch');
  });
});

test.each([
  ['Page 2 of 2\nEthics Attestation Statement\nI attest that I follow the code of ethics.\nSignature   Date', true],
  [
    'Ethics Attestation Statement\nI attest that all trainings are true and I follow the code of ethics.\nSignature',
    true,
  ],
  ['Continuing Education Reporting Form\nLegal name: Dana Fontenot\nReporting year 2026', false],
])('a page that begins nothing says so: %s', (text, isRest) => {
  expect(splitFile({ engine: 'test', pages: [aPageOfWords(text)] })).toMatchObject([{ isRest, kind: 'ce-report' }]);
});
