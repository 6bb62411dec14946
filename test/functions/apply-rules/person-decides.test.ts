import { describe, expect, test } from 'vitest';
import { aDocument, aField } from '#test/builders/a-document.ts';
import {
  certificate,
  codesOf,
  complete,
  core,
  dana,
  ethics,
  judged,
  register,
  report,
  row,
} from '#test/builders/a-judged-mail.ts';

describe('what only a person may decide', () => {
  test.each([
    ['another address than the one on file', { mail: { from: 'else@example.org' } }, 'sender-unverified'],
    ['an address that did not prove itself', { mail: { authentication: 'unknown' } }, 'sender-unverified'],
    [
      'somebody whose first training was this year',
      { person: { ...dana, initialTrainingDate: '2026-01-02' } },
      'not-yet-due',
    ],
  ])('%s', async (_what, given, code) => {
    const result = await judged({ documents: complete, ...given });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toContain(code);
  });

  test.each([
    ['trained this year', { initialTrainingDate: '2026-01-02' }],
    ['inactive', { status: 'inactive' }],
    ['without a date of training on the roster', { initialTrainingDate: null }],
  ])('nothing is counted for somebody %s', async (_what, own) => {
    const result = await judged({ documents: complete, person: { ...dana, ...own } });
    expect(result.outcome).toBe('needs-review');
    expect(result.credits.every(({ status }) => status === 'undecided')).toBe(true);
  });

  test('nothing is counted for a sender who is not on file', async () => {
    const result = await judged({ documents: complete, mail: { from: 'else@example.org' } });
    expect(result.credits.every(({ status }) => status === 'undecided')).toBe(true);
  });

  test('a certificate that says other hours than the form', async () => {
    const result = await judged({
      documents: [report([row(ethics), row(core)]), certificate(ethics), certificate(core, { hours: aField('6') })],
    });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toContain('hours-mismatch');
  });

  test('more hours than were approved', async () => {
    const more = { ...core, hours: '8' };
    const result = await judged({
      documents: [report([row(ethics), row(more)]), certificate(ethics), certificate(more)],
    });
    expect(codesOf(result)).toContain('hours-mismatch');
    expect(result.outcome).toBe('needs-review');
  });

  test('last year’s certificate', async () => {
    const old = { ...core, day: '2025-06-10' };
    const result = await judged({
      documents: [report([row(ethics), row(old)]), certificate(ethics), certificate(old)],
    });
    expect(codesOf(result)).toContain('out-of-period');
  });

  test('a certificate dated after it was sent', async () => {
    const late = { ...core, day: '2026-12-24' };
    const result = await judged({
      documents: [report([row(ethics), row(late)]), certificate(ethics), certificate(late)],
    });
    expect(codesOf(result)).toContain('date-future');
  });

  test('a colleague’s certificate is nobody’s credit', async () => {
    const result = await judged({ documents: complete, strays: [2] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(expect.arrayContaining(['name-mismatch', 'missing-certificate']));
    expect(result.credits.filter(({ status }) => status === 'counted')).toHaveLength(1);
  });

  test.each([
    ['Bloodborne Pathogens Annual Refresher', 'excluded-training'],
    ['Louisiana Code of Governmental Ethics for Public Servants', 'possible-mandatory-training'],
  ])('%s is proposed as excluded, never decided', async (title, code) => {
    const claimed = { ...core, title };
    const result = await judged({
      documents: [report([row(ethics), row(claimed)]), certificate(ethics), certificate(claimed)],
    });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual([code]);
    expect(result.credits.find((credit) => credit.title === title)).toMatchObject({ status: 'undecided', code });
  });

  test('a guidance form that says the training was mandatory', async () => {
    const guidance = aDocument({
      kind: 'ceu-guidance',
      sha256: 'g'.repeat(64),
      fields: {
        legalName: aField('Dana Fontenot'),
        courseTitle: aField(core.title),
        mandatoryForJob: aField(true),
        signaturePresent: aField(true),
      },
    });
    const result = await judged({ documents: [...complete, guidance], register: register.slice(0, 1) });
    expect(codesOf(result)).toEqual(['possible-mandatory-training']);
  });

  test('hours that were read with doubt and that nothing else confirms', async () => {
    const doubtful = certificate(core, { hours: aField('7', { confidence: 0.7 }) });
    const alone = await judged({
      documents: [
        report([row(ethics), row(core, { hours: aField('7', { confidence: 0.5 }) })]),
        certificate(ethics),
        doubtful,
      ],
    });
    expect(codesOf(alone)).toContain('low-confidence');
    const confirmed = await judged({ documents: [report([row(ethics), row(core)]), certificate(ethics), doubtful] });
    expect(confirmed.outcome).toBe('accepted');
  });

  test('a page that nobody has read', async () => {
    const unread = aDocument({
      kind: 'other',
      reading: 'unread',
      fields: {},
      sha256: 'u'.repeat(64),
      reasons: [{ code: 'low-confidence', text: 'A picture.' }],
    });
    const result = await judged({ documents: [report([row(ethics), row(core)]), certificate(ethics), unread] });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).not.toContain('missing-certificate');
    expect(result.findings.find(({ rule }) => rule === 'LA-CE-01')).toMatchObject({ verdict: 'cannot-tell' });
  });

  test('extra ethics hours that would fill the gap', async () => {
    const [four, six] = [
      { ...ethics, hours: '4', ethicsHours: '4' },
      { ...core, hours: '6' },
    ];
    const own = [four, six].map(({ title, hours, ethicsHours }) => ({
      title,
      hours,
      ethicsHours,
      provider: 'Cypress Learning',
      approvedFrom: '2026-01-01',
      approvedTo: '2026-12-31',
    }));
    const result = await judged({
      documents: [report([row(four), row(six)]), certificate(four), certificate(six)],
      register: own,
    });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toEqual(['ethics-surplus']);
  });
});
