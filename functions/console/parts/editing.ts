import type { LetterTo } from '#shared/domain/letter-to.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { CaseWork } from '../cases/case-work.ts';
import type { OtherPaper } from '../cases/other-papers.ts';
import type { Topics } from '../cases/topics-known.ts';
import type { Typed } from '../cases/typed-case.ts';

/** What the parts of a case page need that somebody works on. */
export type Editing = {
  work: CaseWork;
  typed: Typed;
  /** who was found on the roster for a document, by its place */
  hits: ReadonlyMap<number, readonly Specialist[]>;
  /** papers that a document could be once more */
  others: readonly OtherPaper[];
  /** what trainings are about; null where the desk was given no programme */
  topics: Topics | null;
  /** the office's own words for what is about to be decided, when asked for */
  draft: LetterTo | null;
  timeZone: string;
};
