import { comparedInWords } from '../compare/comparison-in-lines.ts';
import { readPage } from '../markdown-page.ts';
import { everyRule, type Programme, type Rule } from '../programme.ts';
import type { Pages } from '../read-programme.ts';
import { runExample } from '../run-examples.ts';
import { topicExamplesAsRun } from '../topics/run-topic-examples.ts';
import { commonTopics } from '../topics/topic-book.ts';

export type BookPage = {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly rule: Rule | null;
};
export type Chapter = { readonly title: string; readonly pages: readonly BookPage[] };

const beside: readonly string[] = [
  'programme.md',
  'period.md',
  'credits.md',
  'conditions.md',
  'applications.md',
  'employers.md',
];

/** The pages of a programme in the order of a book: what it is, its rules by number, its letters, its topics. */
export function bookOrder(programme: Programme, pages: Pages): Chapter[] {
  const rules = new Map(everyRule(programme).map((rule) => [rule.page, rule]));
  const all = Object.entries(pages).map(([path, text]): BookPage => {
    return { path, title: readPage(path, text).title || path, text, rule: rules.get(path) ?? null };
  });
  const under = (folder: string) => all.filter(({ path }) => path.startsWith(folder)).sort(byNumber);
  const chapters = [
    { title: 'The programme', pages: beside.flatMap((path) => all.filter((page) => page.path === path)) },
    { title: "Rules about a person's year", pages: under('continuing-education/') },
    { title: 'Rules about an application', pages: under('eligibility/') },
    { title: 'Letters', pages: under('letters/') },
    { title: 'Topics', pages: under('topics/') },
    { title: 'Topics that every programme may use', pages: under(commonTopics) },
  ];
  return chapters.filter((chapter) => chapter.pages.length > 0);
}

/** What came out for each example of the page, run now; one that comes out otherwise than written is marked. null: it has none. */
export function examplesAsRun(programme: Programme, { rule, path }: BookPage): string[] | null {
  const ran = rule ? verdictsAsRun(programme, rule) : topicExamplesAsRun(programme, path);
  return ran.length === 0 ? null : ran;
}

function verdictsAsRun(programme: Programme, rule: Rule): string[] {
  return rule.examples.map((example) => {
    const { verdict } = runExample(programme, rule, example).finding;
    return verdict === example.verdict ? comparedInWords[verdict] : `${comparedInWords[verdict]}: not as written`;
  });
}

/** Rules by id and first year, other pages by path. */
function byNumber(one: BookPage, other: BookPage): number {
  const place = ({ rule, path }: BookPage) => (rule ? `${rule.id} ${rule.holds.from ?? 0}` : path);
  return place(one) < place(other) ? -1 : 1;
}
