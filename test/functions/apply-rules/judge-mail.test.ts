import { describe, expect, test } from 'vitest';
import { aField } from '#test/builders/a-document.ts';
import {
  certificate,
  codesOf,
  complete,
  conference,
  core,
  ethics,
  judged,
  register,
  report,
  row,
} from '#test/builders/a-judged-mail.ts';

describe('a mail that is complete', () => {
  test('is accepted when form, certificates, person and rules agree', async () => {
    const result = await judged({ documents: complete });
    expect(result.reasons).toEqual([]);
    expect(result.outcome).toBe('accepted');
    expect(result.credits.map(({ bucket, hours, status }) => ({ bucket, hours, status }))).toEqual([
      { bucket: 'ethics', hours: 300, status: 'counted' },
      { bucket: 'core', hours: 700, status: 'counted' },
    ]);
  });

  test('is in time at 23:59:30 on the last day in Louisiana, which is the next day in Greenwich', async () => {
    expect((await judged({ documents: complete, receivedAt: '2027-01-01T05:59:30.000Z' })).outcome).toBe('accepted');
  });

  test('one minute later goes to a person, because it is past the deadline', async () => {
    const result = await judged({ documents: complete, receivedAt: '2027-01-01T06:00:30.000Z' });
    expect(result.outcome).toBe('needs-review');
    expect(codesOf(result)).toContain('past-deadline');
  });

  test('a conference is split when its certificate shows the ethics part', async () => {
    const result = await judged({ documents: [report([row(conference)]), certificate(conference)] });
    expect(result.outcome).toBe('accepted');
    expect(result.credits.map(({ bucket, hours }) => [bucket, hours])).toEqual([
      ['ethics', 300],
      ['core', 700],
    ]);
  });

  test('the same certificate twice counts once', async () => {
    const result = await judged({ documents: [...complete, certificate(ethics)] });
    expect(result.credits.filter(({ status }) => status === 'counted')).toHaveLength(2);
    expect(result.outcome).toBe('accepted');
  });
});

describe('what the sender can put right', () => {
  test('a row without certificate is asked for, and not counted', async () => {
    const result = await judged({ documents: [report([row(ethics), row(core)]), certificate(ethics)] });
    expect(result.outcome).toBe('needs-sender');
    expect(codesOf(result)).toEqual(['missing-certificate']);
    expect(result.credits.map(({ status }) => status)).toEqual(['counted', 'undecided']);
  });

  test('the certificate of a conference is asked for before anybody looks at its ethics part', async () => {
    const parts = [
      row(conference, { hours: aField('3'), category: aField('ethics') }),
      row(conference, { hours: aField('7'), category: aField('core') }),
    ];
    const result = await judged({ documents: [report(parts)] });
    expect(result.outcome).toBe('needs-sender');
    expect(codesOf(result)).toEqual(['missing-certificate']);
    expect(result.credits.map(({ status }) => status)).toEqual(['undecided']);
  });

  test('certificates without a form: the form is asked for', async () => {
    const result = await judged({ documents: [certificate(ethics), certificate(core)] });
    expect(codesOf(result)).toContain('missing-report');
    expect(result.credits.every(({ status }) => status === 'undecided')).toBe(true);
  });

  test('a form that is not signed is asked for again', async () => {
    const documents = [
      report([row(ethics), row(core)], { signaturePresent: aField(false) }),
      certificate(ethics),
      certificate(core),
    ];
    const result = await judged({ documents });
    expect(result.outcome).toBe('needs-sender');
    expect(codesOf(result)).toEqual(['signature-missing']);
  });

  test('a training that nobody approved needs its guidance form', async () => {
    const result = await judged({
      documents: complete,
      register: register.filter(({ title }) => title !== core.title),
    });
    expect(result.outcome).toBe('needs-sender');
    expect(codesOf(result)).toEqual(['missing-guidance-form']);
  });

  test('a quarter of an hour short in ethics is asked for, with the exact figure', async () => {
    const short = { ...ethics, hours: '2.75', ethicsHours: '2.75' };
    const more = { ...core, hours: '7.25' };
    const own = [short, more].map(({ title, hours, ethicsHours }) => ({
      ...register[0],
      title,
      hours,
      ethicsHours,
      provider: 'Cypress Learning',
      approvedFrom: '2026-01-01',
      approvedTo: '2026-12-31',
    }));
    const result = await judged({
      documents: [report([row(short), row(more)]), certificate(short), certificate(more)],
      register: own,
    });
    expect(result.outcome).toBe('needs-sender');
    expect(result.findings.find(({ rule }) => rule === 'LA-CE-02')).toMatchObject({
      verdict: 'not-met',
      value: '2.75',
    });
    expect(result.requests.join(' ')).toContain('2.75');
  });
});
