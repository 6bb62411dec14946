import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { diplomaCertificate, labelCertificate } from '#test/fixtures/make/certificates.ts';
import { slashed } from '#test/fixtures/make/content.ts';
import { rawMail } from '#test/fixtures/make/mail.ts';
import { openSheet } from '#test/fixtures/make/sheet.ts';

/** An office with two years to the end of the month of certification: its own pages, and letters of its own. */
const root = join(import.meta.dirname, '../..');
const programmes = join(root, 'shared/rules/programmes');
type Course = { title: string; completedOn: string; hours: string };
const early: Course = { title: 'Walking Beside Somebody', completedOn: '2024-05-20', hours: '12' };
const late: Course = { title: 'Listening for Strengths', completedOn: '2026-02-10', hours: '8' };
const provider = 'Blue Ridge Peer Academy';

const resultSchema = z.looseObject({
  reference: z.string().nullable(),
  outcome: z.string(),
  reasons: z.array(z.object({ code: z.string(), text: z.string() })),
  credits: z.array(z.object({ title: z.string(), hours: z.string().nullable(), status: z.string() })),
  findings: z.array(z.object({ rule: z.string(), year: z.number(), result: z.string(), value: z.string().nullable() })),
  replies: z.array(z.object({ text: z.string() })),
});
type Result = z.infer<typeof resultSchema>;

async function anOffice(folder: string): Promise<string> {
  const office = join(folder, 'programme');
  await cp(join(programmes, 'north-carolina-cpss'), office, { recursive: true });
  await cp(join(programmes, 'louisiana-rpss/letters'), join(office, 'letters'), { recursive: true });
  // what this office has settled: approval by its list, and no references by mail
  const page = join(office, 'credits.md');
  const text = await readFile(page, 'utf8');
  await writeFile(page, text.replace(/\| approval +\| not published \|/, '| approval | list |'));
  await rm(join(office, 'continuing-education/references.rule.md'));
  return office;
}

async function reportPaper(name: string, courses: readonly Course[]): Promise<Uint8Array> {
  const sheet = await openSheet('Recertification report');
  sheet.write('Continuing Education Reporting Form', { x: 306, y: 56 }, { face: 'bold', size: 17, align: 'centre' });
  const facts = { 'Legal name:': name, 'Reporting year:': '2026', 'Credential type:': 'CPSS' };
  for (const [i, [label, value]] of Object.entries(facts).entries()) {
    sheet.write(label, { x: 50, y: 100 + i * 22 });
    sheet.write(value, { x: 150, y: 100 + i * 22 });
  }
  const columns = { Date: 50, Training: 130, Provider: 310, Hours: 470 };
  for (const [label, x] of Object.entries(columns)) sheet.write(label, { x, y: 190 }, { face: 'bold' });
  courses.forEach(({ title, completedOn, hours }, i) => {
    const y = 214 + i * 24;
    const cells = { Date: slashed(completedOn), Training: title, Provider: provider, Hours: hours };
    for (const [label, x] of Object.entries(columns)) {
      const written = new Map<string, string>(Object.entries(cells)).get(label) ?? '';
      sheet.write(written, { x, y });
    }
  });
  for (const y of [176, 196, 220, 244]) sheet.rule({ x: 46, y }, { x: 566, y });
  sheet.write('Ethics attestation', { x: 50, y: 320 }, { face: 'bold', size: 12 });
  sheet.tickBox({ x: 50, y: 332 }, true, 10);
  sheet.paragraph('I attest that I have read and will keep to the code of ethics.', { x: 68, y: 341 }, 494);
  sheet.write('Signature:', { x: 50, y: 400 });
  sheet.rule({ x: 110, y: 403 }, { x: 340, y: 403 });
  sheet.write(`/s/ ${name}`, { x: 116, y: 398 }, { face: 'serifItalic', size: 13 });
  return sheet.save();
}

async function aMail(folder: string, name: string, receivedAt: string, courses: readonly Course[]): Promise<string> {
  const layouts = [diplomaCertificate, labelCertificate];
  const certificates = await Promise.all(
    courses.map((course, i) =>
      (layouts[i] ?? labelCertificate)({ attendeeName: name, courseTitle: course.title, provider, ...course }),
    ),
  );
  const papers = [await reportPaper(name, courses), ...certificates.map(({ bytes }) => bytes)];
  const file = join(folder, `${name.replace(/\W+/g, '-')}-${receivedAt.slice(0, 10)}.eml`);
  const files = papers.map((content, i) => ({ filename: `paper${i}.pdf`, content, contentType: 'application/pdf' }));
  const from = { name, address: `${name.split(' ')[0]?.toLowerCase()}@mail.example.com` };
  const plan = { name: file, from, receivedAt, subject: 'Recertification', text: 'My papers.\n', files };
  await writeFile(file, await rawMail(plan));
  return file;
}

