import type { Browser } from 'playwright-core';
import { captureOf, type MadeFile, type Medium } from './captures.ts';
import { chanceOf } from './chance.ts';
import { penOf } from './drawing/pen.ts';
import type { DocumentTruth } from './paper.ts';
import type { Planned } from './plan.ts';

/** One finished file of the corpus and what a person reads in it. */
export type CorpusFile = MadeFile & { readonly medium: Medium; readonly documents: readonly DocumentTruth[] };

export async function makeFile(browser: Browser, planned: Planned): Promise<CorpusFile> {
  const chance = chanceOf(planned.seed);
  if (planned.capture === 'docx') return { ...planned.layout.make(chance), ending: 'docx', medium: 'docx' };
  const capture = captureOf(planned.capture);
  const paper = planned.layout.draw(chance, penOf(chance, capture.pen));
  const file = await capture.make({ browser, name: planned.name, chance }, paper);
  return { ...file, medium: capture.medium, documents: paper.documents };
}
