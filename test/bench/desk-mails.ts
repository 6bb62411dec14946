import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rawMail } from '#test/fixtures/make/mail.ts';
import { type Enclosed, packet, type Taken } from '#test/fixtures/make/packet.ts';
import { person } from '#test/fixtures/make/people.ts';
import { mailFiles } from '#test/fixtures/make/situation.ts';
import { trainings } from '#test/fixtures/make/trainings.ts';

const fixtures = join(import.meta.dirname, '../fixtures/mail');
/** Scans and photos are left out: reading them takes a minute, and a desk shows them like any other page. */
const seen = /^2[34]-/;

/** The sample mails as they are kept. */
export async function sampleMails(): Promise<Buffer[]> {
  const names = (await readdir(fixtures)).filter((name) => name.endsWith('.eml') && !seen.test(name)).sort();
  return Promise.all(names.map((name) => readFile(join(fixtures, name))));
}

const [donna, alton] = [person('Donna Kay Sonnier'), person('Alton J. Melancon')];
const day = (number: number) => `2026-0${1 + (number % 9)}-${10 + (number % 18)}`;

/** A report and eleven certificates, one page each; what two of them are about is for a person to say. */
export async function mailOfTwelvePages(): Promise<Buffer> {
  const known = [...Object.values(trainings).filter(({ ethicsHours, hours }) => ['0', hours].includes(ethicsHours))];
  const layouts = ['diploma', 'labels', 'band', 'letter', 'webinar'] as const;
  const taken = known
    .filter(({ approved }) => approved)
    .slice(0, 9)
    .concat(trainings.bloodborne, trainings.gardening)
    .map((training, at): Taken => {
      return { training, on: day(at), certificate: [layouts[at % 5] ?? 'labels', `certificate ${at + 1}.pdf`] };
    });
  const made = await packet({ person: donna, report: ['typed', 'report.pdf'], signedOn: '2026-11-30', taken });
  return mailOf('twelve pages', donna, made.enclosed);
}

/** Reports with so many trainings, none of them of the register and none with a certificate. */
export async function mailOfOpenTrainings(count: number): Promise<Buffer> {
  const rowsEach = 12;
  const reports = Array.from({ length: Math.ceil(count / rowsEach) }, async (_, at) => {
    const own = Array.from({ length: Math.min(rowsEach, count - at * rowsEach) }, (_none, row): Taken => {
      const number = at * rowsEach + row;
      const training = { ...trainings.gardening, title: `Garden Groups in Recovery, Part ${number + 1}`, hours: '1' };
      return { training, on: day(number), certificate: ['labels', `certificate ${number + 1}.pdf`] };
    });
    return packet({ person: alton, report: ['typed', `report ${at + 1}.pdf`], signedOn: '2026-11-30', taken: own });
  });
  const all = (await Promise.all(reports)).flatMap(({ enclosed }) => enclosed);
  return mailOf('open trainings', alton, all);
}

function mailOf(name: string, from: { legalName: string; email: string }, enclosed: readonly Enclosed[]) {
  return rawMail({
    name: `desk bench: ${name}`,
    from: { name: from.legalName, address: from.email },
    receivedAt: '2026-12-01T10:00:00-06:00',
    subject: 'CE report',
    text: `Report and certificates.\n\n${from.legalName}\n`,
    files: mailFiles(enclosed),
  });
}
