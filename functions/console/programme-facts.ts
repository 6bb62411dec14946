import { readProgramme } from '#shared/rules/read-programme.ts';
import type { ProgrammeFacts } from './console-deps.ts';

/** What the console says about the programme, from its pages by path. */
export function programmeFacts(pages: Readonly<Record<string, string>>): ProgrammeFacts {
  const { name, timeZone } = readProgramme(pages);
  const rulePages = Object.entries(pages)
    .filter(([page]) => page.endsWith('.rule.md'))
    .map(([page, text]) => ({ page, text }));
  return { name, timeZone, rulePages };
}
