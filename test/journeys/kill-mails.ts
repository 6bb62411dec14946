import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rawMail } from '#test/fixtures/make/mail.ts';
import { packet } from '#test/fixtures/make/packet.ts';
import { people } from '#test/fixtures/make/people.ts';
import { mailFiles } from '#test/fixtures/make/situation.ts';
import { approvedTrainingsCsv, trainings } from '#test/fixtures/make/trainings.ts';
import { firstNames, lastNames } from '#test/simulation/world/names.ts';

/** One mail of one person: a report of one training and its certificate. */
export type KillMail = {
  readonly specialistId: string;
  readonly from: string;
  readonly messageId: string;
  readonly raw: Buffer;
  /** one of its trainings is a person's to judge */
  readonly isDoubtful: boolean;
};

function crowd(count: number) {
  const [someone] = people;
  if (!someone) throw new Error('the roster is empty');
  return Array.from({ length: count }, (_, i) => {
    const [first = '', last] = [firstNames[i % firstNames.length], lastNames[Math.floor(i / firstNames.length)]];
    if (last === undefined) throw new Error('so many names are not known');
    return {
      ...someone,
      specialistId: `RPSS-${50_000 + i}`,
      legalName: `${first} ${last}`,
      email: `${first}.${last}@example.com`.toLowerCase(),
    };
  });
}

type Someone = ReturnType<typeof crowd>[number];

/** Small mails, each from another person; of so many one is for a reviewer. */
export async function makeKillMails(
  count: number,
  doubtfulEvery = 0,
): Promise<{ mails: KillMail[]; rosterCsv: string; approvedCsv: string }> {
  const mails: KillMail[] = [];
  const crowded = crowd(count);
  for (const [i, person] of crowded.entries())
    mails.push(await killMail(i, person, doubtfulEvery > 0 && i % doubtfulEvery === 0));
  return { mails, ...registersOf(crowded) };
}

/** The same mails, one after another: ten thousand at once are a gigabyte. */
export function mailByMail(count: number) {
  const crowded = crowd(count);
  const make = (at: number) => killMail(at, crowded[at] ?? missing());
  return { make, ...registersOf(crowded) };
}

function missing(): never {
  throw new Error('there are not so many mails');
}

async function killMail(i: number, person: Someone, isDoubtful = false): Promise<KillMail> {
  const day = `2026-0${1 + (i % 9)}-${10 + (i % 18)}`;
  const made = await packet({
    person,
    report: ['typed', 'report.pdf'],
    signedOn: '2026-11-20',
    taken: [
      { training: trainings.boundaries, on: day, certificate: ['labels', 'certificate.pdf'] },
      ...(isDoubtful
        ? [{ training: trainings.governmentalEthics, on: day, certificate: ['labels', 'other.pdf'] as const }]
        : []),
    ],
  });
  const raw = await rawMail({
    name: `kill ${i}`,
    from: { name: person.legalName, address: person.email },
    receivedAt: '2026-11-20T10:00:00-06:00',
    subject: 'CE report',
    text: `Report and certificate.\n\n${person.legalName}\n`,
    files: mailFiles(made.enclosed),
  });
  const messageId = /^Message-ID: (<.+>)\r$/m.exec(raw.toString('latin1'))?.[1] ?? '';
  return { specialistId: person.specialistId, from: person.email, messageId, raw, isDoubtful };
}

function registersOf(crowded: readonly Someone[]) {
  const head = 'specialistId,legalName,otherNames,email,credentialType,initialTrainingDate,status,employer';
  const rows = crowded.map((p) => `${p.specialistId},${p.legalName},,${p.email},RPSS,${p.initialTrainingDate},active,`);
  return { rosterCsv: `${[head, ...rows].join('\n')}\n`, approvedCsv: approvedTrainingsCsv() };
}

export async function writeRegisters(folder: string, registers: { rosterCsv: string; approvedCsv: string }) {
  await mkdir(folder, { recursive: true });
  const [roster, approved] = [join(folder, 'roster.csv'), join(folder, 'approved.csv')];
  await writeFile(roster, registers.rosterCsv);
  await writeFile(approved, registers.approvedCsv);
  return { roster, approved };
}
