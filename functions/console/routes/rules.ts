import { dayIn, yearOf } from '#shared/domain/calendar.ts';
import { everyRule, isAboutApplications, type Rule } from '#shared/rules/programme.ts';
import { judgeShadowPage } from '../changes/judge-shadow-page.ts';
import { tryRule } from '../changes/try-rule.ts';
import type { ConsoleDeps, RulePage } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { type BesideRule, rulePage } from '../pages/rule-page.ts';
import { rulesPage } from '../pages/rules-page.ts';
import { findRulePage } from '../rule-address.ts';

export function rulesRoutes(deps: ConsoleDeps): Pick<Handlers, 'rules' | 'rule'> {
  return {
    rules: (context) => context.html(rulesPage(context.var.frame)),
    async rule(context) {
      const page = findRulePage(deps.programme.rulePages, context.req.path);
      if (page === null) return context.notFound();
      const { frame } = context.var;
      return context.html(
        rulePage(
          frame,
          page,
          await besideRule(deps, page, { query: context.req.query(), withNames: frame.viewer?.may('case') ?? false }),
        ),
      );
    },
  };
}

async function besideRule(
  { programme, records, clock }: ConsoleDeps,
  { page }: RulePage,
  { query, withNames }: { query: Record<string, string>; withNames: boolean },
): Promise<BesideRule> {
  const { book, timeZone } = programme;
  const rule = book && everyRule(book.programme).find((each) => each.page === page);
  if (!book || !rule) return { trial: null, shadow: null };
  const thisYear = yearOf(dayIn(timeZone, clock.now()));
  const year = /^\d{4}$/.test(query.year ?? '') ? Number(query.year) : thisYear;
  const shadow = isTriedOut(rule) ? await judgeShadowPage(records, { rule, year, withNames }) : null;
  return { trial: tryRule(book, rule, query), shadow };
}

/** What was found about an application stands with its case and is in no one's year. */
function isTriedOut(rule: Rule): boolean {
  return rule.shadowSince !== null && !isAboutApplications(rule.page);
}
