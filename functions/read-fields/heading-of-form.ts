import type { FieldValue } from '#shared/domain/document.ts';
import { boxAround, topOf } from '#shared/reading/box-geometry.ts';
import { surenessOf } from '#shared/reading/lines-of-page.ts';
import type { PageView } from './page-view.ts';

/** The title stands in the upper part of the first page; what is asked further down says nothing about whose form it is. */
const titleBelow = 0.4;
const charactersMax = 200;

/** A line below the title that is nearly as tall goes with it. */
const subtitleFrom = 0.85;

/** The lines down to the title of an application, and its subtitle: whose form it is and for what. */
export function headingOf(view: PageView | undefined): FieldValue | null {
  const lines = [...(view?.segments ?? [])].sort((a, b) => topOf(a.box) - topOf(b.box));
  const title = lines.findIndex(({ text, box }) => /\bappl(?:ication|y)\b/i.test(text) && topOf(box) < titleBelow);
  const tall = lines[title]?.box[3];
  if (view === undefined || tall === undefined) return null;
  const [below] = lines.slice(title + 1);
  const isSubtitle = below !== undefined && below.box[3] >= tall * subtitleFrom && topOf(below.box) < titleBelow;
  const heading = lines.slice(0, title + (isSubtitle ? 2 : 1)).filter(({ text }) => !/[:?]/.test(text));
  if (heading.length === 0) return null;
  const value = heading
    .map(({ text }) => text)
    .join(' / ')
    .slice(0, charactersMax);
  const sureness = Math.min(...heading.map(({ words }) => surenessOf(words)));
  const box = boxAround(heading.map((line) => line.box));
  return { value, confidence: Math.min(0.95, sureness), page: view.number, box, raw: null };
}
