import { people } from '#test/fixtures/make/people.ts';
import { trainings } from '#test/fixtures/make/trainings.ts';
import type { Chance } from '../chance.ts';

/** People and trainings of the corpus: those of the fixtures and more. Nobody here exists. */
const givenNames =
  'Aaliyah Alphonse Amos Annette Augustin Belinda Bernadette Burnell Camille Carlos Cedric Claudette Cornelius Danielle Darius Delphine Dwayne Elodie Esperanza Eunice Faye Floyd Francine Gaston Geraldine Hector Hilda Isaac Ivory Jacqueline Jamal Joaquín José Juanita Kendra Kirby Lakeisha Leroy Lionel Lorraine Lucía Mabel Marcelle Mercedes Nathaniel Odette Ophelia Percy Phuong Quincy Raymond Rochelle Rufus Sabrina Sidney Tamara Thaddeus Ursula Vernon Wilhelmina Zachary'.split(
    ' ',
  );
const familyNames =
  "Alleman Arceneaux Aucoin Baptiste Bergeron Bienvenu Blanchard Bourgeois Broussard Castille Chauvin Clement D'Aquin Dauterive DeRouen Dugas Duplessis Eaglin Falgoust Ferreira Fusilier García Gaspard Guillory Hernández Hebert Honoré Jeansonne Johnson Kennerson Labbé LeJeune Lagarde Mouton Muñoz Nguyen O'Neal Ortego Patin Pellerin Pham Picou Rideaux Robichaux Roy Saint-Julien Senegal Simien Thibaut Toussaint Trosclair Vasquez Villemarette Vu Washington Williams Zaunbrecher".split(
    ' ',
  );
const employers = [
  'Bayou Lafourche Behavioral Health',
  'Pontchartrain Peer Network',
  'St. Tammany Outreach, Inc.',
  'Red Stick Recovery Community',
  'Ouachita Valley Human Services District',
  'North Shore Wellness Center',
  'Calcasieu Crossroads',
  'Southside Hope House',
];
const parishes =
  'Acadia,Ascension,Avoyelles,Caddo,Calcasieu,East Baton Rouge,Evangeline,Iberia,Jefferson Davis,Lafourche,Livingston,Natchitoches,Orleans,Ouachita,Pointe Coupee,Rapides,St. Bernard,St. John the Baptist,St. Mary,Tangipahoa,Terrebonne,Vermilion,West Feliciana'.split(
    ',',
  );

const schools = [
  'Opelousas Senior High School',
  'Booker T. Washington High School',
  'Bayou State Community College',
  'Evangeline Parish Academy',
  'Pontchartrain Technical College',
  'Lake Arthur High School',
  'Grambling Heights University',
  'Northlake Consolidated High School',
];

const providers = [
  'Magnolia Peer Training Center',
  'Delta Recovery Education',
  'Gulf States Behavioral Health Institute',
  'Cypress Learning Collaborative',
  'Crescent City Recovery Coalition',
  'Louisiana Peer Workforce Alliance',
  'Evangeline Wellness Academy',
  'Sabine River Training Network',
  'Tensas Community Health Education',
  'Hope & Harbor Consulting, LLC',
];

const ethicsTitles = [
  'Ethical Decision Making for Peer Specialists',
  'Boundaries and Self-Disclosure in Peer Support',
  'Confidentiality 101: Protecting Peer Privacy',
  'Navigating Dual Relationships with Integrity',
  'Ethics and Social Media: A Workshop for Peers',
  'The Code of Ethics, Line by Line',
  'Professional Responsibility and Mandated Reporting',
  'When to Say No: Healthy Boundaries at Work',
];
const coreTitles = [
  'Motivational Interviewing Basics for Peers',
  'Recovery Capital: Building on Strengths',
  'WRAP Refresher: Wellness Planning in Practice',
  'Harm Reduction and Overdose Response',
  'Supporting Peers Experiencing Homelessness',
  'Group Facilitation Skills, Level II',
  'Cultural Humility in Peer Services',
  'Suicide Prevention: Ask, Listen, Connect',
  'Employment Supports & Benefits Counseling',
  'Peer Support in the Criminal Justice System',
  'Trauma and Resilience Across the Lifespan',
  'Documentation that Tells the Story of Recovery',
  'De-escalation Techniques for Peer Workers',
  'Understanding Co-Occurring Conditions',
  'Community Resource Mapping',
  'Sharing Lived Experience: Your Recovery Story',
  'Whole Health Action Planning',
  'Grief, Loss and Peer Support',
  'Engaging Young Adults (18-25) in Services',
  'Tobacco-Free Recovery: Coaching Skills',
];

export type Person = { legalName: string; email: string; phone: string; employer: string; initialTrainingDate: string };
export type Course = { title: string; provider: string; isEthics: boolean };

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

export function somebody(chance: Chance): Person {
  const known = chance.pick(people);
  if (chance.is(0.15)) return { ...known, employer: known.employer || chance.pick(employers) };
  const [given, family] = [chance.pick(givenNames), chance.pick(familyNames)];
  const middle = chance.is(0.3) ? ` ${chance.pick([...'ABCDEFGHJKLMPRSTW'])}.` : '';
  const suffix = chance.is(0.06) ? chance.pick([' Jr.', ' Sr.', ' III']) : '';
  const mailbox = chance.pick([
    `${plain(given)}.${plain(family)}`,
    `${plain(given).slice(0, 1)}${plain(family)}${chance.whole(2, 98)}`,
    `${plain(family)}_${plain(given)}`,
  ]);
  return {
    legalName: `${given}${middle} ${family}${suffix}`,
    email: `${mailbox}@${chance.pick(['example.com', 'mail.example.com', 'peers.example.org', 'example.net'])}`,
    phone: `${chance.pick(['225', '318', '337', '504', '985'])}-555-01${String(chance.whole(0, 99)).padStart(2, '0')}`,
    employer: chance.pick(employers),
    initialTrainingDate: dayIn(chance, chance.whole(2015, 2024)),
  };
}

export function someCourse(chance: Chance, isEthics = chance.is(0.3)): Course {
  const known = chance.pick(Object.values(trainings));
  if (chance.is(0.15)) return { title: known.title, provider: known.provider, isEthics: known.ethicsHours !== '0' };
  return { title: chance.pick(isEthics ? ethicsTitles : coreTitles), provider: chance.pick(providers), isEthics };
}

export function dayIn(chance: Chance, year: number): string {
  const day = new Date(Date.UTC(year, chance.whole(0, 11), chance.whole(1, 28)));
  return day.toISOString().slice(0, 10);
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const somePlace = (chance: Chance) => chance.pick(parishes);
export const someSchool = (chance: Chance) => chance.pick(schools);
