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
  /** the instant at which the page is made */
  now: string;
  outcomes: Outcomes;
  /** what just happened, or why it did not */
  notice: { kind: 'done' | 'trouble'; words: string } | null;
  /** why what was typed cannot be tried */
  untried: string | null;
};
