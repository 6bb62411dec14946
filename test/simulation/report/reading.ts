import { listDocuments } from '#shared/records/document-records.ts';
import { isRead, lookAt } from '../office/seen-papers.ts';
import type { YearLived } from '../run-year.ts';

/** How much of what stands on the papers the machine read, and what it read otherwise, by field and kind of paper. */
export type ReadingOfYear = {
  readonly papers: number;
  readonly values: number;
  readonly otherwise: ReadonlyMap<string, number>;
  readonly examples: readonly string[];
};

export async function readingOf({ office, mails }: YearLived): Promise<ReadingOfYear> {
  const otherwise = new Map<string, number>();
  const examples: string[] = [];
  let [papers, values] = [0, 0];
  for (const { id, mail } of mails.all) {
    for (const { document, paper } of lookAt(await listDocuments(office.records, id), mail.papers)) {
      if (paper.isClosed) continue;
      papers += 1;
      const pairs = [
        ...Object.entries(paper.paper.fields).map(
          ([field, printed]) => [field, document.fields[field], printed] as const,
        ),
        ...paper.paper.rows.flatMap((row, i) => {
          const read = document.trainings[i];
          const columns = ['title', 'provider', 'completedOn', 'hours', 'category', 'priorApproved'] as const;
          return columns.map((column) => [`row's ${column}`, read?.[column], row[column]] as const);
        }),
      ];
      for (const [field, read, printed] of pairs) {
        values += 1;
        if (isRead(read, printed)) continue;
        const name = `${field} on ${paper.paper.layout}`;
        otherwise.set(name, (otherwise.get(name) ?? 0) + 1);
        examples.push(`${name}: read ${JSON.stringify(read?.value ?? null)}, printed ${JSON.stringify(printed)}`);
      }
    }
  }
  return { papers, values, otherwise, examples };
}
