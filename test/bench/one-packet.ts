import { rawMail } from '#test/fixtures/make/mail.ts';
import { packet } from '#test/fixtures/make/packet.ts';
import { person } from '#test/fixtures/make/people.ts';
import { scanned } from '#test/fixtures/make/scan.ts';
import { mailFiles, packetMail } from '#test/fixtures/make/situation.ts';
import { trainings } from '#test/fixtures/make/trainings.ts';

export const receivedAt = '2026-11-30T09:14:22-06:00';
const certificates = [
  { training: trainings.boundaries, on: '2026-03-11', certificate: ['diploma', 'a.pdf'] },
  { training: trainings.planning, on: '2026-06-04', certificate: ['labels', 'b.pdf'] },
  { training: trainings.crisis, on: '2026-09-17', certificate: ['band', 'c.pdf'] },
  { training: trainings.trauma, on: '2026-04-15', certificate: ['letter', 'd.pdf'] },
  { training: trainings.housing, on: '2026-05-20', certificate: ['webinar', 'e.pdf'] },
] as const;

/** A mail with a filled-in form and so many certificates; those that were scanned come last. */
export async function packetOf(digital: number, pictures: number, whose = 'Adele Thibodeaux'): Promise<Uint8Array> {
  const made = await packet({
    person: person(whose),
    report: ['fillable', 'CE report.pdf'],
    signature: 'drawn',
    signedOn: '2026-11-30',
    taken: certificates
      .slice(0, digital + pictures)
      .map((taken, at) => (at < digital ? taken : { ...taken, handling: scanned })),
  });
  const { mail } = packetMail(made, {
    name: `packet-${digital}-${pictures}`,
    receivedAt,
    subject: 'CE report 2026',
    text: 'My report and certificates are attached.\n',
    expected: { outcome: ['accepted'] },
  });
  return rawMail({ name: `packet-${digital}-${pictures}`, ...mail, files: mailFiles(made.enclosed) });
}
