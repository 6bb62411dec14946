import { describe, expect, it } from 'vitest';
import { handbook } from '#shared/rules/handbook/handbook.ts';
import { everyRule } from '#shared/rules/programme.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { allProgrammes } from '#test/builders/programmes.ts';

const programmes = await allProgrammes();
const [first] = programmes.filter(({ folder }) => folder === 'louisiana-rpss');
if (!first) throw new Error('the programme is gone');
const { programme, pages } = first;
const book = handbook(programme, pages);
const wordsOf = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the handbook of a programme', () => {
  it('holds every page, and its contents lead to each', () => {
    for (const each of programmes) {
      const written = handbook(each.programme, each.pages);
      const anchors = [...written.matchAll(/<article id="([^"]+)"/g)].map(([, anchor]) => anchor);
      expect(anchors).toHaveLength(Object.keys(each.pages).length);
      expect(new Set(anchors).size).toBe(anchors.length);
      for (const anchor of anchors) expect(written).toContain(`href="#${anchor}"`);
    }
  });

  it('gives each rule with number, title, quote, source and amounts, in the order of numbers', () => {
    for (const rule of everyRule(programme)) expect(wordsOf(book)).toContain(`${rule.id} `);
    const places = programme.rules.map((rule) => book.lastIndexOf(`<span class="number">${rule.id}</span>`));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(book).toContain('<blockquote><p>Of the 10 CEUs, 3 are in ethics.</p><footer>');
    expect(book).toContain('<td data-column="needed hours">3</td>');
  });

  it('shows for every example the verdict as it was run', () => {
    const { topics } = programme;
    const holding = [...everyRule(programme), ...topics.pages, topics].map(({ examples }) => examples.length);
    const examples = holding.reduce((sum, count) => sum + count, 0);
    expect(book.match(/<td data-column="as run">/g)).toHaveLength(examples);
    expect(book).not.toContain('not as written');
  });

  it('marks an example that comes out otherwise than its page says', () => {
    const page = 'continuing-education/ethics-hours.rule.md';
    const wrong = { ...pages, [page]: (pages[page] ?? '').replace('| 2024 | 3   ', '| 2024 | 4   ') };
    expect(handbook(readProgramme(wrong), wrong)).toContain('<td data-column="as run">not met: not as written</td>');
  });

  it('runs nothing and loads nothing from elsewhere', () => {
    expect(book).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=/i);
    const page = 'programme.md';
    const hostile = { ...pages, [page]: `${pages[page]}\n<script>alert(1)</script>\n` };
    expect(handbook(readProgramme(hostile), hostile)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});
