import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usedStyle } from './used-style.ts';

/**
 * `npm run style`: makes functions/console/assets/uswds.css of U.S. Web Design System anew. After its package has another
 * version, or a page uses a class that no page used before; a test says when.
 */
const root = join(import.meta.dirname, '../..');
const whole = join(root, 'node_modules/@uswds/uswds/dist/css/uswds.min.css');
const made = join(root, 'functions/console/assets/uswds.css');

/** Only those that console.css asks for. */
const families = ['Source Sans Pro Web', 'Roboto Mono Web'];

export function deskStyle(): string {
  const sources = globSync('functions/console/**/*.{ts,js}', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const names = new Set(sources.flatMap((source) => source.match(/[a-z][\w-]*/gi) ?? []));
  // "usa-alert--${kind}": whatever is put behind the dashes
  const begun = [...names].filter((name) => name.startsWith('usa-') && name.endsWith('-'));
  return usedStyle(readFileSync(whole, 'utf8'), {
    isClass: (name) => names.has(name) || begun.some((start) => name.startsWith(start)),
    isFont: (family) => families.includes(family),
  }).replaceAll('url(../', 'url(/assets/uswds/');
}

if (import.meta.main) {
  writeFileSync(made, deskStyle());
  console.log(`Written: ${made}`);
}
