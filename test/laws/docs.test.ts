import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const readmes = ['.', 'shared', 'shared/rules', 'functions', 'infra', 'infra/aws', 'test', 'test/fixtures'].map(
  (folder) => join(folder, 'README.md'),
);

function pages(): string[] {
  const docs = readdirSync('shared/docs', { recursive: true, encoding: 'utf8' }).map((name) =>
    join('shared/docs', name),
  );
  return [...readmes, ...docs.filter((name) => name.endsWith('.md'))];
}

const ours = /^(?:shared|functions|infra|test)\//;
const nearest = (page: string, name: string) => (ours.test(name) ? name : join(dirname(page), name));

/** Paths in backticks that begin with one of our folders, and the targets of relative links. */
function filesNamedIn(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  const ticked = Array.from(text.matchAll(/`((?:shared|functions|infra|test)\/[\w./-]+)`/g), (match) => match[1] ?? '');
  const linked = Array.from(text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g), (match) =>
    join(dirname(page), match[1] ?? ''),
  );
  // a page beside the code names what lies beside it
  const beside = Array.from(text.matchAll(/`((?:[a-z-]+\/)*[a-z-]+\.(?:ts|json))`/g), (match) => match[1] ?? '');
  const near = page.startsWith('infra/aws/') ? beside.map((name) => nearest(page, name)) : [];
  return [...ticked, ...linked, ...near];
}

describe('what the pages say', () => {
  test.each(pages())('every file named in %s is there', (page) => {
    expect(filesNamedIn(page).filter((path) => !existsSync(path))).toEqual([]);
  });
});
