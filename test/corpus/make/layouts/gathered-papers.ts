import type { DocumentTruth, Layout, Paper, Sheet } from '../paper.ts';

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
      const half = (paper: Paper, top: number) => {
        const [sheet] = paper.sheets;
        if (sheet === undefined) return '';
        const scope = `u${top}`;
        // an upright one is cut below its text, else it would be too small to read
        const scale = sheet.isLandscape ? 0.62 : 0.72;
        const left = (8.5 - (sheet.isLandscape ? 11 : 8.5) * scale) / 2;
        return `<style>@scope (.${scope}){${sheet.css}}</style><div class="${scope} page ${sheet.isLandscape ? 'wide' : ''}" style="position:absolute;top:${top === 0 ? 0.1 : 5.6}in;${sheet.isLandscape ? '' : 'height:7.35in;'}left:${left}in;transform:scale(${scale});transform-origin:0 0">${sheet.body}</div>`;
      };
      const body = papers.map((paper, at) => half(paper, at)).join('');
      const documents = papers.flatMap((paper) => paper.documents.map((one) => ({ ...one, pages: [1, 1] as const })));
      return { sheets: [{ body, css: '' }], documents };
    },
  };
}
