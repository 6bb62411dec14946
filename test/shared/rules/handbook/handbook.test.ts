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

  it('says of each rule who decides, how far the machine may, and which page it is', () => {
    for (const { page, severity, notMetIs, sha256 } of programme.rules) {
      const who = { machine: 'decided by the machine', proposed: 'proposed by the machine, decided by a person' };
      const may = { A: 'the machine may decide', R: 'a person confirms what hurts', H: 'a person only' };
      const decider = notMetIs === 'person-only' ? 'decided by a person only' : who[notMetIs];
      const line = `${page} · ${may[severity]} · &quot;not met&quot; is ${decider} · page ${sha256.slice(0, 12)}</p>`;
      expect(book).toContain(`<p class="where">${line}`);
    }
    const [rule] = programme.rules;
    if (!rule) throw new Error('the programme has no rule');
    const tried = { ...programme, shadow: [{ ...rule, shadowSince: '2026-11-01' }] };
    expect(handbook(tried, pages)).toContain(' · in shadow since 2026-11-01, without any effect · page ');
    expect(handbook(tried, pages)).toContain('about an application, 1 in shadow.');
    expect(book).toContain('about an application. This file');
  });

  it('is a file of its own, or a page of the console with its style elsewhere and a way back', () => {
    const { name, owner } = programme;
    expect(book).toContain(`<title>${name}: handbook of rules</title>\n<style>\n:root`);
    expect(book).toContain(`<header>\n<p class="kind">Handbook of rules</p>\n<h1>${name}</h1>\n<p>${owner}</p>`);
    const style = { address: '/style.css?a&b', icon: '/icon.svg' };
    const page = handbook(programme, pages, { style, back: { address: '/rules', words: 'Rules & letters' } });
    expect(page).toContain('<link rel="icon" href="/icon.svg">\n<link rel="stylesheet" href="/style.css?a&amp;b">');
    expect(page).toContain('<header>\n<p class="back"><a href="/rules">Rules &amp; letters</a></p>\n<p class="kind">');
    expect(page).not.toContain('<style>');
  });

  it('has its chapters in the order of a book, each only where it has pages', () => {
    const chapters = (text: string) => [...text.matchAll(/<section class="chapter"><h2>([^<]+)</g)].map(([, at]) => at);
    expect(chapters(book)).toEqual([
      'The programme',
      'Rules about a person&#39;s year',
      'Rules about an application',
      'Letters',
      'Topics',
      'Topics that every programme may use',
    ]);
    const { 'programme.md': only = '' } = pages;
    const short = handbook(programme, { 'programme.md': only });
    expect(chapters(short)).toEqual(['The programme']);
    expect(short).toContain('<a href="#programme-md">');
    expect(handbook(programme, { 'letters/b.md': 'No title.', 'letters/a.md': '# First' })).toMatch(
      /<li><a href="#letters-a-md">First<\/a><\/li><li><a href="#letters-b-md">letters\/b\.md<\/a>/,
    );
  });

  it('shows lists, names, strong words and wide tables as what they are', () => {
    const wide = `| a | b | c | d | e | f | g |\n| - | - | - | - | - | - | - |\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 |`;
    const narrow = '| a | b | c | d | e | f |\n| - | - | - | - | - | - |\n| 1 | 2 | 3 | 4 | 5 | 6 |';
    const text = `# One\n\n## Two\n\n- a \`name\`\n- a **strong** word\n\nA & B\n\n${wide}\n\n## Three\n\n${narrow}\n`;
    const page = handbook(programme, { 'letters/a.md': text });
    expect(page).toContain('<h4>Two</h4>');
    expect(page).not.toContain('<h4>One</h4>');
    expect(page).toContain('<ul><li>a <code>name</code></li><li>a <strong>strong</strong> word</li></ul>');
    expect(page).toContain('<p>A &amp; B</p>');
    expect(page).toContain('<table class="wide"><thead><tr><th scope="col">a</th><th scope="col">b</th>');
    expect(page).toContain('<table class=""><thead>');
    expect(page).toContain('<td data-column="g">7</td></tr></tbody></table>');
    expect(page.match(/<table class="wide">/g)).toHaveLength(1);
  });

  it('shows the lines of a rule as they stand, and what is quoted with its source', () => {
    const rule = '# One\n\n> It is so.\n> — Page 1\n\n```rule\nid: <X>\nmet when: a\n```\n\nThe end.\n';
    const page = handbook(programme, { 'letters/a--b.c.md': rule });
    const lines = [
      '<article id="letters-a-b-c-md">',
      '<h3>One</h3>',
      '<p class="where">letters/a--b.c.md</p>',
      '',
      '<blockquote><p>It is so.</p><footer>— Page 1</footer></blockquote>',
      '<pre>id: &lt;X&gt;',
      'met when: a</pre>',
      '<p>The end.</p>',
      '</article>',
    ];
    expect(page).toContain(`<h2>Letters</h2>\n${lines.join('\n')}</section>\n</main>`);
    expect(page).toContain('<li><a href="#letters-a-b-c-md">One</a></li>');
  });

  it('is written line below line, its rules with their numbers', () => {
    const two = handbook(programme, { 'letters/a.md': '# A', 'letters/b.md': '# B', 'programme.md': '# P' });
    expect(two).toContain('</article>\n<article id="letters-b-md">');
    expect(two).toContain('</ol></section>\n<section><h3>Letters</h3>');
    expect(two).toContain('</section>\n<section class="chapter"><h2>Letters</h2>');
    expect(two).toContain('<h3>P</h3>');
    for (const { id, title } of programme.rules)
      expect(book).toContain(`<h3><span class="number">${id}</span> ${title.replaceAll("'", '&#39;')}</h3>`);
  });

  it('rows of a table stand line below line; a cell beyond its columns says none', () => {
    const table = '| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 | 5 |';
    expect(handbook(programme, { 'letters/a.md': `# One\n\n${table}\n` })).toContain(
      '<td data-column="b">2</td></tr>\n<tr><td data-column="a">3</td><td data-column="b">4</td><td data-column="">5</td></tr>',
    );
  });
});
