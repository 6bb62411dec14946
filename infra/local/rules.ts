import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { checkPages } from '#shared/rules/check-programme.ts';
import { inOneLine, type Pages, tryProgramme } from '#shared/rules/read-programme.ts';

/** `npm run rules`: checks every programme and prints its rules in a short table. Exit code 1 when something is wrong. */
const programmes = join(import.meta.dirname, '..', '..', 'shared', 'rules', 'programmes');

const folders = await readdir(programmes, { withFileTypes: true });
for (const folder of folders.filter((entry) => entry.isDirectory())) {
  const pages = await readProgrammePages(join(programmes, folder.name));
  printRules(folder.name, pages);
  const problems = checkPages(pages);
  for (const problem of problems) console.error(`${folder.name}/${inOneLine(problem)}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('Nothing is wrong with these pages.\n');
}

function printRules(name: string, pages: Pages): void {
  const rules = tryProgramme(pages).programme?.rules ?? [];
  const examples = rules.reduce((sum, rule) => sum + rule.examples.length, 0);
  console.log(`${name}: ${rules.length} rules, ${examples} examples\n`);
  for (const rule of rules) {
    console.log(`${rule.id}  ${rule.severity}  ${String(rule.examples.length).padStart(2)} examples  ${rule.title}`);
  }
  console.log('');
}
