import type { Person } from '#test/fixtures/make/people.ts';
import { type Chance, chanceOf } from './chance.ts';
import { firstNames, lastNames } from './names.ts';

export type Employer = { readonly name: string; readonly domain: string };
export const employers: readonly Employer[] = [
  { name: 'Bayou Bend Peer Alliance', domain: 'bayoubend.example.org' },
  { name: 'Capital Peer Outreach', domain: 'capitalpeer.example.org' },
  { name: 'Cypress Bend Behavioral Health', domain: 'cypress-bend.example.org' },
  { name: 'Delta Crossing Wellness Center', domain: 'delta-crossing.example.org' },
  { name: 'Gulf Prairie Recovery Homes', domain: 'gulfprairie.example.org' },
  { name: 'Teche Valley Recovery Services', domain: 'techerecovery.example.org' },
];

/** A roster of so many people: every full name once, every address in an example domain, every number 555-01xx. */
export function peopleOf(seed: string, count: number, year: number): Person[] {
  const chance = chanceOf(`${seed} roster`);
  const names = firstNames.flatMap((first) => lastNames.map((last) => `${first} ${last}`));
  if (count > names.length) throw new Error(`Give --people no more than ${names.length}: so many names are known.`);
  const chosen = chance.shuffled(names).slice(0, count);
  return chosen.map((legalName, place) => personOf(legalName, place, chance, year));
}

function personOf(legalName: string, place: number, chance: Chance, year: number): Person {
  const employer = chance.happens(0.75) ? chance.oneOf(employers) : null;
  const domain = employer && chance.happens(0.4) ? employer.domain : chance.oneOf(['example.com', 'mail.example.com']);
  const two = (from: number, to: number) => String(chance.whole(from, to)).padStart(2, '0');
  return {
    specialistId: `RPSS-${5000 + place}`,
    legalName,
    otherNames: '',
    email: `${legalName.toLowerCase().replace(' ', '.')}@${domain}`,
    credentialType: chance.happens(0.1) ? 'RFPSS' : 'RPSS',
    initialTrainingDate: `${year - chance.whole(1, 9)}-${two(1, 12)}-${two(1, 28)}`,
    status: 'active',
    employer: employer?.name ?? '',
    phone: `(225) 555-01${two(0, 99)}`,
  };
}

export function rosterCsvOf(people: readonly Person[]): string {
  const head = 'specialistId,legalName,otherNames,email,credentialType,initialTrainingDate,status,employer';
  const lines = people.map((p) =>
    [
      p.specialistId,
      p.legalName,
      p.otherNames,
      p.email,
      p.credentialType,
      p.initialTrainingDate,
      p.status,
      p.employer,
    ].join(','),
  );
  return `${[head, ...lines].join('\n')}\n`;
}
