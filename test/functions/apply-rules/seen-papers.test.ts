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

/** As two looks that agree leave it. */
const agreed = (value: boolean): FieldValue => ({
  ...aField(value),
  confidence: 0.97,
  witness: { engine: 'second-1', raw: value ? '[x]' : '[ ]', verdict: 'agrees', confidence: 0.98 },
});

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

  test('a scanned form whose tick and signature two looks agree on is accepted', async () => {
    const [form, ...papers] = complete;
    if (form === undefined) throw new Error('the builder has a form');
    const read = seen(form);
    const fields = { ...read.fields, attestationChecked: agreed(true), signaturePresent: agreed(true) };
    const result = await judged({ documents: [{ ...read, fields }, ...papers] });
    expect(result.outcome).toBe('accepted');
  });

  test('a tick that both looks found missing is asked for; one that a single look missed is not', async () => {
    const [form, ...papers] = complete;
    if (form === undefined) throw new Error('the builder has a form');
    const read = seen(form);
    const without = (tick: FieldValue) => ({
      ...read,
      fields: { ...read.fields, attestationChecked: tick, signaturePresent: agreed(true) },
    });
    expect(codesOf(await judged({ documents: [without(agreed(false)), ...papers] }))).toContain('attestation-unsigned');
    const unsure = await judged({ documents: [without(seenValue(aField(false))), ...papers] });
    expect(unsure.outcome).toBe('needs-review');
    expect(codesOf(unsure)).not.toContain('attestation-unsigned');
  });

  test('a title misread on both pictures is the approved one when a second look reads it so', async () => {
    const misread = (title: string, second: string) => ({
      ...seenValue(aField(title)),
      confidence: 0.4,
      witness: { engine: 'second-1', raw: second, verdict: 'differs' as const, confidence: 0.97 },
    });
    const paper = seen(certificate(core, { courseTitle: misread('Helping Somcone Plan Ahcad', core.title) }));
    const result = await judged({ documents: [report([row(ethics), row(core)]), certificate(ethics), paper] });
    expect(result.outcome).toBe('accepted');
  });

  test('"Part 1" on one picture is never "Part 2" of the register', async () => {
    const second = { engine: 'second-1', raw: `${core.title} 2`, verdict: 'differs' as const, confidence: 0.97 };
    const title = { ...seenValue(aField(`${core.title} 1`)), witness: second };
    const listed = row(core, { title: aField(`${core.title} 1`) });
    const paper = seen(certificate(core, { courseTitle: title }));
    const result = await judged({ documents: [report([row(ethics), listed]), certificate(ethics), paper] });
    expect(result.outcome).not.toBe('accepted');
  });

  test('an address on a scanned form that cannot be read keeps nobody waiting: it is on file', async () => {
    const reason = { code: 'low-confidence' as const, text: 'What is written here could not be read.', field: 'email' };
    const [form, ...papers] = complete;
    if (form === undefined) throw new Error('the builder has a form');
    const read = seen(form);
    const fields = { ...read.fields, attestationChecked: agreed(true), signaturePresent: agreed(true) };
    const result = await judged({ documents: [{ ...read, fields, reasons: [reason] }, ...papers] });
    expect(result.outcome).toBe('accepted');
  });
});
