import { type Block, pageBlocks } from '../page-blocks.ts';
import type { Pages } from '../read-programme.ts';

/** The lines of one section that stand in only one of two versions of a page, in words. */
export type SectionDifference = {
  readonly section: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
};
export type PageDifference = {
  readonly page: string;
  readonly is: 'new' | 'gone' | 'changed';
  readonly title: string;
  /** empty for a page that is new or gone */
  readonly sections: readonly SectionDifference[];
};

const opening = 'At the top';

/** Page by page what is written otherwise. How wide the columns of a table are drawn is no difference. */
export function pageDifferences(before: Pages, after: Pages): PageDifference[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((page): PageDifference[] => {
    const [was, is] = [before[page], after[page]];
    if (was === undefined) return [{ page, is: 'new', title: titleOf(is ?? '', page), sections: [] }];
    if (is === undefined) return [{ page, is: 'gone', title: titleOf(was, page), sections: [] }];
    // Stryker disable next-line ConditionalExpression: pages that are the same have no section that differs; this is only quicker
    const sections = was === is ? [] : sectionDifferences(was, is);
    return sections.length === 0 ? [] : [{ page, is: 'changed', title: titleOf(is, page), sections }];
  });
}

function sectionDifferences(before: string, after: string): SectionDifference[] {
  const [were, are] = [linesBySection(before), linesBySection(after)];
  const names = [...new Set([...were.keys(), ...are.keys()])];
  return names.flatMap((section) => {
    const [was, is] = [were.get(section) ?? [], are.get(section) ?? []];
    const lost = without(was, is);
    const added = without(is, was);
    if (lost.length > 0 || added.length > 0) return [{ section, before: lost, after: added }];
    // the same lines, in another order
    return was.join('\n') === is.join('\n') ? [] : [{ section, before: was, after: is }];
  });
}

/** Each line of `own` that `other` does not have as often. */
function without(own: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return own.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function linesBySection(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let current = opening;
  for (const block of pageBlocks(text)) {
    if (block.is === 'heading' && block.level === 2) current = block.text;
    else sections.set(current, [...(sections.get(current) ?? []), ...linesOf(block)]);
  }
  return sections;
}

function linesOf(block: Block): string[] {
  switch (block.is) {
    case 'heading':
    case 'paragraph':
      return [plain(block.text)];
    case 'table':
      return [
        `columns: ${block.head.join(', ')}`,
        ...block.rows.map((row) =>
          block.head.flatMap((name, at) => (row[at] ? [`${name}: ${row[at]}`] : [])).join('; '),
        ),
      ];
    case 'quote':
    case 'list':
    case 'conditions':
      return block.lines.map(plain).filter((line) => line !== '');
  }
}

const plain = (line: string) => line.replace(/\s+/g, ' ').trim();

function titleOf(text: string, page: string): string {
  return /^#\s+(.+)$/m.exec(text)?.[1] ?? page;
}
