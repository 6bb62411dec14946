import { type DocumentKind, documentKinds } from '#shared/domain/document.ts';
import { type Problem, readPage, sectionOf, tableIn } from './markdown-page.ts';
import { notPublished } from './read-amounts.ts';
import { type Reader, readRows, readSettings } from './read-settings.ts';

/** A question that the programme's form asks, by the field its answer is read into. */
export type FormQuestion = {
  readonly field: string;
  /** the programme's words of the credentials whose form asks it */
  readonly credentials: readonly string[];
  /** how it may be printed, in lower case */
  readonly printed: readonly string[];
  /** null: it is counted, and never named in a letter */
  readonly inLetter: string | null;
};

/** Where a kind of paper is meant to go. */
export type PlaceForPapers = {
  readonly paper: DocumentKind;
  readonly address: string | null;
  readonly where: string;
};
export type NamesOnForms = { readonly whose: string; readonly words: readonly string[] };
/** As a person wrote it; `seats` null where nobody has said. */
export type TrainingClass = {
  readonly name: string;
  /** the programme's word of the credential that the class leads to */
  readonly credential: string;
  readonly begins: string | null;
  readonly seats: number | null;
};

const applicantWords = [
  'questions complete',
  'signature complete',
  'school paper complete',
  'a question',
  'one other question',
  'other questions',
  'signature',
  'school paper',
  'still reading',
  'private paper',
  'meant for',
  'meant for address',
  'of somebody else',
  'report sent elsewhere',
] as const;
export type ApplicantWords = (typeof applicantWords)[number];

/** applications.md: what the forms ask, where they go, what applicants hear, and the classes that people have set. */
export type ApplicationsPage = {
  readonly openMonths: number;
  readonly questions: readonly FormQuestion[];
  readonly places: readonly PlaceForPapers[];
  readonly names: readonly NamesOnForms[];
  /** what to say, by `ApplicantWords`; the reader sees to it that every one has its line */
  readonly words: Readonly<Partial<Record<ApplicantWords, string>>>;
  readonly classes: readonly TrainingClass[];
};

/** The programme's words for letters; empty where it has no page about applicants. */
export const sayTo = (page: ApplicationsPage | null, name: ApplicantWords): string => page?.words[name] ?? '';

/** The row of "Names on forms" that says whose heading is ours. */
export const ourNames = 'ours';

const listed = (cell: string | undefined, by: RegExp) =>
  (cell ?? '')
    .split(by)
    .map((each) => each.trim())
    .filter((each) => each !== '');

export function readApplications(path: string, text: string): { read: ApplicationsPage; problems: Problem[] } {
  const reader: Reader = { page: readPage(path, text), problems: [] };
  const setting = readSettings(reader, 'Settings', {
    'open for': { pattern: /^(\d{1,2}) months?$/, example: '"12 months"', mustBeKnown: true },
  });
  const read: ApplicationsPage = {
    openMonths: Number(setting('open for')?.[1] ?? 0),
    questions: readRows(reader, 'Questions', [
      'question',
      'read as',
      'asked for',
      'printed as',
      'in a letter',
      'source',
    ]).map(({ cells }) => ({
      field: cells['read as'] ?? '',
      credentials: listed(cells['asked for'], /,/),
      printed: listed(cells['printed as']?.toLowerCase(), /;/),
      inLetter: cells['in a letter'] === 'only counted' ? null : (cells['in a letter'] ?? ''),
    })),
    places: readPlaces(reader),
    names: readRows(reader, 'Names on forms', ['whose', 'words', 'source']).map(({ cells }) => ({
      whose: cells.whose ?? '',
      words: listed(cells.words, /;/),
    })),
    words: readWords(reader),
    classes: readClasses(reader),
  };
  return { read, problems: reader.problems };
}

function readPlaces(reader: Reader): PlaceForPapers[] {
  return readRows(reader, 'Places', ['paper', 'address', 'where', 'source']).flatMap(({ cells, line }) => {
    const paper = documentKinds.find((kind) => kind === cells.paper?.replaceAll(' ', '-'));
    const address = cells.address ?? '';
    const isAddress = /^[^\s@]+@[^\s@]+$/.test(address);
    const says = paper
      ? isAddress || address === notPublished
        ? null
        : 'write an e-mail address under "address", or: not published.'
      : `"${cells.paper}" is no kind of document.`;
    if (says !== null) reader.problems.push({ page: reader.page.path, line, says });
    return paper ? [{ paper, address: isAddress ? address.toLowerCase() : null, where: cells.where ?? '' }] : [];
  });
}

function readWords({ page, problems }: Reader): ApplicationsPage['words'] {
  const section = sectionOf(page, 'Words in letters');
  const rows = new Map((tableIn(section?.lines ?? [])?.rows ?? []).map(({ cells }) => [cells.for, cells.words]));
  const wordsFor = (name: ApplicantWords): string => {
    const words = rows.get(name) ?? '';
    if (words === '')
      problems.push({ page: page.path, line: section?.line ?? 1, says: `"Words in letters" needs a line "${name}".` });
    return words;
  };
  return Object.fromEntries(applicantWords.map((name) => [name, wordsFor(name)]));
}

function readClasses(reader: Reader): TrainingClass[] {
  return readRows(reader, 'Classes', ['class', 'for', 'begins', 'seats', 'set by']).map(({ cells, line }) => {
    const [begins, seats] = [cells.begins ?? '', cells.seats ?? ''];
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(begins);
    const isCount = /^\d{1,4}$/.test(seats);
    if (!isDay && begins !== 'not known')
      reader.problems.push({
        page: reader.page.path,
        line,
        says: 'write under "begins" a day such as 2026-03-09, or: not known.',
      });
    if (!isCount && seats !== 'not known')
      reader.problems.push({ page: reader.page.path, line, says: 'write under "seats" a number, or: not known.' });
    return {
      name: cells.class ?? '',
      credential: cells.for ?? '',
      begins: isDay ? begins : null,
      seats: isCount ? Number(seats) : null,
    };
  });
}
