import { describe, expect, it } from 'vitest';
import { ruleAddress } from '#functions/console/rule-address.ts';
import { pageText } from './desk.ts';
import { ethics, inShadow, officePages, openRulesDesk, rewritten, storePerson, withShadow } from './rules-desk.ts';

const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const asked = (facts: Record<string, string>) => {
  const named = Object.entries(facts).map(([name, value]) => [`fact.${name}`, value] as const);
  return `${ruleAddress(ethics)}?${new URLSearchParams({ example: '2', ...Object.fromEntries(named) })}`;
};

describe('the page of a rule', () => {
  it('shows names between backticks as code', async () => {
    expect(await pageText(await openRulesDesk(), ruleAddress(ethics))).toContain('<code>topics/ethics.md</code>');
  });

  it('shows tags as text wherever they stand in the page', async () => {
    const script = '<script>alert(1)</script>';
    const places: [string, string][] = [
      ['# At least 3', `# ${script} At least 3`],
      ['> Of the 10', `> ${script} Of the 10`],
      ['What counts', `\`${script}\` **${script}** What counts`],
      ['- met: You have', `- met: ${script} You have`],
      ['exactly three is enough ', script],
    ];
    const pages = places.reduce((all, [from, to]) => rewritten(ethics, from, to, all), officePages);
    const desk = await openRulesDesk(pages);
    for (const path of [ruleAddress(ethics), '/rules', '/rules/handbook']) {
      const page = await pageText(desk, path);
      expect(page).not.toMatch(/<script/i);
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    }
  });

  it('has its tables in regions that a keyboard can reach', async () => {
    const page = await pageText(await openRulesDesk(), ruleAddress(ethics));
    expect(page).toMatch(/role="region" aria-label="Table: because, credential, [^"]+" tabindex="0"/);
  });
});

describe('trying a rule', () => {
  it('begins with the facts of an example and its verdict', async () => {
    const page = await pageText(await openRulesDesk(), `${ruleAddress(ethics)}?example=2`);
    expect(page).toContain('name="fact.ethics hours" value="2.75"');
    expect(plain(page)).toContain('You have 2.75 of 3 hours in ethics so far.');
  });

  it('with another fact says what the rule says then, and why', async () => {
    const words = plain(await pageText(await openRulesDesk(), asked({ 'ethics hours': '3.5' })));
    expect(words).toContain('You have 3.5 hours in ethics. You need 3. That is enough.');
    expect(words).toContain('met when: ethics hours is at least needed hours 3.5 holds');
  });

  it('takes only what fits the kind of the fact, and says what does', async () => {
    const page = await pageText(await openRulesDesk(), asked({ 'ethics hours': '"><script>alert(1)</script>' }));
    expect(plain(page)).toContain('These facts cannot be judged.');
    expect(plain(page)).toContain('Write hours such as 3 or 2.75');
    expect(page).toContain('aria-invalid="true"');
    expect(page).not.toMatch(/<script/i);
  });

  it('keeps nothing', async () => {
    const desk = await openRulesDesk();
    await pageText(desk, asked({ 'ethics hours': '9' }));
    expect(await pageText(desk, ruleAddress(ethics))).toContain('name="fact.ethics hours" value="3"');
  });
});

describe('a rule that runs in shadow', () => {
  it('says how often it would have said otherwise, and to whom', async () => {
    const desk = await openRulesDesk(withShadow);
    await storePerson(desk, withShadow, { number: 1, name: 'Dana Fontenot', ethicsHours: 300 });
    await storePerson(desk, withShadow, { number: 2, name: 'Marcus Guidry', ethicsHours: 500 });
    const words = plain(await pageText(desk, ruleAddress(inShadow)));
    expect(words).toContain('In shadow since Nov 1, 2026');
    expect(words).toContain('2 judged 1 agreed 1 differed');
    expect(words).toContain('Dana Fontenot RPSS-0001 LA-2026-000001 LA-CE-02 ✓ Met → becomes ! Not met');
    expect(words).not.toContain('Marcus Guidry');
  });

  it('lists nobody for those who may not see who changes', async () => {
    const desk = await openRulesDesk(withShadow);
    await storePerson(desk, withShadow, { number: 1, name: 'Dana Fontenot', ethicsHours: 300 });
    const words = plain(await pageText({ app: desk.as('admin') }, ruleAddress(inShadow)));
    expect(words).toContain('1 judged 0 agreed 1 differed');
    expect(words).not.toMatch(/Dana|RPSS-0001/);
  });

  it('says so while nobody has been judged by it, and a live rule says nothing of it', async () => {
    const desk = await openRulesDesk(withShadow);
    expect(await pageText(desk, ruleAddress(inShadow))).toContain('has been judged by it yet');
    expect(await pageText(desk, ruleAddress(ethics))).not.toContain('In shadow');
    expect(plain(await pageText(desk, '/rules'))).toContain('(in shadow: tried out only)');
  });
});

describe('the handbook in the console', () => {
  it('is the whole book, with its style from an address of its own and a way back', async () => {
    const desk = await openRulesDesk();
    const answer = await desk.app.request('/rules/handbook');
    const page = await answer.text();
    for (const path of Object.keys(officePages)) expect(page).toContain(path);
    expect(page).not.toMatch(/<style|\sstyle=/);
    expect(page).toContain('href="/rules"');
    expect(answer.headers.get('content-security-policy')).toContain("style-src 'self'");
    const style = await desk.app.request('/rules/handbook.css');
    expect(style.headers.get('content-type')).toContain('text/css');
    expect(await style.text()).toContain('@media print');
  });
});
