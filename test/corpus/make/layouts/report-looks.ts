import type { DayWriting } from '../content/written.ts';
import type { PersonStyle } from '../drawing/person-parts.ts';
import type { AnswerStyle } from '../drawing/question-parts.ts';
import type { TickStyle } from '../drawing/strokes.ts';
import type { ColumnName, TableStyle, TrainingStyle } from '../drawing/training-parts.ts';

/** Report forms: every row is a form that no other row looks like. Words and faces are drawn from the name. */
export type ReportLook = {
  readonly name: string;
  readonly split: 'fit' | 'held';
  readonly person: PersonStyle;
  readonly trainings: TableStyle | 'blocks' | 'blocks-two' | 'blocks-open';
  readonly order: readonly ColumnName[];
  readonly category: TrainingStyle['category'];
  readonly tick: TickStyle;
  readonly attest: 'box' | AnswerStyle;
  readonly signing: 'before' | 'below';
  readonly days: DayWriting;
  readonly totals: 'below' | 'above' | 'boxed' | 'row';
  readonly isNumbered?: boolean;
  readonly emptyRows?: number;
  readonly isInTwoPages?: boolean;
};

const usual = ['day', 'title', 'provider', 'hours', 'category', 'approved'] as const;
const titleFirst = ['title', 'provider', 'day', 'hours', 'category', 'approved'] as const;
const approvedEarly = ['approved', 'title', 'day', 'provider', 'category', 'hours'] as const;
const without = (order: readonly ColumnName[], gone: ColumnName) => order.filter((column) => column !== gone);

// biome-ignore format: one form a line
export const reportLooks: readonly ReportLook[] = [
  { name: 'report-ruled', split: 'fit', person: 'inline', trainings: 'ruled', order: usual, category: 'words', tick: 'tick', attest: 'box', signing: 'before', days: 'slashed', totals: 'below', isNumbered: true, emptyRows: 2 },
  { name: 'report-under', split: 'fit', person: 'under', trainings: 'open', order: titleFirst, category: 'letters', tick: 'cross', attest: 'after', signing: 'below', days: 'loose', totals: 'above' },
  { name: 'report-captions', split: 'fit', person: 'boxed', trainings: 'dark', order: usual, category: 'words', tick: 'typed', attest: 'before', signing: 'below', days: 'slashed', totals: 'boxed', isNumbered: true },
  { name: 'report-block-each', split: 'fit', person: 'dotted', trainings: 'blocks', order: titleFirst, category: 'ticks', tick: 'cross', attest: 'ring', signing: 'before', days: 'words', totals: 'below' },
  { name: 'report-cells', split: 'fit', person: 'cells', trainings: 'striped', order: usual, category: 'hours', tick: 'round', attest: 'columns', signing: 'below', days: 'brief', totals: 'row' },
  { name: 'report-two-beside', split: 'fit', person: 'stacked', trainings: 'blocks-two', order: titleFirst, category: 'words', tick: 'brackets', attest: 'box', signing: 'before', days: 'slashed', totals: 'below' },
  { name: 'report-lined', split: 'fit', person: 'inline', trainings: 'lined', order: without(usual, 'approved'), category: 'words', tick: 'filled', attest: 'ring', signing: 'before', days: 'dashed', totals: 'boxed', emptyRows: 3 },
  { name: 'report-two-pages', split: 'fit', person: 'under', trainings: 'ruled', order: titleFirst, category: 'letters', tick: 'tick', attest: 'box', signing: 'below', days: 'slashed', totals: 'below', isNumbered: true, isInTwoPages: true },
  { name: 'report-dotted-dark', split: 'held', person: 'dotted', trainings: 'dark', order: titleFirst, category: 'letters', tick: 'filled', attest: 'box', signing: 'before', days: 'short', totals: 'below', emptyRows: 1 },
  { name: 'report-boxed-ruled', split: 'held', person: 'boxed', trainings: 'ruled', order: approvedEarly, category: 'words', tick: 'cross', attest: 'ring', signing: 'below', days: 'loose', totals: 'row' },
  { name: 'report-stacked-open', split: 'held', person: 'stacked', trainings: 'open', order: usual, category: 'words', tick: 'round', attest: 'after', signing: 'before', days: 'brief', totals: 'boxed', isNumbered: true },
  { name: 'report-under-blocks', split: 'held', person: 'under', trainings: 'blocks-open', order: usual, category: 'words', tick: 'typed', attest: 'box', signing: 'below', days: 'slashed', totals: 'above' },
  { name: 'report-cells-blocks', split: 'held', person: 'cells', trainings: 'blocks-two', order: usual, category: 'ticks', tick: 'tick', attest: 'before', signing: 'before', days: 'loose', totals: 'below' },
  { name: 'report-inline-striped', split: 'held', person: 'inline', trainings: 'striped', order: without(titleFirst, 'approved'), category: 'words', tick: 'cross', attest: 'columns', signing: 'below', days: 'slashed', totals: 'above' },
  { name: 'report-ticks-in-cells', split: 'held', person: 'boxed', trainings: 'ruled', order: titleFirst, category: 'ticks', tick: 'tick', attest: 'box', signing: 'below', days: 'dashed', totals: 'below', isNumbered: true },
  { name: 'report-held-two-pages', split: 'held', person: 'cells', trainings: 'lined', order: usual, category: 'hours', tick: 'brackets', attest: 'box', signing: 'below', days: 'slashed', totals: 'row', isInTwoPages: true },
];
