import type { DocumentKind } from '#shared/domain/document.ts';
import type { FieldTruth } from '#test/fixtures/make/content.ts';
import type { Chance } from './chance.ts';
import type { Pen } from './drawing/pen.ts';

/** One page as markup; `body` stands inside a page of Letter size. */
export type Sheet = { readonly body: string; readonly css: string; readonly isLandscape?: boolean };

export type RowTruth = {
  readonly title: string;
  readonly provider: string;
  readonly completedOn: string;
  readonly hours: string;
  readonly category?: 'ethics' | 'core';
  readonly priorApproved?: boolean;
};

/** What stands on a page, as a person would read it. */
export type DocumentTruth = {
  readonly pages: readonly [number, number];
  readonly kind: DocumentKind;
  readonly fields: Readonly<Record<string, FieldTruth>>;
  readonly trainings: readonly RowTruth[];
};

/** One file of the corpus before it is printed, scanned or photographed. */
export type Paper = { readonly sheets: readonly Sheet[]; readonly documents: readonly DocumentTruth[] };

/** A layout draws what it likes from one seed. `held` layouts are never looked at while readers are mended or fitted. */
export type Layout = {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly split: 'fit' | 'held';
  draw(chance: Chance, pen: Pen): Paper;
};

export function onePage(
  kind: DocumentKind,
  sheet: Sheet,
  fields: DocumentTruth['fields'],
  trainings: readonly RowTruth[] = [],
): Paper {
  return { sheets: [sheet], documents: [{ pages: [1, 1], kind, fields, trainings }] };
}
