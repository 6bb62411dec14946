import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeReportIntake } from '#functions/report-intake/report-intake.ts';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { itemIdsOf } from '#shared/domain/batch.ts';
import { rawMail } from '#test/fixtures/make/mail.ts';
import { packet } from '#test/fixtures/make/packet.ts';
import { person } from '#test/fixtures/make/people.ts';
import { mailFiles } from '#test/fixtures/make/situation.ts';
import { trainings } from '#test/fixtures/make/trainings.ts';
import { aBesiegedOffice } from '#test/hostile/a-besieged-office.ts';

const employer = 'Teche Valley Recovery Services';
const address = 'office@techerecovery.example.org';
const people = [person('Adele Thibodeaux'), person('Darlene Quebedeaux')];
const locked = {
  filename: 'scan.pdf',
  content: new TextEncoder().encode('%PDF-1.7 and then nothing'),
  contentType: 'application/pdf',
};

let folder: string;
let office: Awaited<ReturnType<typeof aBesiegedOffice>>;
let mail: Awaited<ReturnType<typeof office.take>>;
let items: Awaited<ReturnType<typeof office.take>>[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-'));
  await cp('shared/rules', folder, { recursive: true });
  const programmeFolder = join(folder, 'programmes', 'louisiana-rpss');
  const page = join(programmeFolder, 'employers.md');
  const row = `| employer | address | source |\n| - | - | - |\n| ${employer} | ${address} | agreement of March 2026 |`;
  await writeFile(page, (await readFile(page, 'utf8')).replace(/None\. The owner.*/, row));
  office = await aBesiegedOffice({ programmeFolder });
  const enclosed = await Promise.all(people.map(packetOf));
  const files = [...enclosed.flat(), locked];
  const from = { name: 'Teche Valley', address };
  const receivedAt = '2026-12-18T09:00:00-06:00';
  const said = { name: 'employer', subject: 'Our people', text: 'See attached.' };
  mail = await office.take(await rawMail({ ...said, from, receivedAt, files }));
  items = await Promise.all(itemIdsOf({ submissionId: mail.submissionId, items: 3 }).map(office.whatBecame));
}, 60_000);
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

async function packetOf(one: (typeof people)[number], at: number) {
  const name = (what: string) => `${at}-${what}.pdf`;
  const made = await packet({
    person: one,
    report: ['typed', name('report')],
    signedOn: '2026-12-16',
    taken: [
      { training: trainings.boundaries, on: '2026-04-02', certificate: ['diploma', name('a')] },
      { training: trainings.groups, on: '2026-06-30', certificate: ['band', name('b')] },
      { training: trainings.wellness, on: '2026-11-05', certificate: ['labels', name('c')] },
    ],
  });
  return mailFiles(made.enclosed);
}

describe('a mail of an employer, from its receipt to its answers', () => {
  test('B154, B155: each person is accepted, and the file that cannot be read waits for a person by itself', () => {
    expect(mail).toMatchObject({ outcome: 'split', codes: ['several-people'], isWaiting: false });
    expect(items.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'needs-review']);
    expect(items.map(({ isWaiting }) => isWaiting)).toEqual([false, false, true]);
  });

  test('the employer hears once, in numbers, and reads no name, title or address', () => {
    expect(mail.letters.map(({ to }) => to)).toEqual([address]);
    const text = mail.letters[0]?.text ?? '';
    expect(text).toContain('papers of 2 people');
    expect(text).toContain('- complete: 2');
    for (const { legalName, email } of people) {
      for (const part of legalName.split(' ')) expect(text).not.toContain(part);
      expect(text).not.toContain(email);
    }
    for (const { title } of [trainings.boundaries, trainings.groups, trainings.wellness])
      expect(text).not.toContain(title);
  });

  test('each person hears at the address on file, in no thread of the employer, and of the own papers only', () => {
    expect(items.map(({ letters }) => letters.map(({ to }) => to))).toEqual([
      [people[0]?.email],
      [people[1]?.email],
      [],
    ]);
    const [letter] = items[0]?.letters ?? [];
    expect(letter?.text).toContain(trainings.boundaries.title);
    expect(letter?.text).toContain('somebody sent us papers for your report');
    expect(letter).toMatchObject({ inReplyTo: null, references: [] });
  });

  test('is one line of the intake, which waits for a person because one case of it does', async () => {
    const line = await makeReportIntake({ records: office.records })(mail.submissionId, 'employer.eml');
    expect(line.outcome).toBe('needs-review');
    expect(line.people.map(({ specialistId }) => specialistId)).toEqual(people.map((one) => one.specialistId));
    expect(line.replies).toHaveLength(3);
  });

  test('everything of it adds up: one mail, its files once, its pages in its cases', async () => {
    const { records, files } = office;
    const ledger = await makeProveLedger({ records, files, clock: systemClock })({
      months: ['2026-12'],
      withStore: true,
    });
    expect(ledger.faults).toEqual([]);
    expect(ledger.accounts.mails).toMatchObject({ received: 1, filed: 1 });
    expect(ledger.accounts.documents.received).toBe(9);
    expect(await office.broken()).toBeNull();
  });

  test('the same mail once more, and the same files in another, are the earlier one', async () => {
    const files = (await Promise.all(people.map(packetOf))).flat();
    const said = { name: 'employer again', subject: 'Once more', text: 'Again.' };
    const from = { name: 'Teche Valley', address };
    const again = await office.take(await rawMail({ ...said, from, receivedAt: '2026-12-19T09:00:00-06:00', files }));
    expect(again).toMatchObject({ outcome: 'duplicate', duplicateOf: mail.submissionId });
  });
});
