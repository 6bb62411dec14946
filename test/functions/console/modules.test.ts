import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { layout } from '#functions/console/pages/layout.ts';

const folder = 'functions/console/assets/desk';
const frame = {
  programme: { name: 'A programme', timeZone: 'America/Chicago', rulePages: [] },
  viewer: null,
};

describe('the scripts of a page', () => {
  it.each(['case.js', 'papers.js', 'queue.js'])(
    'are asked for at once, with all that they import: %s',
    async (script) => {
      const page = String(
        await layout(frame, { title: 'A page', section: null, content: html`Nothing`, script: `desk/${script}` }),
      );
      const named = Array.from(
        page.matchAll(/rel="modulepreload" href="\/assets\/desk\/([^"]+)"/g),
        ([, name]) => name,
      );
      expect(named.toSorted()).toEqual([...importsOf(script)].toSorted());
    },
  );
});

function importsOf(script: string, found = new Set<string>()): Set<string> {
  for (const [, name = ''] of readFileSync(join(folder, script), 'utf8').matchAll(/from '\.\/([^']+)'/g)) {
    if (!found.has(name)) importsOf(name, found.add(name));
  }
  return found;
}
