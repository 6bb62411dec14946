import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Every TypeScript file of the product, tests left out: what git knows and what is about to be added. */
export function sourceFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], {
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => /^(shared|functions|infra)\//.test(file) && existsSync(file));
}
