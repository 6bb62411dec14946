import { inbox, rawMail } from '#test/fixtures/make/mail.ts';
import { packet } from '#test/fixtures/make/packet.ts';
import { people } from '#test/fixtures/make/people.ts';
import { photographed, scanned } from '#test/fixtures/make/scan.ts';
import { mailFiles } from '#test/fixtures/make/situation.ts';
import { trainings } from '#test/fixtures/make/trainings.ts';
import { mailByMail } from '#test/journeys/kill-mails.ts';

export const media = ['digital', 'scan', 'photo'] as const;
export type Medium = (typeof media)[number];
/** A mail as it is sent, and the papers in it that are pictures. */
export type BenchMail = { from: string; raw: Buffer; pictures: { bytes: Uint8Array; mediaType: string }[] };

const handlings = { scan: scanned, photo: photographed };
const layouts = ['diploma', 'labels', 'band', 'letter', 'webinar'] as const;
const known = [trainings.boundaries, trainings.planning, trainings.crisis, trainings.trauma, trainings.housing];

/** So many mails, each with a report and one certificate. No two are alike: what came before would not be read again. */
export async function mailsOf(medium: Medium, count: number): Promise<BenchMail[]> {
  const { make } = mailByMail(Math.max(count, 1));
  const all: BenchMail[] = [];
  for (let at = 0; at < count; at += 1) {
    if (medium === 'digital') {
      const { from, raw } = await make(at);
      all.push({ from, raw, pictures: [] });
    } else all.push(await pictured(medium, at));
  }
  return all;
}

/** So many reports with five certificates each in one mail. */
export async function mailWithPages(reports: number): Promise<{ mail: BenchMail; pages: number }> {
  const [person] = people;
  if (person === undefined) throw new Error('the roster is empty');
  const made = [];
  for (let at = 0; at < reports; at += 1) {
    const taken = known.map((training, number) => ({
      ...{ training, on: `2026-0${1 + at}-1${number}` },
      certificate: ['labels', `certificate ${at}-${number}.pdf`] as const,
    }));
    made.push(await packet({ person, report: ['typed', `report ${at}.pdf`], signedOn: '2026-11-20', taken }));
  }
  const enclosed = made.flatMap((one) => one.enclosed);
  const raw = await rawMail({
    ...{ name: `bench pages ${reports}`, from: { name: person.legalName, address: person.email } },
    ...{ receivedAt: '2026-11-20T10:00:00-06:00', subject: 'CE report', text: 'All of it.\n' },
    files: mailFiles(enclosed),
  });
  return { mail: { from: person.email, raw, pictures: [] }, pages: enclosed.length };
}

/** Who sends digital mails, for the roster. */
export const registersFor = (count: number) => {
  const { rosterCsv, approvedCsv } = mailByMail(count);
  return { rosterCsv, approvedCsv };
};

async function pictured(medium: Exclude<Medium, 'digital'>, at: number): Promise<BenchMail> {
  const [someone] = people;
  const training = known[at % known.length];
  if (someone === undefined || training === undefined) throw new Error('the roster is empty');
  const person = { ...someone, specialistId: `RPSS-${60_000 + at}` };
  const handling = handlings[medium];
  const made = await packet({
    person,
    report: ['typed', 'report'],
    reportHandling: handling,
    signedOn: '2026-11-20',
    taken: [
      {
        ...{ training, on: `2026-0${1 + (at % 9)}-${10 + (at % 18)}`, handling },
        certificate: [layouts[at % layouts.length] ?? 'labels', 'certificate'],
      },
    ],
  });
  const enclosed = made.enclosed.map(({ name, paper }) => ({
    name: `${name}.${medium === 'photo' ? 'jpg' : 'pdf'}`,
    paper,
  }));
  const raw = await rawMail({
    name: `bench ${medium} ${at}`,
    from: { name: person.legalName, address: person.email },
    receivedAt: '2026-11-20T10:00:00-06:00',
    subject: 'CE report',
    text: `Report and certificate.\n\n${person.legalName}\n`,
    files: mailFiles(enclosed),
  });
  const pictures = enclosed.map(({ paper: { bytes, mediaType } }) => ({ bytes, mediaType }));
  return { from: person.email, raw, pictures };
}

export { inbox };
