import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { rulePage, rulesPage } from '../pages/rules-page.ts';
import { findRulePage } from '../rule-address.ts';

export function rulesRoutes({ programme }: ConsoleDeps): Pick<Handlers, 'rules' | 'rule'> {
  return {
    rules: (context) => context.html(rulesPage(context.var.frame)),
    rule(context) {
      const page = findRulePage(programme.rulePages, context.req.path);
      return page === null ? context.notFound() : context.html(rulePage(context.var.frame, page));
    },
  };
}
