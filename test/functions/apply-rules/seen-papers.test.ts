import { describe, expect, test } from 'vitest';
import type { DocumentRecord, FieldValue } from '#shared/domain/document.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';
import { certificate, codesOf, complete, core, ethics, judged, report, row } from '#test/builders/a-judged-mail.ts';

/** As the reading step leaves it: no value that was only seen is surer than this. */
const seenValue = (value: FieldValue): FieldValue => ({ ...value, confidence: Math.min(value.confidence, 0.85) });

function seen(document: DocumentRecord): DocumentRecord {
  const fields = Object.fromEntries(Object.entries(document.fields).map(([name, value]) => [name, seenValue(value)]));
  const trainings = document.trainings.map((training) => ({
    title: seenValue(training.title),
    provider: seenValue(training.provider),
    completedOn: seenValue(training.completedOn),
    hours: seenValue(training.hours),
    category: seenValue(training.category),
    priorApproved: seenValue(training.priorApproved),
  }));
  return { ...document, reading: 'ocr', fields, trainings };
}

describe('papers that only a recogniser has read', () => {
  test('a scanned certificate counts when the form, which was not scanned, says the same', async () => {
    const result = await judged({
      documents: [report([row(ethics), row(core)]), seen(certificate(ethics)), certificate(core)],
    });
    expect(result.outcome).toBe('accepted');
  });

  test('a scanned certificate with other hours than the form goes to a person', async () => {
    const misread = seen(certificate(core, { hours: aField('70') }));
    const result = await judged({ documents: [report([row(ethics), row(core)]), certificate(ethics), misread] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toContain('hours-mismatch');
  });

  test('a scanned form is never accepted on its tick and its signature alone', async () => {
    const [form, ...papers] = complete;
    if (form === undefined) throw new Error('the builder has a form');
    const result = await judged({ documents: [seen(form), ...papers] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(['low-confidence']);
  });

  test('nobody is asked for a signature, a day or hours that were merely not found on a picture', async () => {
    const bare = { completedOn: aField(null), hours: aField(null) };
    const form = report([row(ethics), row(core)], {
      signaturePresent: aField(false),
      attestationChecked: aField(false),
    });
    const result = await judged({ documents: [seen(form), seen(certificate(ethics, bare)), certificate(core)] });
    expect(result.outcome).toBe('needs-review');
    const codes = new Set(codesOf(result));
    for (const code of ['signature-missing', 'attestation-unsigned', 'date-missing', 'hours-missing'] as const) {
      expect(codes).not.toContain(code);
    }
  });

  test('two scans that agree count only the hours that were approved beforehand', async () => {
    const shorter = { ...core, hours: '5' };
    const result = await judged({
      documents: [seen(report([row(ethics), row(shorter)])), seen(certificate(ethics)), seen(certificate(shorter))],
    });
    const status = Object.fromEntries(result.credits.map((credit) => [credit.title, credit.status]));
    expect(status).toEqual({ [ethics.title]: 'counted', [core.title]: 'undecided' });
  });

  test('a scanned no to the question of a required training is not believed', async () => {
    const guidance = seen(
      aDocument({
        kind: 'ceu-guidance',
        sha256: 'g'.repeat(64),
        fields: {
          legalName: aField('Dana Fontenot'),
          courseTitle: aField(core.title),
          signaturePresent: aField(true),
          mandatoryForJob: aField(false),
        },
      }),
    );
    const result = await judged({ documents: [...complete, guidance] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toContain('possible-mandatory-training');
  });
});
