import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Application, schoolDiploma, trainingApplication } from '#test/fixtures/make/application-papers.ts';
import type { Paper } from '#test/fixtures/make/content.ts';
import { type MailPlan, rawMail } from '#test/fixtures/make/mail.ts';

const root = join(import.meta.dirname, '../..');
const odette: Application = {
  legalName: 'Odette Marchand',
  dateOfBirth: '1990-05-02',
  email: 'odette@mail.example.com',
  phone: '504-555-0110',
  parish: 'Caddo',
  educationLevel: 'High school diploma',
  signatureDate: '2026-05-09',
};
const story = 'I want to give back what my group gave me.';

const resultSchema = z.looseObject({
  outcome: z.string(),
  reasons: z.array(z.object({ code: z.string() })),
  people: z.array(z.object({ specialistId: z.string().nullable(), name: z.string(), match: z.string() })),
  documents: z.array(z.object({ kind: z.string(), fields: z.record(z.string(), z.unknown()) })),
  findings: z.array(z.object({ rule: z.string(), person: z.number(), result: z.string() })),
  replies: z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() })),
});

async function mailFile(folder: string, plan: Omit<MailPlan, 'from' | 'files'>, papers: Record<string, Paper>) {
  const files = Object.entries(papers).map(([filename, { bytes, mediaType }]) => {
    return { filename, content: bytes, contentType: mediaType };
  });
  const file = join(folder, `${plan.name}.eml`);
  await writeFile(file, await rawMail({ ...plan, from: { name: 'Odette Marchand', address: odette.email }, files }));
  return file;
}

describe('one application, from the mail that brings it to the reply that completes it', () => {
  let stdout = '';
  let results: z.infer<typeof resultSchema>[] = [];

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'application-'));
    const about = { subject: 'Class', text: 'Please see attached. Odette' };
    const mails = [
      await mailFile(
        folder,
        { name: 'first', receivedAt: '2026-05-10T09:00:00-05:00', ...about },
        { 'form.pdf': await trainingApplication({ ...odette, phone: '' }) },
      ),
      await mailFile(
        folder,
        { name: 'second', receivedAt: '2026-05-20T09:00:00-05:00', ...about },
        {
          'form again.pdf': await trainingApplication(odette),
          'diploma.pdf': await schoolDiploma(odette.legalName, 'Plaisance High School', '2008-05-16'),
        },
      ),
    ];
    const command = ['infra/local/intake.ts', '--json', '--data', join(folder, 'data'), ...mails];
    ({ stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, maxBuffer: 10_000_000 }));
    results = stdout
      .trim()
      .split('\n')
      .map((line) => resultSchema.parse(JSON.parse(line)));
  }, 60_000);

  const verdictOf = (mail: number, rule: string) => results[mail]?.findings.find((one) => one.rule === rule)?.result;

  test('the first is judged by its own facts, though nobody of the roster is meant, and goes to a person', () => {
    expect(results[0]).toMatchObject({
      outcome: 'needs-review',
      people: [{ specialistId: null, name: 'Odette Marchand', match: 'none' }],
    });
    expect([verdictOf(0, 'LA-EL-01'), verdictOf(0, 'LA-EL-03'), verdictOf(0, 'LA-EL-06')]).toEqual([
      'met',
      'not-met',
      'not-met',
    ]);
  });

  test('its answer asks for the one question and the school paper, and says where the form is meant to go', () => {
    const [reply] = results[0]?.replies ?? [];

    expect(reply).toMatchObject({ to: odette.email, subject: 'We got your e-mail' });
    expect(reply?.text).toContain('- The answer to: your phone number.');
    expect(reply?.text).toContain('- A copy of your highest diploma, degree or transcript.');
    expect(reply?.text).toContain('is meant for The Extra Mile Region IV');
  });

  test('the reply completes it: nothing more is asked, and still only a person says what follows', () => {
    expect([verdictOf(1, 'LA-EL-03'), verdictOf(1, 'LA-EL-06')]).toEqual(['met', 'met']);
    expect(verdictOf(1, 'LA-EL-07')).toBe('cannot-tell');
    expect(results[1]?.outcome).toBe('needs-review');
    expect(results[1]?.replies[0]?.text).toContain('- Every question has an answer.');
    expect(results[1]?.replies[0]?.text).not.toContain('still needed');
  });

  test('what the applicant tells is taken nowhere, and the line printed for each mail keeps its contract', () => {
    expect(stdout).not.toContain(story);
    for (const { documents } of results)
      for (const { fields } of documents) expect(Object.keys(fields)).not.toContain('appliedFor');
  });
});
