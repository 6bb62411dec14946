import { type Certificate, certificateFields, type Session } from '#test/fixtures/make/content.ts';
import type { Chance } from '../chance.ts';
import { dayAfter, dayIn, somebody, someCourse } from './world.ts';

const amounts = ['1', '1.5', '2', '2.5', '3', '4', '1.25', '5', '6', '3.5', '0.5', '4.5'];

export type CertificateContent = Certificate & { readonly certificateId?: string };

export function someCertificate(chance: Chance, wish: { range?: boolean; id?: boolean } = {}): CertificateContent {
  const course = someCourse(chance);
  const completedOn = dayIn(chance, chance.pick([2025, 2026, 2026]));
  return {
    attendeeName: somebody(chance).legalName,
    ...{ courseTitle: course.title, provider: course.provider, completedOn, hours: chance.pick(amounts) },
    ...(wish.range ? { startedOn: dayAfter(completedOn, -chance.whole(1, 3)) } : {}),
    ...(wish.id ? { certificateId: someId(chance) } : {}),
  };
}

export function someId(chance: Chance): string {
  const digits = (count: number) => Array.from({ length: count }, () => chance.whole(0, 9)).join('');
  return chance.pick([
    `${chance.pick(['PS', 'CE', 'LPW', 'TX'])}-${digits(6)}`,
    `${digits(4)}-${digits(4)}`,
    `${chance.pick(['A', 'K', 'R'])}${digits(7)}`,
  ]);
}

/** A conference of several sessions, one of them ethics. */
export function someConference(chance: Chance): CertificateContent & { readonly sessions: readonly Session[] } {
  const base = someCertificate(chance, { range: true });
  const rest = Array.from({ length: 40 }, () => someCourse(chance, false).title);
  const titles = [someCourse(chance, true).title, ...new Set(rest)].slice(0, chance.whole(3, 5));
  const sessions = titles.map((title, i) => ({
    ...{ title, hours: chance.pick(['1', '1.5', '2', '1.25']), ethics: i === 0 },
  }));
  const sum = (some: readonly Session[]) => String(some.reduce((all, one) => all + Number(one.hours) * 100, 0) / 100);
  return {
    ...base,
    courseTitle: `${chance.pick(['Delta', 'Gulf South', 'Bayou', 'Statewide', 'Magnolia'])} ${chance.pick(['Peer Conference', 'Recovery Summit', 'Peer Support Institute', 'Wellness Gathering'])} ${base.completedOn.slice(0, 4)}`,
    hours: sum(sessions),
    ethicsHours: sum(sessions.filter((one) => one.ethics)),
    sessions,
  };
}

export function truthOfCertificate(content: CertificateContent) {
  // a number of somebody else is none of the certificate
  return { certificateId: null, ...certificateFields(content, content.certificateId) };
}
