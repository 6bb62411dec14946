import { type CaptureName, captureOf } from './captures.ts';
import { chanceOf } from './chance.ts';
import { type LayoutGroup, layouts } from './layouts/all-layouts.ts';
import { type WordLayout, wordLayouts } from './layouts/word-papers.ts';
import type { Layout } from './paper.ts';

/** Which files the corpus has: of each group of layouts so many in each capture, fit and held by turns. */
// biome-ignore format: one group a line
const counts: Record<LayoutGroup, Partial<Record<CaptureName, number>>> = {
  reports: { acroform: 12, digital: 16, 'scan-200': 8, 'scan-300': 8, 'scan-150': 8, 'fax-fine': 6, 'fax-standard': 4, photo: 8, 'photo-exif': 2, 'photo-turned': 2, screenshot: 6, 'hand-scan': 8, 'hand-photo': 4, 'hand-fax': 2 },
  certificates: { digital: 19, 'scan-200': 8, 'scan-300': 6, 'scan-150': 8, 'fax-fine': 6, 'fax-standard': 4, photo: 12, 'photo-exif': 4, 'photo-turned': 4, screenshot: 8 },
  numbered: { digital: 8, 'scan-200': 8, photo: 6, 'fax-fine': 2 },
  fillIns: { 'hand-scan': 8, 'hand-photo': 4, 'hand-fax': 2 },
  guidance: { acroform: 4, digital: 6, 'scan-200': 4, photo: 4, 'fax-fine': 2, 'hand-scan': 4 },
  applications: { acroform: 4, digital: 9, 'scan-200': 4, photo: 4, 'fax-fine': 2, 'hand-scan': 4 },
  education: { digital: 6, 'scan-300': 6, photo: 4, 'photo-turned': 2 },
  others: { digital: 9, 'scan-200': 4, photo: 2, 'fax-fine': 2 },
  severalInOne: { digital: 2, 'scan-200': 2, 'fax-fine': 2 },
  twoOnOne: { digital: 2, 'scan-300': 2, photo: 2 },
};
const wordFiles = 12;

export type Planned =
  | { readonly name: string; readonly seed: string; readonly capture: CaptureName; readonly layout: Layout }
  | { readonly name: string; readonly seed: string; readonly capture: 'docx'; readonly layout: WordLayout };

/** Layouts by turns: one to fit on, one to hold back. */
function byTurns<Some extends { split: 'fit' | 'held' }>(all: readonly Some[]): Some[] {
  const [fit, held] = [all.filter((one) => one.split === 'fit'), all.filter((one) => one.split === 'held')];
  return Array.from({ length: Math.max(fit.length, held.length) }, (_, at) =>
    [fit[at % fit.length], held[at % held.length]].filter((one) => one !== undefined),
  ).flat();
}

/** The whole corpus; `seeds` times as large where a figure has to be surer. */
export function planCorpus(seeds = 1): Planned[] {
  const planned: Planned[] = [];
  for (const [group, captures] of Object.entries(counts)) {
    const turns = byTurns<Layout>(layouts[group as LayoutGroup]);
    for (const [capture, count] of Object.entries(captures))
      planned.push(...rounds(turns, capture as CaptureName, count, seeds));
  }
  planned.push(...wordRounds(seeds));
  return planned;
}

function rounds(turns: readonly Layout[], capture: CaptureName, count: number, seeds: number): Planned[] {
  // a photo holds one page: forms of two pages are not photographed
  const isPhoto = captureOf(capture).isOnePage === true;
  const usable = turns.filter((layout) => !(isPhoto && layout.name.includes('two-pages')));
  // each capture begins elsewhere in the list, at an even place so that fit and held stay balanced
  const from = chanceOf(`start of ${capture}`).whole(0, usable.length) * 2;
  return Array.from({ length: count * seeds }, (_, at) => {
    const layout = usable[(from + at) % usable.length];
    if (layout === undefined) throw new Error('there is no layout');
    const name = `${layout.name}.${capture}.${at + 1}`;
    return { name, seed: name, capture, layout };
  });
}

function wordRounds(seeds: number): Planned[] {
  return Array.from({ length: wordFiles * seeds }, (_, at) => {
    const layout = wordLayouts[at % wordLayouts.length];
    if (layout === undefined) throw new Error('there is no layout');
    const name = `${layout.name}.docx.${at + 1}`;
    return { name, seed: name, capture: 'docx' as const, layout };
  });
}
