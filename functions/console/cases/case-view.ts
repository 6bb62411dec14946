import type { Editing } from '../parts/editing.ts';
import type { Outcomes } from '../parts/outcome-panel.ts';
import type { CaseWork, StoredWork } from './case-work.ts';
import type { Case } from './find-case.ts';
import type { SheetsByFile } from './page-sheets.ts';

/** Everything that the page of a case shows. */
export type CaseView = {
  found: Case;
  work: CaseWork;
  /** null while the case is not the reader's to change, and nothing typed is to be kept */
  editing: Editing | null;
  sheets: SheetsByFile;
  decisions: StoredWork['decisions'];
  review: StoredWork['review'];
  replies: StoredWork['replies'];
  /** the reason typed for opening it anew, where that was not done */
  because: string;
  /** the last thing done was a decision, or about one: another case can be next */
  isDone: boolean;
  /** the list that the reader looked at last, as it stands in the queue's address: the next case is of it */
  list: string;
  /** the instant at which the page is made */
  now: string;
  outcomes: Outcomes;
  /** what just happened, or why it did not */
  notice: { kind: 'done' | 'trouble'; words: string } | null;
  /** why what was typed cannot be tried */
  untried: string | null;
};
