import { type BookPage, bookOrder, examplesAsRun } from '#shared/rules/handbook/book-order.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import type { ProgrammeFacts, RulePage } from './console-deps.ts';

const shown = /\.rule\.md$|^(period|credits|conditions|applications)\.md$|^(common-)?topics\//;

/** What the console says about the programme, from its pages by path. The examples are run here, by the pages that judge. */
export function programmeFacts(pages: Readonly<Record<string, string>>): ProgrammeFacts {
  const programme = readProgramme(pages);
  const rulePages = bookOrder(programme, pages)
    .flatMap((chapter) => chapter.pages)
    .filter(({ path }) => shown.test(path))
    .map((page) => rulePageOf(programme, page));
  const book = { programme, pages };
  return { name: programme.name, timeZone: programme.timeZone, rulePages, book, ...classesOf(programme) };
}

const classesOf = ({ applications }: Programme) => (applications ? { classes: applications.classes } : {});

function rulePageOf(programme: Programme, page: BookPage): RulePage {
  const { path, text, rule } = page;
  const asRun = examplesAsRun(programme, page);
  const shadowSince = rule?.shadowSince ?? null;
  return {
    page: path,
    text,
    ...(rule ? { number: rule.id } : {}),
    ...(asRun === null ? {} : { asRun }),
    ...(shadowSince === null ? {} : { shadowSince }),
  };
}
