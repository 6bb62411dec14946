import type { RulePage } from './console-deps.ts';

const ending = '.rule.md';

/** continuing-education/ethics-hours.rule.md → /rules/continuing-education/ethics-hours */
export function ruleAddress(page: string): string {
  const path = page.endsWith(ending) ? page.slice(0, -ending.length) : page;
  return `/rules/${path.toWellFormed().split('/').map(encodeURIComponent).join('/')}`;
}

export function findRulePage(pages: readonly RulePage[], path: string): RulePage | null {
  return pages.find(({ page }) => ruleAddress(page) === path) ?? null;
}

/** The first heading of the page, which states the rule in one sentence. */
export function ruleTitle({ page, text }: RulePage): string {
  return /^#\s+(.+)$/m.exec(text)?.[1] ?? page;
}
