import type { DocumentTruth, Layout, Sheet } from '../paper.ts';

/** Several documents in one file: one a page, or two on one page. */
export function gathered(name: string, split: Layout['split'], parts: readonly Layout[], count: number): Layout {
  return {
    ...{ name, kind: 'certificate', split },
    draw(chance, pen) {
      const papers = chance.some(parts, count).map((part) => part.draw(chance, pen));
      const sheets: Sheet[] = [];
      const documents: DocumentTruth[] = [];
      for (const paper of papers) {
        const before = sheets.length;
        sheets.push(...paper.sheets);
        for (const { pages, ...rest } of paper.documents)
          documents.push({ ...rest, pages: [pages[0] + before, pages[1] + before] });
      }
      return { sheets, documents };
    },
  };
}

/** Two certificates copied onto one page, one above the other, each made smaller. */
export function twoUp(name: string, split: Layout['split'], parts: readonly Layout[]): Layout {
  return {
    ...{ name, kind: 'certificate', split },
    draw(chance, pen) {
      const papers = chance.some(parts, 2).map((part) => part.draw(chance, pen));
      const body = papers.flatMap(({ sheets }, at) => sheets.map((sheet) => half(sheet, at))).join('');
      const documents = papers.flatMap((paper) => paper.documents.map((one) => ({ ...one, pages: [1, 1] as const })));
      return { sheets: [{ body, css: '' }], documents };
    },
  };
}

/** An upright one is cut below its text, else it would be too small to read. */
const upright = { scale: 0.72, width: 8.5, height: 'height:7.35in;', shape: '' };
const wide = { scale: 0.62, width: 11, height: '', shape: 'wide' };

function half({ body, css, isLandscape }: Sheet, at: number): string {
  const { scale, width, height, shape } = isLandscape ? wide : upright;
  const place = `position:absolute;top:${at === 0 ? 0.1 : 5.6}in;left:${(8.5 - width * scale) / 2}in;${height}`;
  return `<style>@scope (.half-${at}){${css}}</style><div class="half-${at} page ${shape}" style="${place}transform:scale(${scale});transform-origin:0 0">${body}</div>`;
}