describe('an office that runs another programme', () => {
  let results: Result[];

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'office-'));
    const office = await anOffice(folder);
    const [roster, register] = [join(folder, 'roster.csv'), join(folder, 'approved.csv')];
    const head =
      'specialistId,legalName,otherNames,email,credentialType,initialTrainingDate,status,employer,certifiedOn';
    const people = [
      'P-1,Wanda Greer,,wanda@mail.example.com,CPSS,,active,,2022-03-15',
      'P-2,Otis Calloway,,otis@mail.example.com,CPSS,,active,,2022-03-15',
      'P-3,Ruth Ann Poole,,ruth@mail.example.com,CPSS,,active,,',
    ];
    await writeFile(roster, [head, ...people, ''].join('\n'));
    const lines = [early, late].map(({ title, hours }) => `${title},${provider},${hours},0,2024-01-01,2026-12-31`);
    const columns = 'title,provider,hours,ethicsHours,approvedFrom,approvedTo';
    await writeFile(register, [columns, ...lines, ''].join('\n'));
    const mails = [
      await aMail(folder, 'Wanda Greer', '2026-03-31T22:30:00-04:00', [early, late]),
      await aMail(folder, 'Otis Calloway', '2026-03-20T09:00:00-04:00', [late]),
      await aMail(folder, 'Ruth Ann Poole', '2026-03-20T09:00:00-04:00', [early, late]),
      await aMail(folder, 'Otis Calloway', '2026-04-02T09:00:00-04:00', [early, late]),
    ];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['infra/local/intake.ts', '--json', '--roster', roster, '--approved', register, ...mails],
      { cwd: root, maxBuffer: 20_000_000, env: { ...process.env, PROGRAMME_FOLDER: office, TEXT_READER: 'none' } },
    );
    results = stdout
      .trim()
      .split('\n')
      .map((line) => resultSchema.parse(JSON.parse(line)));
  }, 120_000);

  const nth = (at: number): Result => {
    const result = results[at];
    if (!result) throw new Error('the mail has no result');
    return result;
  };
  const foundIn = (at: number) =>
    Object.fromEntries(nth(at).findings.map(({ rule, year, result, value }) => [rule, [year, result, value]]));
  const letterOf = (at: number) =>
    nth(at)
      .replies.map(({ text }) => text)
      .join();

  test('takes a complete report on the last evening of its period, with trainings of two calendar years', () => {
    expect(nth(0).reasons).toEqual([]);
    expect(nth(0).outcome).toBe('accepted');
    expect(nth(0).reference).toMatch(/^NC-2026-/);
    expect(foundIn(0)).toMatchObject({ 'NC-CE-01': [2026, 'met', '20'], 'NC-CE-05': [2026, 'met', null] });
    expect(letterOf(0)).toContain('Everything we need is here');
  });

  test('tells somebody who is short how much is missing, and the day of its own deadline', () => {
    expect(nth(1).outcome).toBe('needs-sender');
    expect(foundIn(1)).toMatchObject({ 'NC-CE-01': [2026, 'not-met', '8'] });
    expect(letterOf(1)).toContain('In short, what is missing: 12 hours in all.');
    expect(letterOf(1)).toContain('The report is due by March 31, 2026');
    expect(letterOf(1)).not.toContain('December 31');
  });

  test('says which fact is missing where the roster has no day of certification, and names no deadline', () => {
    expect(nth(2).outcome).toBe('needs-review');
    expect(nth(2).reasons.map(({ text }) => text)).toContain('The day you were certified is not on file.');
    expect(nth(2).findings.every(({ result }) => result === 'cannot-tell')).toBe(true);
    expect(letterOf(2)).not.toContain('is due by');
  });

  test('leaves what came after its period to a person, and counts it', () => {
    expect(nth(3).reasons.map(({ code }) => code)).toContain('past-deadline');
    expect(nth(3).outcome).toBe('needs-review');
    expect(foundIn(3)).toMatchObject({ 'NC-CE-01': [2026, 'met', '20'], 'NC-CE-05': [2026, 'cannot-tell', null] });
  });
});
