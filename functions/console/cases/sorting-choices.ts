import { type DocumentKind, type DocumentRecord, documentKinds, type FileRecord } from '#shared/domain/document.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { SortedPart, Sorting } from '#shared/domain/sorting.ts';
import type { FileSheets, SheetsByFile } from './page-sheets.ts';
import type { Typed } from './typed-case.ts';

/** What a person says of one page: it goes on, it begins a paper of some kind or of one the machine is to name, it is none. */
export type PageChoice = 'on' | 'begin' | `begin:${DocumentKind}` | 'none';
export const pageChoices: readonly PageChoice[] = [
  'on',
  'begin',
  ...documentKinds.map((kind) => `begin:${kind}` as const),
  'none',
];

/** A paper that stands on a page now: its 1-based number in the mail and what it is. */
export type PaperNow = { number: number; record: DocumentRecord };
export type SortedPage = {
  page: number;
  /** of its control */
  name: string;
  /** as the file is taken apart now */
  shown: PageChoice;
  papers: readonly PaperNow[];
};
/** One file whose pages can be sorted anew. */
export type SortableFile = { file: FileRecord; sheets: FileSheets; pages: readonly SortedPage[] };

const isRead = ({ readingKey, refused, isDecoration, withheld }: FileRecord) =>
  readingKey !== null && refused === null && !isDecoration && !withheld;

/** `sortings`: what people said before about each file, where they did. */
export function sortableFiles(
  files: readonly FileRecord[],
  documents: readonly DocumentRecord[],
  { sheets, sortings }: { sheets: SheetsByFile; sortings: ReadonlyMap<FileId, Sorting> },
): SortableFile[] {
  const papers = documents.map((record, at) => ({ number: at + 1, record }));
  return files.filter(isRead).flatMap((file) => {
    const own = papers.filter(({ record }) => record.fileId === file.fileId);
    const drawn = sheets.get(file.fileId) ?? { show: 'nothing', pages: new Map() };
    const pages = pagesOf(drawn, own);
    if (pages.length === 0) return [];
    const said = sortings.get(file.fileId)?.parts ?? [];
    return [{ file, sheets: drawn, pages: pages.map((page) => sortedPage(file, page, own, said)) }];
  });
}

function pagesOf({ pages }: FileSheets, papers: readonly PaperNow[]): number[] {
  const last = Math.max(0, ...papers.map(({ record }) => record.pages[1]), ...pages.keys());
  return Array.from({ length: last }, (_, at) => at + 1);
}

function sortedPage(
  { fileId }: FileRecord,
  page: number,
  own: readonly PaperNow[],
  said: readonly SortedPart[],
): SortedPage {
  const papers = own.filter(({ record: { pages } }) => pages[0] <= page && page <= pages[1]);
  const kind = said.find(({ pages }) => pages[0] === page)?.kind ?? null;
  const begins = papers.some(({ record }) => record.pages[0] === page);
  const opening: PageChoice = kind === null ? 'begin' : `begin:${kind}`;
  const shown: PageChoice = papers.length === 0 ? 'none' : begins ? opening : 'on';
  return { page, name: `page.${fileId}.${page}`, shown, papers };
}

/** What is chosen for a page: what was sent, else what is so now. */
export function chosenFor({ name, shown }: SortedPage, typed: Typed): PageChoice {
  return pageChoices.find((choice) => choice === typed.get(name)) ?? shown;
}

type Said = { sortings: { fileId: FileId; parts: SortedPart[] }[] } | { why: string };

/** The files of which a person says something new, each as a whole; the others are taken apart as before. */
export function sortingsIn(typed: Typed, files: readonly SortableFile[]): Said {
  const isTouched = ({ pages }: SortableFile) => pages.some((page) => chosenFor(page, typed) !== page.shown);
  const sortings: { fileId: FileId; parts: SortedPart[] }[] = [];
  for (const one of files.filter(isTouched)) {
    const said = partsIn(typed, one);
    if ('why' in said) return said;
    sortings.push({ fileId: one.file.fileId, parts: said.parts });
  }
  return sortings.length > 0 ? { sortings } : { why: nothingNew };
}

function partsIn(typed: Typed, { file, pages }: SortableFile): { parts: SortedPart[] } | { why: string } {
  const parts: SortedPart[] = [];
  for (const page of pages) {
    const choice = chosenFor(page, typed);
    const last = parts.at(-1);
    if (choice === 'none') continue;
    if (choice !== 'on') parts.push({ pages: [page.page, page.page], kind: kindIn(choice) });
    else if (last?.pages[1] === page.page - 1) last.pages = [last.pages[0], page.page];
    else return { why: goesOnWithNone(file, page) };
  }
  return parts.length > 0 ? { parts } : { why: `${file.attachment} would hold no paper at all.` };
}

const kindIn = (choice: PageChoice): DocumentKind | null =>
  documentKinds.find((kind) => choice === `begin:${kind}`) ?? null;

const goesOnWithNone = ({ attachment }: FileRecord, { page }: SortedPage) =>
  `Page ${page} of ${attachment} goes on with a page that is no paper. Say that page ${page} begins one.`;
const nothingNew =
  'You changed nothing. Choose for a page that it begins a paper or goes on, or read the papers again as they are.';
