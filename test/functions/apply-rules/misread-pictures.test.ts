import { describe, expect, test } from 'vitest';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, codesOf, core, ethics, judged, report, row } from '#test/builders/a-judged-mail.ts';

/** The same paper as a scan or photo: only a recogniser has looked at it. */
function seen(document: DocumentRecord, fields: DocumentRecord['fields'] = {}): DocumentRecord {
  const capped = Object.entries({ ...document.fields, ...fields }).map(([name, field]) => [
    name,
    { ...field, confidence: Math.min(field.confidence, 0.85) },
  ]);
  return { ...document, reading: 'ocr', fields: Object.fromEntries(capped) };
}

const form = report([row(ethics), row(core)]);

describe('papers that were only seen', () => {
  test('count when form, certificate and register agree', async () => {
    const result = await judged({ documents: [form, certificate(ethics), seen(certificate(core))] });
    expect(result.outcome).toBe('accepted');
  });

  test('do not count when an hour was lost: a person looks', async () => {
    const result = await judged({
      documents: [form, certificate(ethics), seen(certificate(core), { hours: aField('70') })],
    });
    expect(result.outcome).toBe('needs-review');
    expect(result.credits.filter(({ status }) => status === 'counted')).toHaveLength(1);
  });

  test('ask nobody for a certificate or a form because a title was misread', async () => {
    const misread = seen(certificate(core), {
      courseTitle: aField('He1p ng Sorneone P an Ahezd', { confidence: 0.6 }),
    });
    const result = await judged({ documents: [form, certificate(ethics), misread] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(['low-confidence']);
    expect(result.requests).toEqual([]);
  });

  test('keep a misread provider from making an approved training unapproved', async () => {
    const misread = seen(certificate(core), { provider: aField('Cyprcss Leaming', { confidence: 0.6 }) });
    const result = await judged({ documents: [form, certificate(ethics), misread] });
    expect(codesOf(result)).not.toContain('missing-guidance-form');
  });

  test('without a legible name are nobody’s and everybody’s: a person looks', async () => {
    const nameless = seen(certificate(core));
    const { attendeeName: _name, ...fields } = nameless.fields;
    const result = await judged({ documents: [form, certificate(ethics), { ...nameless, fields }] });
    expect(codesOf(result)).toEqual(['low-confidence']);
  });

  test('with a name the machine hardly believes speak against nobody', async () => {
    const stray = seen(certificate(core), { attendeeName: aField('Dara Fonlenat', { confidence: 0.1 }) });
    const result = await judged({ documents: [form, certificate(ethics), stray], strays: [2] });
    expect(codesOf(result)).toEqual(['low-confidence']);
  });

  test('still show a colleague’s name', async () => {
    const stray = seen(certificate(core), { attendeeName: aField('Carla Hebert', { confidence: 0.85 }) });
    const result = await judged({ documents: [form, certificate(ethics), stray], strays: [2] });
    expect(codesOf(result)).toContain('name-mismatch');
  });
});
