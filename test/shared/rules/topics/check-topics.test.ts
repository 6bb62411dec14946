import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { checkPages } from '#shared/rules/check-programme.ts';
import { handbook } from '#shared/rules/handbook/handbook.ts';
import { inOneLine, readProgramme } from '#shared/rules/read-programme.ts';
import { topicExamplesAsRun } from '#shared/rules/topics/run-topic-examples.ts';

const folder = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  '..',
  'shared',
  'rules',
  'programmes',
  'ohio-peer-supporter',
);
const pages = await readProgrammePages(folder);
const map = 'topics/subjects.md';
const trauma = 'common-topics/trauma.md';

/** The pages with one thing of one page replaced. */
function changed(page: string, from: string | RegExp, to: string) {
  const before = pages[page] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${page}`);
  return { ...pages, [page]: after };
}

const saidAfter = (page: string, from: string | RegExp, to: string) =>
  checkPages(changed(page, from, to))
    .map(inOneLine)
    .join('\n');

describe('the check of the pages about topics', () => {
  it('finds nothing wrong with them as they are', () => {
    expect(checkPages(pages).map(inOneLine)).toEqual([]);
  });

  it('finds a topic in the map that no page describes, and says which was meant', () => {
    expect(saidAfter(map, '| trauma   ', '| truama   ')).toContain(
      'there is no topic "truama". Did you mean "trauma"?',
    );
  });

  it('finds a topic that is mapped twice, and a bucket that nothing asks for', () => {
    expect(saidAfter(map, '| coaching                               | coaching', '| trauma | wellness')).toContain(
      '"trauma" is mapped twice',
    );
    expect(saidAfter(map, /\| trauma +\|\n/, '| traumata |\n')).toContain(
      'nothing asks for "traumata". Write one of: ',
    );
  });

  it('finds a subject that the programme asks for and no topic counts as', () => {
    expect(saidAfter(map, /\| coaching .*\n/, '')).toContain('no topic counts as "coaching"');
  });

  it('finds a word that stands on two pages, or twice on one', () => {
    expect(saidAfter(trauma, '- trauma informed', '- trauma informed\n- recovery coach*')).toContain(
      '"recovery coach*" stands in common-topics/coaching.md too',
    );
    expect(saidAfter(trauma, '- after trauma', '- after trauma\n- after trauma')).toContain('stands there twice');
  });

  it('finds an example that the words contradict, by its line, on a common page and on a map', () => {
    expect(saidAfter(trauma, /(\| Trauma-Informed Peer Support +\|) yes/, '$1 no ')).toMatch(
      /trauma\.md, line \d+: the example "Trauma-Informed Peer Support" says no, the words say yes/,
    );
    expect(saidAfter(map, /(\| Ethics and Boundaries for Peers +\|) a person decides/, '$1 ethics')).toMatch(
      /subjects\.md, line \d+: the example "Ethics and Boundaries for Peers" says ethics, the pages say a person decides/,
    );
  });

  it('finds a page without an example on either side, and a bucket without any', () => {
    expect(saidAfter(trauma, /\|[^|]+\| no +\|\n?/g, '')).toContain('does not show the topic ("no")');
    expect(saidAfter(trauma, /\|[^|]+\| yes +\|\n?/g, '')).toContain('add an example of a title that shows it');
    expect(saidAfter(map, /\| Human Trafficking Awareness .*\n/, '')).toContain('counts as "human trafficking"');
  });

  it('finds a near miss that protects nothing', () => {
    expect(saidAfter(trauma, '- head trauma', '- purple sky')).toContain('the near miss "purple sky" holds no word');
  });

  it('finds a page without a source, without a name, or with an answer that is none', () => {
    expect(saidAfter(trauma, /Source: .*/, '')).toContain('a line "Source:"');
    expect(saidAfter(trauma, '# trauma', 'trauma')).toContain('the name of the topic');
    expect(saidAfter(trauma, '| perhaps |', '| maybe |')).toContain('write one of yes, perhaps, no under "answer"');
  });

  it('finds a map without its columns, and a condition that is none', () => {
    expect(saidAfter(map, '| counts as  ', '| worth      ')).toContain('a table with the columns topic and counts as');
    const when = '| topic | counts as | when |\n| - | - | - |\n| trauma | trauma | at night |\n';
    expect(saidAfter(map, /\| topic(.|\n)*?\n\n/, `${when}\n`)).toContain(
      'write nothing under "when", or: about peers',
    );
  });

  it('the words of one page are all of them read: each one taken out is missed in a title that has it', () => {
    const { topics } = readProgramme(pages);
    const [topic] = topics.pages.filter(({ page }) => page === trauma);
    expect(topic?.alone).toContain('adverse childhood experience*');
    expect(topic?.hints).toEqual(['trauma']);
    expect(saidAfter(trauma, '- adverse childhood experience*\n', '')).toContain('"Adverse Childhood Experiences"');
  });
});

describe('the examples of a page about topics', () => {
  it('are shown with what came out, and marked where that is not as written', () => {
    const wrong = changed(trauma, /(\| Trauma-Informed Peer Support +\|) yes/, '$1 no ');
    const programme = readProgramme(wrong);

    expect(topicExamplesAsRun(programme, trauma)[0]).toBe('yes: not as written');
    expect(topicExamplesAsRun(programme, map)).toContain('human trafficking');
    expect(handbook(programme, wrong)).toContain('<td data-column="as run">yes: not as written</td>');
  });
});
