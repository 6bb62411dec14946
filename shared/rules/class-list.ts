import type { Application } from '#shared/domain/application.ts';
import { dayInWords } from '#shared/domain/calendar.ts';
import { likenessOf } from '#shared/domain/name-match.ts';
import type { TrainingClass } from './applications-page.ts';

/** One application in the list of a class. `order` says when it came, and nothing else: who came at one instant share it. */
export type ClassEntry = {
  readonly order: number;
  readonly isShared: boolean;
  readonly application: Application;
  /** references of others that may be the same person's: a person finds out */
  readonly maybeSame: readonly string[];
};
export type ClassList = {
  readonly credential: string | null;
  /** the class that a person has set; null where applicants only wrote a wish, or none */
  readonly set: TrainingClass | null;
  /** as written; null where none was wished */
  readonly wished: string | null;
  readonly entries: readonly ClassEntry[];
};

/**
 * Everybody who applied, by credential and class, in the order of receipt: whole and comparable, with nothing scored and
 * nobody chosen. Inside one instant the order is that of the references, which are drawn by lot.
 */
export function listByClass(applications: readonly Application[], classes: readonly TrainingClass[]): ClassList[] {
  const groups = new Map<string, { credential: string | null; set: TrainingClass | null; all: Application[] }>();
  const ours = applications.filter(({ isOurs }) => isOurs);
  for (const application of ours) {
    const { credential } = application;
    const set = classMeant(
      application.classWished,
      classes.filter((each) => each.credential === credential),
    );
    const key = `${credential ?? ''}|${set ? `class ${set.name}` : `wish ${folded(application.classWished)}`}`;
    const group = groups.get(key);
    if (group) group.all.push(application);
    else groups.set(key, { credential, set, all: [application] });
  }
  return [...groups.values()]
    .map(({ credential, set, all }) => ({
      ...{ credential, set },
      wished: set ? null : (all[0]?.classWished ?? null),
      entries: inOrder(all, ours),
    }))
    .sort(byPlace);
}

/** Of its credential's classes, the one whose name or first day the wish names; a wish that names two names none. */
function classMeant(wish: string | null, classes: readonly TrainingClass[]): TrainingClass | null {
  const said = ` ${folded(wish)} `;
  const meant = classes.filter((each) => namesOf(each).some((name) => said.includes(` ${folded(name)} `)));
  const [only, ...more] = meant;
  return only && more.length === 0 ? only : null;
}

function namesOf({ name, begins }: TrainingClass): string[] {
  if (begins === null) return [name];
  const [year = '', month = '', day = ''] = begins.split('-');
  const short = `${Number(month)}/${Number(day)}/${year}`;
  return [name, begins, dayInWords(begins), short, `${month}/${day}/${year}`];
}

const folded = (text: string | null) =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function inOrder(own: readonly Application[], everybody: readonly Application[]): ClassEntry[] {
  const sorted = [...own].sort(
    (a, b) =>
      compare(a.receivedAt, b.receivedAt) ||
      compare(a.reference, b.reference) ||
      compare(a.applicationId, b.applicationId),
  );
  return sorted.map((application) => ({
    order: sorted.findIndex(({ receivedAt }) => receivedAt === application.receivedAt) + 1,
    isShared: sorted.filter(({ receivedAt }) => receivedAt === application.receivedAt).length > 1,
    application,
    maybeSame: everybody.filter((other) => maybeOnePerson(application, other)).map(({ reference }) => reference),
  }));
}

function maybeOnePerson(one: Application, other: Application): boolean {
  if (one.applicationId === other.applicationId || one.name === null || other.name === null) return false;
  const isBornApart = one.bornOn !== null && other.bornOn !== null && one.bornOn !== other.bornOn;
  return !isBornApart && ['same', 'middle-differs'].includes(likenessOf(one.name, other.name));
}

/** By credential; classes that are set by their first day, then wishes by their words, then who wished none. */
function byPlace(one: ClassList, other: ClassList): number {
  const place = ({ credential, set, wished }: ClassList) =>
    [
      credential === null ? '1' : `0${credential}`,
      set ? `0${set.begins ?? '9'}${set.name}` : wished ? `1${wished}` : '2',
    ]
      .join('|')
      .toLowerCase();
  return compare(place(one), place(other));
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
